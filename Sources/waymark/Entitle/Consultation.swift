import ContentFiles
import Conversation
import Entitlements
import Expressions

/// One rule, asked with given facts on one day.
struct Consultation {
    /// What it says: for people, and for programs.
    struct Answer {
        let text: String
        let json: String
    }

    private let rule: String
    private let pack: Pack
    private let facts: [String: Value]
    private let moment: Moment
    private let language: Int

    init(_ rule: String, in pack: Pack, facts: [String: Value], at moment: Moment, language: Int) throws(WrongUse) {
        guard let known = pack.rules.rules[rule] else {
            let near = nearest(to: rule, among: pack.rules.rules.keys.sorted()).map { ": did you mean '\($0)'?" }
            let all = pack.rules.rules.keys.sorted().joined(separator: ", ")
            throw WrongUse("there is no rule '\(rule)'" + (near ?? (all.isEmpty ? "" : " (\(all))")))
        }
        self.rule = rule
        self.pack = pack
        self.moment = moment
        self.language = language
        self.facts = try Self.read(facts, pack.rules, known)
    }

    /// The facts as their types read them.
    private static func read(
        _ facts: [String: Value], _ book: RuleBook, _ rule: Rule
    ) throws(WrongUse) -> [String: Value] {
        var read: [String: Value] = [:]
        for (name, value) in facts {
            guard let fact = book.facts[name] else {
                let near = nearest(to: name, among: rule.facts).map { ": did you mean '\($0)'?" }
                throw WrongUse("there is no fact '\(name)'" + (near ?? " (\(rule.facts.joined(separator: ", ")))"))
            }
            guard let answer = fact.reading(value) else {
                throw WrongUse("\(value.json) is no answer to the fact '\(name)'")
            }
            read[name] = answer
        }
        return read
    }

    /// The next question, or the verdict.
    func answer() throws -> Answer {
        let tag = pack.languages[language].tag
        let judgement = pack.rules.judge(
            rule, { facts[$0] }, at: moment.timestamp, utcOffset: pack.settings.utcOffset, language: tag)
        switch judgement {
        case .ask(let fact):
            let question = question(of: fact)
            let object: Object = ["ask": .text(fact), "question": .text(question)]
            return Answer(text: "\(fact)? \(question)", json: Value.object(object).json)
        case .verdict(let verdict): return try answer(verdict)
        case nil: throw WrongUse("the rule '\(rule)' is not in force on that day")
        }
    }

    private func question(of fact: String) -> String {
        guard let place = pack.places["rules/facts#\(fact)"] else { return fact }
        switch pack.steps[place].verb {
        case .menu(let menu):
            let options = menu.options.map { "\($0.number) \($0.label.version(language).source)" }
            return ([menu.text.version(language).source] + options).joined(separator: " ")
        case .ask(let ask): return ask.text.version(language).source
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end: return fact
        }
    }

    private func answer(_ verdict: Verdict) throws -> Answer {
        let book = pack.rules
        let text = try book.text(of: verdict, in: language)
        var object: Object = ["outcome": .text(verdict.outcome), "values": .object(verdict.values)]
        object["why"] = .list(try verdict.laws.map { .object(try reason($0, verdict)) })
        object["text"] = text.map(Value.text) ?? .null
        object["asked"] = .list(verdict.trace.facts.map { .text($0.name) })
        object["missing"] = .list(verdict.missing.map(Value.text))
        object["assumed"] = .list(verdict.assumed.map(Value.text))
        object["usual"] = .boolean(verdict.isUsual)
        let lines = [
            "\(verdict.rule): \(verdict.outcome)", text, try book.why(of: verdict, in: language),
            try book.caution(about: verdict, in: language),
            verdict.missing.isEmpty ? nil : "missing: " + verdict.missing.joined(separator: ", "),
        ]
        let shown = lines.compactMap(\.self) + (try book.steps(of: verdict, in: language)).map { "- " + $0 }
        return Answer(text: shown.joined(separator: "\n"), json: Value.object(object).json)
    }

    /// One provision, with the reason that it gives and the day from which it holds.
    private func reason(_ law: Law, _ verdict: Verdict) throws -> Object {
        let because = try pack.rules.because(of: verdict, in: language)
        return [
            "because": because.map(Value.text) ?? .null,
            "law": .text(try pack.rules.render(law.cite, of: verdict, in: language)),
            "from": .date(verdict.trace.start(of: law.id)),
        ]
    }
}
