package import Expressions

/// The kinds of answer a question can ask for.
package enum AnswerType: String, Hashable, Sendable, CaseIterable {
    case text, number, whole, money, date, month, duration
    case yesNo = "yes_no"
    case phone, choice, pin
    case idNumber = "id_number"
}

/// What a question accepts.
package struct AnswerRule: Sendable {
    /// How what was typed is read, and what kind of value becomes of it.
    package let type: AnswerType
    /// The least value that counts, computed when the answer arrives; nil for no bound.
    package let from: Expression?
    /// The greatest value that counts, computed when the answer arrives; nil for no bound.
    package let to: Expression?
    /// The shortest and longest text, in characters.
    package let length: ClosedRange<Int>
    /// The words of a `choice`, folded, each with the value it stands for.
    package let choices: [String: String]
    /// Whether "I do not know" is an answer.
    package let allowsUnknown: Bool

    package init(
        type: AnswerType, from: Expression? = nil, to: Expression? = nil, length: ClosedRange<Int> = 1...500,
        choices: [String: String] = [:], allowsUnknown: Bool = false
    ) {
        self.type = type
        self.from = from
        self.to = to
        self.length = length
        self.choices = choices
        self.allowsUnknown = allowsUnknown
    }
}
