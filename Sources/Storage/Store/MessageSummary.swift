package import Delivery
package import Expressions

/// A message to a person and what became of it, as staff read it.
package struct MessageSummary: Hashable, Sendable {
    package let id: OutboxID
    /// The channel's name.
    package let channel: String
    package let text: String
    package let createdAt: Timestamp
    /// When it was sent or given up; nil while it waits.
    package let settledAt: Timestamp?
    /// Why it was given up, in the words of `DeadReason`; nil when it was not.
    package let deadReason: String?
    /// What the provider reported; nil when it has not taken any of it.
    package let status: DeliveryStatus?
    /// The provider's code of a failure.
    package let code: String?
    /// How many times sending was tried.
    package let attempts: Int
    /// When it is tried next; nil when it is sent or given up.
    package let dueAt: Timestamp?

    package init(
        id: OutboxID, channel: String, text: String, createdAt: Timestamp, settledAt: Timestamp?, deadReason: String?,
        status: DeliveryStatus?, code: String?, attempts: Int, dueAt: Timestamp?
    ) {
        self.attempts = attempts
        self.dueAt = dueAt
        self.id = id
        self.channel = channel
        self.text = text
        self.createdAt = createdAt
        self.settledAt = settledAt
        self.deadReason = deadReason
        self.status = status
        self.code = code
    }
}

/// What becomes of a message, in one word.
package enum MessageState: String, Hashable, Sendable, CaseIterable, Codable {
    /// It waits to be sent, for the first time or once more.
    case waiting
    /// A provider took it.
    case sent
    /// The handset has it.
    case delivered
    /// A provider took it, and it did not arrive.
    case lost
    /// It was given up and never went.
    case dead
}

extension MessageState {
    /// By what is kept of a message.
    ///
    /// - Parameter status: What the provider reported last.
    init(isDead: Bool, isSettled: Bool, _ status: DeliveryStatus?) {
        switch status {
        case _ where isDead: self = .dead
        case _ where !isSettled: self = .waiting
        case .delivered: self = .delivered
        case .undelivered, .failed, .expired, .optedOut: self = .lost
        case .accepted, .sent, .unknown, nil: self = .sent
        }
    }
}

extension MessageSummary {
    /// What has become of it by now.
    package var state: MessageState {
        MessageState(isDead: deadReason != nil, isSettled: settledAt != nil, status)
    }
}
