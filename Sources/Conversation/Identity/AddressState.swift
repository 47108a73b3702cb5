package import Expressions

/// Whose a number is held to be.
package enum Standing: Int, Hashable, Sendable, CaseIterable {
    /// Hers. It becomes unverified by silence or a report, and released when she gives it up.
    case verified = 0
    /// Perhaps a stranger's by now: nothing of the person shows until the gate has opened. It becomes verified again, or
    /// another person's.
    case unverified = 1
    /// Given up: whoever writes from it next is a new person.
    case released = 2
}

/// What is known of a number beside the person it leads to.
package struct AddressState: Hashable, Sendable {
    /// How long after it was last noted that somebody was heard it is noted again, in seconds: so that not every turn
    /// writes it, it may be so much too early.
    static let hearingPause: Int64 = 3_600

    /// Whether it is still held to be hers.
    package var standing: Standing
    /// When somebody was last heard on it, an hour too early at most; nil for a number nobody was heard on.
    package var heardAt: Timestamp?
    /// What the gate before it waits for; nil while there is none.
    package var gate: Gate?
    /// Codes and PINs for other records that did not match, and until when no more are taken.
    package var attempts: Attempts
    /// Whether several people use it: then whoever begins to talk is asked who is there.
    package var isShared: Bool
    /// Whether one of them asked for no more messages: then none comes for any of them.
    package var isStopped: Bool
    /// Until when staff have it get no answers; nil where they never did. It ends by itself, since the number may be
    /// somebody else's by then.
    package var blockedUntil: Timestamp?
    /// Until when a 2 by SMS objects to the claim that it was asked about; nil where it was asked about none.
    package var objectionUntil: Timestamp?

    package init(
        standing: Standing = .verified, heardAt: Timestamp? = nil, gate: Gate? = nil,
        attempts: Attempts = Attempts(), isShared: Bool = false, isStopped: Bool = false,
        blockedUntil: Timestamp? = nil, objectionUntil: Timestamp? = nil
    ) {
        self.standing = standing
        self.heardAt = heardAt
        self.gate = gate
        self.attempts = attempts
        self.isShared = isShared
        self.isStopped = isStopped
        self.blockedUntil = blockedUntil
        self.objectionUntil = objectionUntil
    }

    /// Whether it gets no answers at a moment.
    package func isBlocked(at now: Timestamp) -> Bool { blockedUntil.map { now < $0 } ?? false }

    /// The state at a moment: silence makes a number unverified.
    func aged(to now: Timestamp, by settings: IdentitySettings) -> AddressState {
        guard standing == .verified, let heardAt, now - heardAt >= Int64(settings.unverifiedAfter) else { return self }
        var aged = self
        aged.standing = .unverified
        return aged
    }

    /// Notes that nobody has the number: it is as silent as one that is not hers for sure any more, so that it stays
    /// unverified when a claim is undone that made it so. Whoever has it next may object to nothing.
    mutating func fallSilent(at now: Timestamp, by settings: IdentitySettings) {
        let latest = now + -Int64(settings.unverifiedAfter)
        heardAt = heardAt.map { min($0, latest) }
        objectionUntil = nil
    }

    /// Notes that somebody was heard.
    mutating func hear(at now: Timestamp) {
        if let heardAt, now - heardAt < Self.hearingPause, now >= heardAt { return }
        heardAt = now
    }
}
