import Conversation

extension CheckRule {
    static let unboundedAnswer = CheckRule(
        "unbounded-answer", "I02", .error, summary: "a number or a day has no bounds",
        reason: """
            In a field study more than four of a hundred values that people typed by SMS or in forms were slips: 38 of a \
            hundred reports had at least one. Bounds catch those that cannot be: a month in the future, a child of 80 \
            years. With 'from' the key for going back counts as an answer where it is one: 0 children.
            """
    ) { context in
        context.steps.compactMap { step in
            guard case .ask(let ask) = step.step.verb, ask.answer.type.hasBounds else { return nil }
            let missing = [ask.answer.from == nil ? "from" : nil, ask.answer.to == nil ? "to" : nil].compactMap(\.self)
            guard let first = missing.first else { return nil }
            return Finding(
                "this \(ask.answer.type.rawValue) has no bound '\(missing.joined(separator: "' and no '"))'",
                at: step.position("answer"),
                suggestion: "add '\(first):' to 'answer', for example 'from: 0' or 'to: today'")
        }
    }
}

extension AnswerType {
    /// Whether an answer of this type is one of many in an order, of which only some can be right. Lengths of time have
    /// bounds of their own, and numbers of phones and identity cards have a format.
    fileprivate var hasBounds: Bool {
        switch self {
        case .number, .whole, .money, .date, .month: true
        case .text, .duration, .yesNo, .phone, .choice, .pin, .claimCode, .place, .idNumber: false
        }
    }
}
