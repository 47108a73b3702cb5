import Conversation
import Expressions

extension CheckRule {
    static let sameRetry = CheckRule(
        "same-retry", "E01", .error, summary: "a retry is the question again, word for word",
        reason: """
            The same text a second time looks like a broken service, and whoever did not understand it the first time \
            will not now. A retry says in other words what is wanted.
            """
    ) { context in
        context.steps.flatMap { step -> [Finding] in
            let retries = context.retries(of: step)
            guard !retries.isEmpty else { return [] }
            let questions = context.versions(of: step, .ask) + context.versions(of: step, .menu)
            let asked = Set(questions.map(\.saying))
            return retries.filter { asked.contains($0.saying) }.map {
                Finding(
                    "this retry is the question again", at: $0.position,
                    suggestion: "say it in other words, or give an example")
            }
        }
    }
}

extension TextVersion {
    /// The text in its language, for comparison: small letters, without marks at its ends.
    fileprivate var saying: String { tag + " " + Folding.fold(template.source) }
}
