package import Expressions

/// One typed question.
package struct Ask: Sendable {
    /// The question.
    package let text: LocalizedText
    /// What counts as an answer to it.
    package let answer: AnswerRule
    /// Where the answer is kept; "I do not know" is kept as null.
    package let save: Target
    /// What is asked after each answer that was not understood; empty: the pack's own sentence and the question.
    package let retry: [LocalizedText]
    /// Where someone goes whose answers were not understood after the last retry; nil: where the pack says.
    package let otherwise: Go?
    /// Whether the answer is shown and confirmed before it counts.
    package let confirms: Bool
    /// Whether transcripts hide what was typed.
    package let isPrivate: Bool
    /// Where it goes on, once there is an answer.
    package let go: Go

    /// Whether what is typed here must not be kept: a private answer or a PIN.
    package var hidesAnswer: Bool { isPrivate || answer.type == .pin || answer.type == .claimCode }

    /// Whether it brings a record from another number: then what is kept is not the answer but how the claim ended.
    package var claims: Bool { answer.type == .claimCode || answer.of != nil }

    package init(
        text: LocalizedText, answer: AnswerRule, save: Target, retry: [LocalizedText], otherwise: Go?, confirms: Bool,
        isPrivate: Bool, go: Go
    ) {
        self.text = text
        self.answer = answer
        self.save = save
        self.retry = retry
        self.otherwise = otherwise
        self.confirms = confirms
        self.isPrivate = isPrivate
        self.go = go
    }
}
