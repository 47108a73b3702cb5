import ContentFiles
import Conversation
import Entitlements
import Expressions

/// A rule with the day and the language it is asked in.
struct Consultation {
    let pack: Pack
    let rule: Rule
    let now: Timestamp
    /// The language by its place in the pack's list.
    let language: Int

    /// - Parameters:
    ///   - rule: The rule's id.
    ///   - at: A day or time as it was typed; nil is now.
    ///   - language: A language tag of the pack; nil is the language it is written in.
    init(pack: Pack, rule: String, at: String?, language: String?) throws(WrongUse) {
        self.pack = pack
        self.rule = try Self.rule(rule, of: pack)
        now = try Moment.read(at, place: pack.settings.utcOffset).timestamp
        self.language = try pack.language(language)
    }

    private static func rule(_ id: String, of pack: Pack) throws(WrongUse) -> Rule {
        if let rule = pack.rules.rules[id] { return rule }
        let known = pack.rules.rules.keys.sorted()
        guard !known.isEmpty else { throw WrongUse("the pack \(pack.id) has no rules: add them in its folder rules/") }
        let near = nearest(to: id, among: known).map { ": did you mean '\($0)'?" }
        throw WrongUse("the pack \(pack.id) has no rule '\(id)'" + (near ?? " (\(known.joined(separator: ", ")))"))
    }

    private var utcOffset: Int { pack.settings.utcOffset }
    private var tag: String { pack.languages[language].tag }

    /// The day of the question, at the pack's place.
    var day: CalendarDate { now.date(utcOffset: utcOffset) }

    /// What the rule says to the facts of a JSON file; nil is none.
    func answer(toFactsIn path: String?) throws(WrongUse) -> Consulted {
        answer(to: try FactsInput(path: path).answers(to: pack.rules.facts))
    }

    private func answer(to known: [String: Value]) -> Consulted {
        let book = pack.rules
        let judgement = book.judge(rule.id, { known[$0] }, at: now, utcOffset: utcOffset, language: tag)
        let asked = book.talk(rule.id, answers: known, at: now, utcOffset: utcOffset, language: tag).asked
        do throws(EvaluationFault) {
            switch judgement {
            case .ask(let fact): return .question(try question(fact, asked: asked))
            case .verdict(let verdict): return .result(try ConsultedResult(verdict, self, asked: asked))
            case nil: return .fault("the rule \(rule.id) is not in force on \(day.iso)")
            }
        } catch {
            return .fault("a text cannot be said: \(error.message)")
        }
    }

    /// The question of a fact as the pack's people are asked it.
    private func question(_ fact: String, asked: [String]) throws(EvaluationFault) -> ConsultedQuestion {
        let step = pack.rules.facts[fact].flatMap { pack.places[$0.step] }.map { pack.steps[$0] }
        switch step?.verb {
        case .menu(let menu):
            var options: [ConsultedQuestion.Choice] = []
            for option in menu.options {
                options.append(ConsultedQuestion.Choice(number: option.number, label: try render(option.label)))
            }
            return ConsultedQuestion(fact: fact, text: try render(menu.text), options: options, asked: asked)
        case .ask(let ask):
            return ConsultedQuestion(fact: fact, text: try render(ask.text), options: [], asked: asked)
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end, nil:
            throw EvaluationFault("the pack has no question for '\(fact)'")
        }
    }

    private func render(_ text: LocalizedText) throws(EvaluationFault) -> String {
        let scope = DictionaryScope(["constants": .object(pack.constants)])
        return try Evaluation(scope: scope, now: now, utcOffset: utcOffset, language: tag)
            .render(text.version(language))
    }
}
