import Conversation
import Entitlements
import Expressions

/// Makes the facts once their questions are compiled.
struct FactsCompiler {
    let texts: TextCatalog
    /// Whether the pack says of whom something may be kept.
    let hasConsent: Bool
    let log: DiagnosticLog

    /// The facts by name.
    ///
    /// - Parameter steps: The compiled questions, in the order of the drafts; nil where one has errors.
    func facts(_ file: FactsFile, _ steps: [Step?]) -> [String: Fact] {
        var facts: [String: Fact] = [:]
        for (draft, step) in zip(file.drafts, steps) {
            let help = draft.help.flatMap { help in
                help.text(for: "'help' of fact '\(draft.name)'", log: log).flatMap {
                    texts.text("\(Fact.flow)#\(draft.name).help", $0, at: help.textPosition)
                }
            }
            guard let step else { continue }
            let answer = Answer(step.verb, draft)
            check(draft, answer)
            let fact = Fact(
                name: draft.name, type: answer.type, typed: answer.typed, choices: answer.choices,
                allowsUnknown: answer.allowsUnknown, assumed: draft.assumed?.literal, isKeptWithPerson: draft.isKept,
                countsMonths: draft.countsMonths, help: help)
            checkAssumed(draft, fact)
            facts[draft.name] = fact
        }
        return facts
    }

    private func check(_ draft: FactsFile.Draft, _ answer: Answer) {
        if draft.countsMonths, answer.typed != .duration {
            log.error("value", "only an answer of type duration can be read 'as: months'", at: draft.position)
        }
        if let assumed = draft.assumed, !answer.allowsUnknown {
            log.error(
                "fact-assume", "'\(draft.name)' is assumed when she does not know it, which she cannot say",
                at: assumed.position, suggestion: "add an option with value: null, or unknown: true to the answer")
        }
        if draft.isKept, !hasConsent {
            log.error(
                "fact-keep", "'\(draft.name)' is kept about people, and the pack does not say who has agreed to that",
                at: draft.position, suggestion: "add to pack.yaml: consent: person.consent")
        }
        if draft.isKept, answer.allowsUnknown, answer.typed != nil {
            log.error(
                "fact-keep", "'I do not know' cannot be kept with the person, so '\(draft.name)' would be asked again",
                at: draft.position, suggestion: "leave out 'keep' or 'unknown', or offer the answers as options")
        }
    }

    private func checkAssumed(_ draft: FactsFile.Draft, _ fact: Fact) {
        guard let assumed = draft.assumed, fact.allowsUnknown, fact.reading(assumed.literal) == nil else { return }
        log.error(
            "fact-assume", "'\(assumed.text ?? "")' is no answer to '\(draft.name)'", at: assumed.position,
            suggestion: fact.choices.isEmpty ? nil : "one of \(fact.choices.map(\.text).joined(separator: ", "))")
    }

    /// What a question can give.
    private struct Answer {
        var type: ValueType?
        var typed: ValueType?
        var choices: [Value] = []
        var allowsUnknown = false

        init(_ verb: Verb, _ draft: FactsFile.Draft) {
            switch verb {
            case .ask(let ask):
                typed = ask.answer.type.valueType
                choices = Set(ask.answer.choices.values).sorted().map(Value.text)
                allowsUnknown = ask.answer.allowsUnknown
                if ask.answer.type == .choice { typed = nil }
            default:
                choices = draft.options.filter { $0 != .null }
                allowsUnknown = draft.options.contains(.null)
            }
            var types = Set(choices.map { ValueType(rawValue: $0.typeName) })
            if let typed { types.insert(draft.countsMonths ? .number : typed) }
            type = types.count == 1 ? types.first.flatMap(\.self) : nil
        }
    }
}

extension AnswerType {
    /// The type of the values that such answers have in expressions.
    var valueType: ValueType {
        switch self {
        case .text, .phone, .choice, .pin, .idNumber, .claimCode, .place: .text
        case .number, .whole, .money: .number
        case .date: .date
        case .month: .month
        case .duration: .duration
        case .yesNo: .boolean
        }
    }
}
