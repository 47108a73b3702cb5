package import Conversation

/// One part of a long message that a provider did not put together.
package struct PartDraft: Hashable, Sendable {
    /// What the parts of one message share and no other message has at the time: 16 to 32 bytes, best a digest of the
    /// provider's account, the sender and the provider's reference.
    package let message: [UInt8]
    /// From 1.
    package let index: Int
    package let count: Int
    /// Equal texts have equal digests.
    package let digest: [UInt8]
    /// The text.
    package let text: String
    /// Seconds to wait for the other parts, from the first one that came.
    package let lifetime: Int

    package init(message: [UInt8], index: Int, count: Int, digest: [UInt8], text: String, lifetime: Int) {
        self.message = message
        self.index = index
        self.count = count
        self.digest = digest
        self.text = text
        self.lifetime = lifetime
    }
}

/// Turns what is known, and the texts of a long message's parts in their order, into what is to be kept.
package typealias PartDecision = @Sendable (Snapshot, [String]) -> Decision

/// How much may wait for the rest of its message.
package struct PartLimits: Hashable, Sendable {
    /// Open messages of one sender on one channel.
    package var openMessages = 8
    /// Bytes of the sealed texts of all parts that wait.
    package var bytes = 16 << 20

    package init() {}
}

/// What became of a part. Everything it led to is on disk.
package enum PartSettlement: Hashable, Sendable {
    /// It is kept until its message is whole or its time is over.
    case waits
    /// It was known already and nothing changed; with the bytes kept for it.
    case known(answer: [UInt8]?)
    /// Its message was taken without it, and it is dropped.
    case late
    /// A message advanced its conversation: its own, or an earlier one that had to make way for it. Where a PIN has to be
    /// stretched first the settlement says so, nothing is kept, and the part is to be brought again.
    case advanced(Settlement, missing: Int)

    /// What has to be computed before the part can be kept.
    package var stretch: Stretch? {
        switch self {
        case .advanced(let settlement, _): settlement.stretch
        case .waits, .known, .late: nil
        }
    }
}

/// A long message whose time is over.
package struct LongMessageRow: Hashable, Sendable {
    package let id: LongMessageID
    /// The channel its first part came by.
    package let channel: String

    package init(id: LongMessageID, channel: String) {
        self.id = id
        self.channel = channel
    }
}
