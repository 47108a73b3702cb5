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

    package init(
        id: OutboxID, channel: String, text: String, createdAt: Timestamp, settledAt: Timestamp?, deadReason: String?,
        status: DeliveryStatus?, code: String?
    ) {
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
