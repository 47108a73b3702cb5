import Conversation
import Expressions

/// What counts as consent in a pack, and where its steps lead someone who has not given it.
struct ConsentGate {
    /// The person fields that hold consent.
    let fields: Set<String>

    /// By what `consent` of pack.yaml asks for, or by the person field `consent`; nil where the pack has neither.
    init?(_ pack: Pack) {
        let asked = pack.settings.consent?.references.filter { $0.root == "person" } ?? []
        let named = asked.compactMap { $0.path.first?.lowercased() }
        fields = Set(named.isEmpty && pack.personFields["consent"] != nil ? ["consent"] : named)
        if fields.isEmpty { return nil }
    }

    /// By every field of a pack that is a consent; nil where it has none.
    static func all(_ pack: Pack) -> ConsentGate? {
        let fields = pack.consents.union(ConsentGate(pack)?.fields ?? [])
        return fields.isEmpty ? nil : ConsentGate(fields: fields)
    }

    private init(fields: Set<String>) {
        self.fields = fields
    }

    /// Whether a change gives consent, or can.
    func isGiven(by change: Change) -> Bool {
        guard case .person(let field) = change.target, fields.contains(field) else { return false }
        return change.value.source != "false" && change.value.source != "null"
    }

    /// Where a step leads while there is no consent.
    func ways(of step: Step) -> [Go] {
        switch step.verb {
        case .set(let changes, let go): changes.contains(where: isGiven) ? [] : [go]
        case .menu(let menu): ways(of: menu.options) + [menu.otherwise].compactMap(\.self)
        case .check(let check): check.results + ways(of: check.options)
        case .branch(let arms): ways(of: arms)
        case .say, .ask, .call, .send, .refer, .find, .remind, .request, .end: step.verb.ways
        }
    }

    /// The options that can be chosen: not those that need consent, or give it.
    private func ways(of options: [Option]) -> [Go] {
        options.filter { option in
            !option.set.contains(where: isGiven) && !(option.when.map(needsConsent) ?? false)
        }.map(\.go)
    }

    /// The arms that can be taken: not those that need consent, and none behind one that holds without it.
    private func ways(of arms: [Arm]) -> [Go] {
        var ways: [Go] = []
        for arm in arms {
            guard let when = arm.when, mentions(when) else {
                ways.append(arm.go)
                continue
            }
            let outcomes = outcomes(of: when)
            if outcomes.contains(true) { ways.append(arm.go) }
            if outcomes == [true] { break }
        }
        return ways
    }

    private func mentions(_ condition: Expression) -> Bool {
        condition.references.contains { $0.root == "person" && $0.path.first.map(isConsent) ?? false }
    }

    private func isConsent(_ field: String) -> Bool { fields.contains(field.lowercased()) }

    private func needsConsent(_ condition: Expression) -> Bool {
        mentions(condition) && outcomes(of: condition) == [false]
    }

    /// Whether a condition can hold, and can fail, while consent is refused or was never asked for, whatever the values
    /// of all other names may be.
    private func outcomes(of condition: Expression) -> Set<Bool> {
        var outcomes: Set<Bool> = []
        for consent in [Value.boolean(false), .unknown] {
            for guess in Guess.all {
                let scope = guess.scope(of: condition, consent: consent, fields: fields)
                let value = Evaluation(scope: scope, now: Timestamp(milliseconds: 0)).evaluate(condition)
                outcomes.insert(value.isTrue ?? false)
            }
        }
        return outcomes
    }
}

/// What all names but those of consent may hold, to try a condition with.
private struct Guess {
    static let all = [
        Guess(value: .unknown, channel: .unknown), Guess(value: .boolean(true), channel: .text("ussd")),
        Guess(value: .boolean(false), channel: .text("sms")),
    ]

    let value: Value
    let channel: Value

    func scope(of condition: Expression, consent: Value, fields: Set<String>) -> DictionaryScope {
        var values: [String: Value] = [:]
        var objects: [String: Object] = [:]
        for reference in condition.references {
            guard let field = reference.path.first else {
                values[reference.root] = value
                continue
            }
            let isConsent = reference.root == "person" && fields.contains(field.lowercased())
            objects[reference.root, default: Object()][field] =
                isConsent ? consent : reference.root == "channel" ? channel : value
        }
        return DictionaryScope(values.merging(objects.mapValues(Value.object)) { _, object in object })
    }
}
