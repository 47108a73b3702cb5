package import Expressions

/// What is known of a person between conversations. A person is not a phone number.
package struct Person: Hashable, Sendable {
    /// The language she chose, nil before she chose one.
    package var language: String?
    /// Whether she asked for no more messages.
    package var isStopped: Bool
    /// The pack's person fields that have a value.
    package var fields: [String: Value]

    package init(language: String? = nil, isStopped: Bool = false, fields: [String: Value] = [:]) {
        self.language = language
        self.isStopped = isStopped
        self.fields = fields
    }
}
