import Conversation

extension CheckRule {
    static let manyTries = CheckRule(
        "many-tries", "E03", .error, summary: "one question is asked too many times",
        reason: """
            Who was not understood three times will not be the fourth time, and pays for every try: South African \
            networks bill each 20 seconds. After the last retry the way out comes ('otherwise', or that of the pack), and \
            there a person.
            """
    ) { context in
        context.steps.compactMap { step in
            let (tries, most) = (step.step.verb.retries.count + 1, context.thresholds.tries)
            guard tries > most else { return nil }
            return Finding(
                "this question is asked \(tries) times", at: step.position("retry"),
                suggestion: "keep \(most - 1) retries; then the way out comes")
        }
    }
}
