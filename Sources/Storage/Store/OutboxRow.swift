package import Conversation
package import Delivery
package import Expressions

/// A message that was claimed for sending.
package struct OutboxRow: Hashable, Sendable {
    package let id: OutboxID
    package let person: PersonID
    /// The channel's name.
    package let channel: String
    /// What to send, and where to; nil where what is kept of it cannot be opened.
    package let content: Content?
    /// How many times sending was tried before.
    package let attempts: Int
    /// How many of its requests a provider took already, of a message that takes several.
    package let accepted: Int
    /// Whether it was claimed before and nothing was heard of it: the process died while it was being sent.
    package let isAbandoned: Bool
    package let createdAt: Timestamp
    package let expiresAt: Timestamp?
    /// Hours of the day, by UTC, in which it is not sent.
    package let quiet: QuietHours?
    /// Whether nobody asked for it and the conversation has gone on since: it would be a question of yesterday.
    package let isOvertaken: Bool
    /// The trace that it belongs to; nil where none is known.
    package let trace: String?

    /// A text and the number it goes to.
    package struct Content: Hashable, Sendable {
        /// As its `AddressKey` brought it.
        package let number: String
        package let text: String

        package init(number: String, text: String) {
            self.number = number
            self.text = text
        }
    }

    package init(
        id: OutboxID, person: PersonID, channel: String, content: Content?, attempts: Int, accepted: Int,
        isAbandoned: Bool, createdAt: Timestamp, expiresAt: Timestamp?, quiet: QuietHours? = nil,
        isOvertaken: Bool = false, trace: String? = nil
    ) {
        self.quiet = quiet
        self.isOvertaken = isOvertaken
        self.id = id
        self.person = person
        self.channel = channel
        self.content = content
        self.attempts = attempts
        self.accepted = accepted
        self.isAbandoned = isAbandoned
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.trace = trace
    }
}

/// What became of a claimed message.
package struct OutboxResult: Hashable, Sendable {
    package let id: OutboxID
    /// What the outbox machine said.
    package let action: OutboxAction
    /// How many of its requests a provider has taken by now, those of earlier attempts among them.
    package let accepted: Int
    /// The parts a provider took in this attempt.
    package let parts: [AcceptedPart]
    package let at: Timestamp

    package init(id: OutboxID, action: OutboxAction, accepted: Int = 0, parts: [AcceptedPart] = [], at: Timestamp) {
        self.id = id
        self.action = action
        self.accepted = accepted
        self.parts = parts
        self.at = at
    }
}

/// A part of a message that a provider took.
package struct AcceptedPart: Hashable, Sendable {
    /// Its number within the message's text, from 1.
    package let number: Int
    /// The provider's id of it, when it gives one.
    package let providerID: String?

    package init(number: Int, providerID: String?) {
        self.number = number
        self.providerID = providerID
    }
}
