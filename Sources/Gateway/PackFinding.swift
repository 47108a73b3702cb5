import ContentFiles

/// One thing that `waymark check` says of a pack: what, where, and how to mend it.
package struct PackFinding: Hashable, Sendable, Codable {
    /// `error`, `warning` or `info`; an error keeps the pack from being published.
    package let severity: String
    /// The file, the line and the column.
    package let place: String
    package let message: String
    /// How to mend it, where that can be said.
    package let advice: String?
    /// The name of the rule that found it.
    package let rule: String

    init(_ diagnostic: Diagnostic) {
        severity = diagnostic.severity.rawValue
        place = "\(diagnostic.position)"
        message = diagnostic.message
        advice = diagnostic.suggestion
        rule = diagnostic.id
    }
}
