package import Expressions

/// A case that waits for staff.
package struct CaseSummary: Hashable, Sendable {
    package let number: Int
    package let person: PersonID
    package let session: SessionID?
    package let topic: String
    package let note: String
    /// The step that opened it.
    package let step: String
    package let openedAt: Timestamp

    package init(
        number: Int, person: PersonID, session: SessionID?, topic: String, note: String, step: String,
        openedAt: Timestamp
    ) {
        self.number = number
        self.person = person
        self.session = session
        self.topic = topic
        self.note = note
        self.step = step
        self.openedAt = openedAt
    }
}

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
