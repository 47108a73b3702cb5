package import Expressions

/// The kinds of answer a question can ask for.
package enum AnswerType: String, Hashable, Sendable, CaseIterable {
    case text, number, whole, money, date, month, duration
    case yesNo = "yes_no"
    case phone, choice, pin
    /// A place of the pack's directory, kept as its official code.
    case place
    case idNumber = "id_number"
    /// A code by which she brings her record from another phone. What is kept is only whether it matched.
    case claimCode = "claim_code"
}

extension AnswerType {
    /// What follows the name of an answer of the type `place` where its name in words is meant, not its code.
    package static let placeNameSuffix = "_name"

    /// How long an answer may be where a question does not say: 4 to 8 digits of a PIN, 500 characters of a
    /// text, which are four SMS.
    package var length: ClosedRange<Int> { self == .pin ? 4...8 : 1...500 }
}

/// What a question accepts.
package struct AnswerRule: Sendable {
    /// How what was typed is read, and what kind of value becomes of it.
    package let type: AnswerType
    /// The least value that counts, computed when the answer arrives; nil for no bound.
    package let from: Expression?
    /// The greatest value that counts, computed when the answer arrives; nil for no bound.
    package let to: Expression?
    /// The shortest and longest text, in characters; of a PIN, in digits.
    package let length: ClosedRange<Int>
    /// The words of a `choice`, or words such as "never" beside another type; folded, each with the value it stands for.
    package let choices: [String: String]
    /// What a number counts, where it counts time: then `2 years` is 24 months; without it a number has no unit, and a
    /// length of time no bare number.
    package let unit: TimeUnit?
    /// Whether "I do not know" is an answer.
    package let allowsUnknown: Bool
    /// What is typed for "I do not know" where the pack's key is itself an answer, such as 7 years; nil: the pack's key.
    package let unknownKey: String?
    /// The number whose record a PIN opens; nil where the PIN is her own.
    package let of: Expression?

    package init(
        type: AnswerType, from: Expression? = nil, to: Expression? = nil, length: ClosedRange<Int>? = nil,
        choices: [String: String] = [:], unit: TimeUnit? = nil, allowsUnknown: Bool = false,
        unknownKey: String? = nil, of: Expression? = nil
    ) {
        self.type = type
        self.from = from
        self.to = to
        self.length = length ?? type.length
        self.choices = choices
        self.unit = unit
        self.allowsUnknown = allowsUnknown
        self.unknownKey = unknownKey
        self.of = of
    }
}
