package import Delivery
package import Expressions

/// A message that was claimed for sending.
package struct OutboxRow: Hashable, Sendable {
    package let id: OutboxID
    package let person: PersonID
    /// The channel's name.
    package let channel: String
    /// The number to send to, encrypted, as its `AddressKey` brought it.
    package let sealed: [UInt8]
    package let text: String
    /// How many times sending was tried before and is known to have been.
    package let attempts: Int
    package let createdAt: Timestamp
    package let expiresAt: Timestamp?

    package init(
        id: OutboxID, person: PersonID, channel: String, sealed: [UInt8], text: String, attempts: Int,
        createdAt: Timestamp, expiresAt: Timestamp?
    ) {
        self.id = id
        self.person = person
        self.channel = channel
        self.sealed = sealed
        self.text = text
        self.attempts = attempts
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

/// What the outbox machine said about a claimed message.
package struct OutboxResult: Hashable, Sendable {
    package let id: OutboxID
    package let action: OutboxAction
    package let at: Timestamp

    package init(id: OutboxID, action: OutboxAction, at: Timestamp) {
        self.id = id
        self.action = action
        self.at = at
    }
}
