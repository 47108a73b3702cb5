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
            return retries.filter { retry in questions.contains { $0.saysTheSame(as: retry) } }.map {
                Finding(
                    "this retry is the question again", at: $0.position,
                    suggestion: "say it in other words, or give an example")
            }
        }
    }
}

extension TextVersion {
    /// Whether another text in the same language has the same letters, whatever marks stand at its ends.
    fileprivate func saysTheSame(as other: TextVersion) -> Bool {
        guard language == other.language, wording.words.count == other.wording.words.count,
            wording.signs == other.wording.signs
        else { return false }
        return Folding.fold(template.source) == Folding.fold(other.template.source)
    }
}
