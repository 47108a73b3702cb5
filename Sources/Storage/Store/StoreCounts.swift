/// How much is kept.
package struct StoreCounts: Hashable, Sendable {
    package var persons = 0
    package var sessions = 0
    /// Sessions that are not over.
    package var liveSessions = 0
    package var turns = 0
    package var inboundKeys = 0
    /// Messages that are neither sent nor given up.
    package var waitingMessages = 0
    package var openCases = 0
    package var revisions = 0

    package init() {}
}
