/// Why an expression has no value: a sentence for the operator who wrote it.
package struct EvaluationFault: Error, Hashable, Sendable {
    /// What failed, and with which value.
    package let message: String

    /// A fault of this sentence.
    package init(_ message: String) {
        self.message = message
    }
}
