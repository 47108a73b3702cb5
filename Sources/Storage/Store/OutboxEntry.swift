package import Delivery
package import Expressions

/// A message in a list of the outbox: neither its text nor its number.
package struct OutboxEntry: Hashable, Sendable {
    package let id: OutboxID
    package let person: PersonID
    /// The conversation that wrote it; nil for a message that staff caused.
    package let session: SessionID?
    /// The channel's name.
    package let channel: String
    package let state: MessageState
    /// How many times sending was tried.
    package let attempts: Int
    package let createdAt: Timestamp
    /// When it is tried next; nil when it is sent or given up.
    package let dueAt: Timestamp?
    /// When it was sent or given up; nil while it waits.
    package let settledAt: Timestamp?
    /// When it is no longer worth sending; nil when it always is.
    package let expiresAt: Timestamp?
    /// Why it was given up, in the words of `DeadReason`.
    package let deadReason: String?
    /// What the provider reported last.
    package let status: DeliveryStatus?

    package init(
        id: OutboxID, person: PersonID, session: SessionID?, channel: String, attempts: Int, createdAt: Timestamp,
        dueAt: Timestamp?, settledAt: Timestamp?, expiresAt: Timestamp?, deadReason: String?, status: DeliveryStatus?
    ) {
        self.id = id
        self.person = person
        self.session = session
        self.channel = channel
        state = MessageState(isDead: deadReason != nil, isSettled: settledAt != nil, status)
        self.attempts = attempts
        self.createdAt = createdAt
        self.dueAt = dueAt
        self.settledAt = settledAt
        self.expiresAt = expiresAt
        self.deadReason = deadReason
        self.status = status
    }
}

/// Which messages a list of the outbox has; without anything, all.
package struct OutboxFilter: Hashable, Sendable {
    /// How far messages are.
    package enum Stage: String, Hashable, Sendable, CaseIterable, Codable {
        /// They are neither sent nor given up.
        case waiting
        /// A provider took them, whatever became of them there.
        case sent
        /// They were given up.
        case dead
    }

    /// The channel's name.
    package var channel: String?
    package var stage: Stage?

    package init(channel: String? = nil, stage: Stage? = nil) {
        self.channel = channel
        self.stage = stage
    }
}
