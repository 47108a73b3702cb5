import Conversation

extension CheckRule {
    static let dateAtOnce = CheckRule(
        "date-at-once", "I03", .warning, summary: "a whole date is asked at once",
        reason: """
            Day, month and year come in another order in every country, and many people know the year of what happened \
            and perhaps the month. The largest health service by phone asks for year, month and day one after another. \
            Often the month is enough.
            """
    ) { context in
        context.steps.compactMap { step in
            guard case .ask(let ask) = step.step.verb, ask.answer.type == .date else { return nil }
            return Finding(
                "a whole date is asked at once", at: step.position("answer", "type"),
                suggestion: "ask for the month (type: month), or for year, month and day one after another")
        }
    }
}
