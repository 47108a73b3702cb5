import Entitlements
package import Expressions

/// A flow that is to be started later, by SMS.
package struct Reminder: Hashable, Sendable {
    /// The address of the step to start at, `flow#step`: it must outlive the pack's revision.
    package let step: String
    /// When it is to be; for one that waits for a rule to change, when she asked for it.
    package let at: Timestamp
    /// The rule that must change first; nil for one that has its time.
    package let awaited: RuleVersion?

    package init(step: String, at: Timestamp, awaiting awaited: RuleVersion? = nil) {
        self.step = step
        self.at = at
        self.awaited = awaited
    }

    /// Whether this takes the place of an earlier one: it starts the same step, for the same reason.
    package func replaces(_ earlier: Reminder) -> Bool {
        step == earlier.step && awaited?.rule == earlier.awaited?.rule
    }
}

/// A rule as somebody was answered by it.
package struct RuleVersion: Hashable, Sendable {
    /// The rule's name, such as `cn.wages.arrears`.
    package let rule: String
    /// The number that its file has for this wording and these figures; a later one is greater.
    package let version: Int

    package init(rule: String, version: Int) {
        self.rule = rule
        self.version = version
    }
}

extension Pack {
    /// Every rule of the pack in its present version, by name.
    package var ruleVersions: [RuleVersion] {
        rules.rules.values.map { RuleVersion(rule: $0.id, version: $0.version) }.sorted { $0.rule < $1.rule }
    }
}
