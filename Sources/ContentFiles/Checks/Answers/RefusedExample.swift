import Conversation

extension CheckRule {
    static let refusedExample = CheckRule(
        "refused-example", "I02", .error, summary: "a question would not take its own example",
        reason: """
            Whoever copies the example must be understood. It is read as if somebody typed it today; bounds that depend on \
            other answers are left out.
            """
    ) { context in
        guard let today = context.settings.today else { return [] }
        return context.steps.compactMap { step in
            guard case .ask(let ask) = step.step.verb, let example = step.value("answer", "example")?.text,
                !context.pack.accepts(example, by: ask.answer, on: today)
            else { return nil }
            return Finding(
                "'\(example)' is no answer to this question", at: step.position("answer", "example"),
                suggestion: "give an example of this type and within the bounds")
        }
    }
}
