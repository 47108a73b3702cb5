package import Conversation
package import Expressions

/// A conversation as staff see it in a list.
package struct SessionSummary: Hashable, Sendable {
    package let id: SessionID
    package let person: PersonID
    /// The channel it began on.
    package let channel: String
    package let beganAt: Timestamp
    package let lastAt: Timestamp
    /// How it ended, nil while it lives.
    package let outcome: Outcome?
    /// The step it waits at or ended at.
    package let step: String

    package init(
        id: SessionID, person: PersonID, channel: String, beganAt: Timestamp, lastAt: Timestamp, outcome: Outcome?,
        step: String
    ) {
        self.id = id
        self.person = person
        self.channel = channel
        self.beganAt = beganAt
        self.lastAt = lastAt
        self.outcome = outcome
        self.step = step
    }
}

/// One turn as staff read it.
package struct TranscriptLine: Hashable, Sendable {
    package let at: Timestamp
    /// What she typed; empty when a private answer was expected.
    package let input: String
    /// What she saw, nil when nothing was said.
    package let reply: String?
    /// How the input was understood.
    package let understood: String
    /// The step that waits now, or that ended the session.
    package let step: String
    /// What staff must look at.
    package let flags: [Flag]

    package init(at: Timestamp, input: String, reply: String?, understood: String, step: String, flags: [Flag]) {
        self.at = at
        self.input = input
        self.reply = reply
        self.understood = understood
        self.step = step
        self.flags = flags
    }
}

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
