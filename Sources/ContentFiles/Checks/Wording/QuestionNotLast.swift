import Conversation

extension CheckRule {
    static let questionNotLast = CheckRule(
        "question-not-last", "T03", .warning, summary: "the question does not stand right above its options",
        reason: """
            Options answer what stands right above them. A sentence between the question and its options is read as the \
            question, or makes the reader look for it again.
            """
    ) { context in
        context.questions.compactMap { version in
            let sentences = version.wording.sentences
            guard let last = sentences.last, !last.isQuestion, !last.endsWithColon,
                let question = sentences.last(where: \.isQuestion)
            else { return nil }
            return Finding(
                "the question stands above another sentence", at: version.position(at: question.offset),
                suggestion: "put the question last")
        }
    }
}
