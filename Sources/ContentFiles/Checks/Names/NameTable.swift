import Conversation
import Directory
import Entitlements
import Expressions

/// A rule's result as a step finds it: under this name, with this outcome.
struct KnownResult: Hashable {
    let name: String
    let rule: String
    let outcome: String
}

/// The names that expressions of a pack can use, flow by flow, with what is known of each.
struct NameTable {
    /// Names that are there in every flow, and so cannot be answers.
    static let roots: Set<String> = [
        "person", "channel", "constants", "today", "now", "case", "claim", "sharing", kept,
    ]
    /// What is kept of her; only `set` reads it.
    static let kept = "kept"
    /// How often what depends on other names is computed: chains of names are hardly longer than this.
    private static let rounds = 3

    /// By flow and name; names of objects by their path: `office.name`.
    private var flows: [String: [String: Declared]] = [:]
    /// What every flow has, by path.
    private let shared: [String: Declared]
    /// The person's fields as far as steps fill them.
    private var fields: [String: Declared] = [:]
    /// What rules and searches bring.
    private let results: ResultNames

    /// - Parameter bounded: Addresses of the steps whose answer says how long it may be.
    init(_ steps: [Step?], file: PackFile, bounded: Set<String>, rules: RuleBook, directory: Directory) {
        results = ResultNames(languages: file.languages.map(\.tag), rules: rules, directory: directory)
        shared = Self.shared(file, results)
        let known = steps.compactMap { $0 }
        for _ in 0..<Self.rounds {  // a name can depend on one that a later step gives
            for step in known { declare(step, steps, bounded) }
        }
    }

    private static func shared(_ file: PackFile, _ results: ResultNames) -> [String: Declared] {
        var shared: [String: Declared] = [
            "channel.name": Declared(.text, [.text("international")]),
            "channel.kind": Declared(.text, [.text("ussd"), .text("sms")]),
            "case.number": Declared(.number, [.number(999_999)]), "case.topic": Declared(of: .text),
            "case.outcome": Declared(.text, Plea.Outcome.allCases.map { .text($0.rawValue) }),
            "claim.code": Declared(.text, [.text(ClaimCode(random: []).text)]),
            "claim.days": Declared(.number, [.number(file.settings.identity.codeDays)]),
            "claim.objection_days": Declared(.number, [.number(file.settings.identity.objectionDays)]),
            "sharing.on": Declared(of: .boolean),
            "sharing.people": Declared(.number, [.number(file.settings.identity.people)]),
            "sharing.place": Declared(.number, [.number(file.settings.identity.people)]),
            "sharing.most": Declared(.number, [.number(file.settings.identity.people)]),
            "person.language": Declared(.text, file.languages.map { .text($0.tag) }),
            "person.stopped": Declared(of: .boolean),
            "kept.fields": Declared(.text, [.text(longestFields(file))]), "kept.since": Declared(of: .date),
        ]
        for name in ["numbers", "conversations", "cases", "reminders", "codes"] {
            shared["\(kept).\(name)"] = Declared(.number, [.number(9_999)])
        }
        for (name, field) in file.personFields {
            let path = "person." + name.lowercased()
            shared[path] = Declared(field.type)
            if field.type == .place { shared[path + AnswerType.placeNameSuffix] = results.placeName }
        }
        for (name, value) in file.constants.pairs {
            shared["constants." + name.lowercased()] = Declared(ValueType(rawValue: value.typeName), [value])
        }
        return shared
    }

    /// A line of every field at once.
    private static func longestFields(_ file: PackFile) -> String {
        file.personFields.keys.sorted().map { "\($0): 2026-11" }.joined(separator: "\n")
    }

    /// All names of a flow by their path; nil: those that pack.yaml can use.
    func names(of flow: String?) -> [String: Declared] {
        let own = flow.flatMap { flows[$0] } ?? [:]
        return shared.merging(fields) { $0.with(valuesOf: $1) }.merging(own) { $1 }
    }

