package import Expressions

/// Where a person can be reached: what the store finds it by, and the number, which it keeps sealed.
package struct AddressKey: Hashable, Sendable, CustomStringConvertible {
    /// A keyed HMAC of the number; equal numbers have equal fingerprints.
    package let fingerprint: [UInt8]
    /// The number as `Address.wireText` writes it.
    package let number: String

    package init(fingerprint: [UInt8], number: String) {
        self.fingerprint = fingerprint
        self.number = number
    }

    /// Never the number.
    package var description: String { "an address" }
}

/// Whose conversation an arrival is about.
package enum Subject: Hashable, Sendable {
    /// Whoever has this address; an unknown address is a new person's.
    case address(AddressKey, channel: String)
    /// Whoever's silence timer fired.
    case timer(TimerID)
    /// Whoever is to be reminded; the reminder is gone with this.
    case reminder(ReminderID)
    /// Whoever waits for another system; the request is gone with this.
    case request(RequestID)
    /// Whoever this message was written to.
    case recipient(OutboxID)
    /// Whoever's conversation this is, or was: what staff do in it belongs to it.
    case session(SessionID)
}

/// Something that happened and must advance a conversation exactly once.
package struct Arrival: Hashable, Sendable {
    /// Makes repeats recognisable: 16 to 32 bytes, best a digest, so that keys of one length spread evenly. Without a
    /// key nothing is ever a repeat.
    package let key: [UInt8]?
    /// Milliseconds for which an arrival with a known key is a repeat: afterwards it is another, whose key is kept
    /// anew. Counted from the moment that the known one was answered; nil when it is a repeat for ever.
    package let window: Int64?
    package let subject: Subject
    /// The moment it is dealt with; everything kept for it bears this time.
    package let at: Timestamp

    package init(key: [UInt8]?, window: Int64? = nil, subject: Subject, at: Timestamp) {
        self.key = key
        self.window = window
        self.subject = subject
        self.at = at
    }
}

extension Arrival {
    /// Whether an arrival with a known key is a repeat.
    ///
    /// - Parameters:
    ///   - answeredAt: When the known one was answered. The two may have overtaken each other, and clocks are set
    ///     back: what counts is how far they are apart.
    ///   - isNew: Whether the conversation knows that it is another one (see `Decision.isNew`).
    package func isRepeat(after answeredAt: Timestamp, isNew: Bool) -> Bool {
        guard let window else { return true }
        return !isNew && abs(at.milliseconds - answeredAt.milliseconds) < window
    }
}
