/// One rule of `waymark check`: a question about a whole pack whose answer is a list of places.
///
/// Each rule is a file of its own, named after it, and stands in the list of its family.
package struct CheckRule: Sendable {
    /// The word in brackets behind a diagnostic, for example `long-label`.
    package let id: String
    /// Its place in the catalogue, for example `M05`: the letter is the family.
    package let code: String
    /// How much its findings matter, where a finding does not say otherwise.
    package let severity: Diagnostic.Severity
    /// What is reported, in a few words: one line of `check --list`.
    package let summary: String
    /// Why, with the evidence and where it comes from: what `check --explain` prints.
    package let reason: String
    /// Everything in a pack that breaks the rule. Pure: the same pack gives the same findings.
    let find: @Sendable (CheckContext) -> [Finding]

    init(
        _ id: String, _ code: String, _ severity: Diagnostic.Severity, summary: String, reason: String,
        find: @escaping @Sendable (CheckContext) -> [Finding]
    ) {
        self.id = id
        self.code = code
        self.severity = severity
        self.summary = summary
        self.reason = reason
        self.find = find
    }
}

/// One place that breaks a rule.
struct Finding: Hashable, Sendable {
    /// Where it is: at the text itself, or at the key that is at fault.
    let position: Position
    /// What is wrong, in one sentence without a full stop.
    let message: String
    /// How to mend it, when that can be said.
    let suggestion: String?
    /// Where it matters more or less than the rule's other findings; nil for the rule's own severity.
    let severity: Diagnostic.Severity?

    init(
        _ message: String, at position: Position, suggestion: String? = nil, severity: Diagnostic.Severity? = nil
    ) {
        self.position = position
        self.message = message
        self.suggestion = suggestion
        self.severity = severity
    }
}

extension CheckRule {
    /// A finding as it is told.
    func diagnostic(_ finding: Finding) -> Diagnostic {
        Diagnostic(
            finding.severity ?? severity, id, finding.message, at: finding.position, suggestion: finding.suggestion)
    }
}
