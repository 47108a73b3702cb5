package import Conversation
package import Expressions

/// A conversation as staff see it in a list: neither texts nor numbers.
package struct SessionSummary: Hashable, Sendable {
    /// How many digits of a number staff see.
    static let digitsShown = 2

    package let id: SessionID
    package let person: PersonID
    /// The channel it began on.
    package let channel: String
    /// The flow it is in or ended in, by its name.
    package let flow: String
    /// The tag of the language it was last said in; nil where that was not kept.
    package let language: String?
    /// The pack it is on; nil where that was not kept.
    package let revision: RevisionID?
    package let beganAt: Timestamp
    package let lastAt: Timestamp
    /// When it was over, nil while it lives.
    package let endedAt: Timestamp?
    /// How it ended, nil while it lives.
    package let outcome: Outcome?
    /// The step it waits at or ended at.
    package let step: String
    /// How many turns it had.
    package let turns: Int
    /// How much of it staff must look at: flags of its turns, and messages that were given up.
    package let flags: Int

    package init(
        id: SessionID, person: PersonID, channel: String, flow: String, language: String?, revision: RevisionID?,
        beganAt: Timestamp, lastAt: Timestamp, endedAt: Timestamp?, outcome: Outcome?, step: String, turns: Int,
        flags: Int
    ) {
        self.id = id
        self.person = person
        self.channel = channel
        self.flow = flow
        self.language = language
        self.revision = revision
        self.beganAt = beganAt
        self.lastAt = lastAt
        self.endedAt = endedAt
        self.outcome = outcome
        self.step = step
        self.turns = turns
        self.flags = flags
    }

    /// Where it stands in the list.
    package var place: SessionPlace { SessionPlace(beganAt: beganAt, id: id) }
}

/// A place in the list of conversations, which goes from the latest to the earliest: by when they began, and by number.
package struct SessionPlace: Hashable, Sendable {
    package let beganAt: Timestamp
    package let id: SessionID

    package init(beganAt: Timestamp, id: SessionID) {
        self.beganAt = beganAt
        self.id = id
    }
}

/// What stands for a place: eight bytes of a keyed HMAC of its code.
package struct PlaceDigest: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }
}

/// Which conversations a list has; without anything, all.
package struct SessionFilter: Hashable, Sendable {
    /// The channel it began on.
    package var channel: String?
    /// The flow it is in or ended in.
    package var flow: String?
    /// The language's tag.
    package var language: String?
    /// How it ended.
    package var outcome: Outcome?
    /// Only those that are not over.
    package var isOpen = false
    /// Only those in which what she writes is for staff.
    package var isWithStaff = false
    /// Only those that staff must look at.
    package var isFlagged = false
    /// Only those that began at this moment or later.
    package var from: Timestamp?
    /// Only those that began before this moment.
    package var until: Timestamp?
    /// Only those with a tag, by its digest.
    package var tag: [UInt8]?
    /// Only hers.
    package var person: PersonID?
    /// Only those of people in this place or in one inside it.
    package var place: PlaceDigest?

    package init() {}
}