    /// The types of a flow's names.
    func types(of flow: String?) -> [String: ValueType?] { names(of: flow).mapValues(\.type) }

    /// The types of what is known of an office of a kind, by name; empty for a kind that does not exist.
    func types(ofKind kind: String) -> [String: ValueType?] { results.names(ofKind: kind).mapValues(\.type) }

    /// What a flow's names can be, in a language of the pack.
    ///
    /// - Parameter result: A rule's result of which the outcome is known.
    func extremes(of flow: String?, _ language: Int, tag: String, with result: KnownResult? = nil) -> Extremes {
        var names = names(of: flow)
        if let result {
            for (name, value) in results.names(of: result.outcome, ofRule: result.rule) {
                names["\(result.name).\(name)"] = value
            }
        }
        return Extremes(names: names.mapValues { $0.examples(in: language) }, language: tag)
    }
}

// What steps give.
extension NameTable {
    private mutating func declare(_ step: Step, _ steps: [Step?], _ bounded: Set<String>) {
        let flow = step.flow
        switch step.verb {
        case .menu(let menu):
            if let save = menu.save {
                declare(save, in: flow, Declared(.text, menu.options.map { .text($0.value) }))
            }
            for option in menu.options { declare(option.set, in: flow, seenFrom: flow) }
        case .ask(let ask): declare(ask, in: flow, isBounded: bounded.contains(step.address))
        case .set(let changes, _): declare(changes, in: flow, seenFrom: flow)
        case .call(let call): declare(call, of: step, steps)
        case .check(let check):
            declare(results.names(of: check), below: step)
            for option in check.options { declare(option.set, in: flow, seenFrom: flow) }
        case .find(let find): declare(results.names(ofKind: find.kind), below: step)
        case .request(let request): declare(request.save, in: flow, .anything)
        case .say, .branch, .send, .refer, .remind, .end: break
        }
    }

    private mutating func declare(_ ask: Ask, in flow: String, isBounded: Bool) {
        if ask.claims {
            return declare(ask.save, in: flow, Declared(.text, Claim.Outcome.allCases.map { .text($0.rawValue) }))
        }
        let answer = Declared(ask.answer, isBounded: isBounded) { bound in
            extremes(of: flow, 0, tag: "en").values(of: bound).first
        }
        declare(ask.save, in: flow, answer)
        guard ask.answer.type == .place, case .answer(let name) = ask.save else { return }
        flows[flow, default: [:]][name + AnswerType.placeNameSuffix] = results.placeName
    }

    private mutating func declare(_ call: Call, of step: Step, _ steps: [Step?]) {
        guard steps.indices.contains(call.flow), let called = steps[call.flow]?.flow else { return }
        declare(call.with, in: called, seenFrom: step.flow)
        declare((flows[called] ?? [:]).filter { !$0.key.contains(".") }, below: step)
    }

    /// An object under a step's name.
    private mutating func declare(_ names: [String: Declared], below step: Step) {
        let own = step.name.lowercased()
        flows[step.flow, default: [:]][own] = Declared(.object, [])
        for (name, value) in names { flows[step.flow, default: [:]]["\(own).\(name)"] = value }
    }

    private mutating func declare(_ changes: [Change], in flow: String, seenFrom caller: String) {
        for change in changes {
            let type = TypeCheck(names: types(of: caller)).type(of: change.value)
            let values = extremes(of: caller, 0, tag: "en").values(of: change.value)
            declare(change.target, in: flow, Declared(type, values))
        }
    }

    private mutating func declare(_ target: Target, in flow: String, _ value: Declared) {
        switch target {
        case .answer(let name):
            if flows[flow, default: [:]][name] == nil { flows[flow, default: [:]][name] = value }
            flows[flow, default: [:]][name]?.join(value)
        case .person(let field):
            if fields["person." + field] == nil { fields["person." + field] = value }
            fields["person." + field]?.join(value)
        case .language, .pin, .sharing: break
        }
    }
}
