import Conversation

extension CheckRule {
    static let noRetry = CheckRule(
        "no-retry", "E01", .error, summary: "a question has no text for an answer that was not understood",
        reason: """
            Whoever was not understood once gives the same answer again unless something new is said. Without a 'retry' \
            the program can only ask for another try; it does not know what the question wants. A menu needs none: there \
            the program asks for one number from the list, which always helps.
            """
    ) { context in
        context.steps.compactMap { step in
            guard case .ask(let ask) = step.step.verb, ask.retry.isEmpty else { return nil }
            return Finding(
                "nothing helps someone whose answer is not understood here", at: step.position("ask"),
                suggestion: "add 'retry:' with two texts, the second with an example")
        }
    }
}
