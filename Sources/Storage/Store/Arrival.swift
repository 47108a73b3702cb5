package import Expressions

/// Where a person can be reached, as the store may know it: the number itself never comes here in clear.
package struct AddressKey: Hashable, Sendable {
    /// A keyed HMAC of the number; equal numbers have equal fingerprints.
    package let fingerprint: [UInt8]
    /// The number, encrypted; equal numbers need not be equal here.
    package let sealed: [UInt8]

    package init(fingerprint: [UInt8], sealed: [UInt8]) {
        self.fingerprint = fingerprint
        self.sealed = sealed
    }
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
}

/// Something that happened and must advance a conversation exactly once.
package struct Arrival: Hashable, Sendable {
    /// Makes repeats recognisable: 16 to 32 bytes, best a digest, so that keys of one length spread evenly. Without a
    /// key nothing is ever a repeat.
    package let key: [UInt8]?
    package let subject: Subject
    /// The moment it is dealt with; everything kept for it bears this time.
    package let at: Timestamp

    package init(key: [UInt8]?, subject: Subject, at: Timestamp) {
        self.key = key
        self.subject = subject
        self.at = at
    }
}
