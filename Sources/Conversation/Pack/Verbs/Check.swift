/// Runs a rule as a short dialog: asks only the facts that are still needed, then goes on by the outcome.
package struct Check: Sendable {
    /// The rule's id in the pack's rule book, for example `cn.wages.claim`.
    package let rule: String
    /// Where each outcome leads that is named.
    package let ways: [String: Go]
    /// Where every other outcome leads; nil when all are named.
    package let otherwise: Go?

    package init(rule: String, ways: [String: Go], otherwise: Go?) {
        self.rule = rule
        self.ways = ways
        self.otherwise = otherwise
    }
}
