/// How many changes share a commit, and how many may wait for one.
package struct GroupLimits: Hashable, Sendable {
    /// The most changes one transaction takes.
    package var size = 512
    /// The most changes that wait; more are refused as busy.
    package var queue = 10_000
    /// Seconds that changes may have waited when more are refused as busy: half of what USSD providers wait for an answer.
    package var wait = 4
    /// Milliseconds that a large group waits for more, where others write in the same database at the time.
    package var pause = 3

    package init() {}
}
