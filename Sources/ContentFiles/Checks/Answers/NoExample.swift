import Conversation
import Expressions

extension CheckRule {
    static let noExample = CheckRule(
        "no-example", "I02", .error, summary: "a question does not show how its answer is written",
        reason: """
            A date or a number can be written in many ways, and nobody knows which one a machine wants. An example in the \
            question shows it in the fewest characters, also to those who do not read the words. It stands as 'example' \
            beside the answer's type, and its digits in the question of every language.
            """
    ) { context in
        context.steps.flatMap { step -> [Finding] in
            guard case .ask(let ask) = step.step.verb, ask.answer.type.isWrittenInDigits else { return [] }
            guard let example = step.value("answer", "example")?.text, let digits = example.firstDigits else {
                return [
                    Finding(
                        "this \(ask.answer.type.rawValue) has no example", at: step.position("answer"),
                        suggestion: "add 'example:' with digits to 'answer', and show it in the question")
                ]
            }
            return context.versions(of: step, .ask).filter { !$0.template.masked.contains(digits) }.map {
                Finding(
                    "this question does not show the example \(example)", at: $0.position,
                    suggestion: "write it into the question: ..., like \(example)")
            }
        }
    }
}

extension AnswerType {
    fileprivate var isWrittenInDigits: Bool {
        switch self {
        case .number, .whole, .money, .date, .month, .duration, .phone, .idNumber: true
        case .text, .yesNo, .choice, .pin, .claimCode, .place: false
        }
    }
}

extension String {
    /// The first run of digits.
    fileprivate var firstDigits: Substring? {
        guard let start = firstIndex(where: \.isWholeNumber) else { return nil }
        return self[start...].prefix(while: \.isWholeNumber)
    }
}
