package import Expressions

/// A flow that is to be started later, by SMS.
package struct Reminder: Hashable, Sendable {
    /// The address of the step to start at, `flow#step`: it must outlive the pack's revision.
    package let step: String
    /// When it is to be.
    package let at: Timestamp

    package init(step: String, at: Timestamp) {
        self.step = step
        self.at = at
    }
}
