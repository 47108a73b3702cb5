/// Why a text is no expression, and where.
package struct ExpressionFault: Error, Hashable, Sendable {
    /// One sentence, without the place.
    package let message: String
    /// Characters before the fault, from 0, in the source that was parsed.
    package let offset: Int
    /// Characters the fault covers; 0 at the end of the source.
    package let length: Int
    /// What to write instead, when it can be guessed.
    package let suggestion: String?

    /// A fault that covers `length` characters from `offset`.
    package init(_ message: String, offset: Int, length: Int, suggestion: String? = nil) {
        self.message = message
        self.offset = offset
        self.length = length
        self.suggestion = suggestion
    }

    func moved(by offset: Int) -> ExpressionFault {
        ExpressionFault(message, offset: self.offset + offset, length: length, suggestion: suggestion)
    }
}
