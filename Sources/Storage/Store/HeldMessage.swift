package import Conversation
package import Expressions

/// An SMS that is held while a USSD dialogue is open, as a decision about it reads it.
package struct HeldMessage: Hashable, Sendable {
    /// What it says.
    package let text: String
    /// When it came.
    package let since: Timestamp

    package init(text: String, since: Timestamp) {
        self.text = text
        self.since = since
    }
}

/// An SMS whose time has come.
package struct HeldRow: Hashable, Sendable {
    package let id: HeldID
    /// The channel it came by.
    package let channel: String

    package init(id: HeldID, channel: String) {
        self.id = id
        self.channel = channel
    }
}

/// Turns what is known, and an SMS that was held, into what is to be kept.
package typealias HeldDecision = @Sendable (Snapshot, HeldMessage) -> Decision
