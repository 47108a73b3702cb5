import Conversation

extension CheckRule {
    static let longTyping = CheckRule(
        "long-typing", "I06", .warning, summary: "many digits must be typed while a USSD session waits",
        reason: """
            A USSD network waits about 30 seconds for an answer, reading included (Africa's Talking; Clickatell says 20). \
            More than 10 digits are hard to copy in that time, above all from paper and from a phone that shows the \
            screen it is typed into. Offer what is known already, such as the number she calls from.
            """
    ) { context in
        context.steps.compactMap { step in
            guard case .ask(let ask) = step.step.verb else { return nil }
            let digits = ask.answer.type.digits
            guard digits > context.thresholds.typedDigits else { return nil }
            return Finding(
                "about \(digits) digits must be typed here", at: step.position("answer", "type"),
                suggestion: "offer what is known already, or ask for a part such as the last 4 digits")
        }
    }
}

extension AnswerType {
    /// About how many digits an answer of this type has; 0 where that depends on the question.
    var digits: Int {
        switch self {
        case .idNumber: 18
        case .phone: 11
        case .claimCode: 10
        case .date: 8
        case .month: 6
        case .pin: 4
        case .text, .number, .whole, .money, .duration, .yesNo, .choice, .place: 0
        }
    }
}
