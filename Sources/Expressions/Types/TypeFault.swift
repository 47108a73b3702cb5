/// What is wrong with an expression that can be read, and where: found before it is ever evaluated.
package struct TypeFault: Hashable, Sendable {
    /// Whether it can never be right, or is only unlikely to be meant.
    package enum Severity: String, Hashable, Sendable {
        case error
        case warning
    }

    /// Whether it can never be right, or is only unlikely to be meant.
    package let severity: Severity
    /// Whether a name is at fault, which then has no value at all, and not only what is done with one.
    package let isAboutName: Bool
    /// One sentence, without the place.
    package let message: String
    /// Characters before the fault, from 0, in the expression's or template's source.
    package let offset: Int
    /// Characters the fault covers.
    package let length: Int
    /// What to write instead, when it can be guessed.
    package let suggestion: String?

    /// A fault that covers `length` characters from `offset`.
    package init(
        _ message: String, offset: Int, length: Int, suggestion: String? = nil, severity: Severity = .error,
        isAboutName: Bool = false
    ) {
        self.severity = severity
        self.isAboutName = isAboutName
        self.message = message
        self.offset = offset
        self.length = length
        self.suggestion = suggestion
    }

    func moved(by offset: Int) -> TypeFault {
        TypeFault(
            message, offset: self.offset + offset, length: length, suggestion: suggestion, severity: severity,
            isAboutName: isAboutName)
    }
}
