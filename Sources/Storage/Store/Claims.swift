package import Conversation
package import Expressions

/// Something that only the store knows.
package enum Lookup: Hashable, Sendable {
    /// How often one decision may ask.
    static let most = 4

    /// Whose a claim code is, by its digest.
    case code([UInt8])
    /// Who has or had a number, by its fingerprint.
    case holders([UInt8])
    /// The record and the conversation of one of the people who use a number.
    case sharer(Int64)
    /// Whether somebody waits for staff to bring her a record.
    case plea(of: Int64)
    /// How much is kept of somebody.
    case counts(of: Int64)
}

/// A PIN that has to be stretched with salts, away from the store: it takes long on purpose, and is on no disk.
package struct Stretch: Hashable, Sendable {
    package let pin: String
    package let salts: [[UInt8]]

    package init(pin: String, salts: [[UInt8]]) {
        self.pin = pin
        self.salts = salts
    }
}

/// A claim code to keep.
package struct CodeDraft: Hashable, Sendable {
    /// A keyed digest; the code itself never comes here.
    package let digest: [UInt8]
    /// When it is no longer good.
    package let expiresAt: Timestamp

    package init(digest: [UInt8], expiresAt: Timestamp) {
        self.digest = digest
        self.expiresAt = expiresAt
    }
}

/// A claim's number in the store.
package struct ClaimID: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }
}

/// A record that came to a number.
package struct ClaimRow: Hashable, Sendable {
    package let id: ClaimID
    package let at: Timestamp
    /// Whose record came.
    package let person: PersonID
    /// Whose record was begun there before and became part of it.
    package let other: PersonID
    /// Whether it took a code; otherwise a PIN or staff's word.
    package let isByCode: Bool
    /// Whether staff brought it.
    package let isByStaff: Bool
    /// When it was undone, nil while it stands.
    package let undoneAt: Timestamp?

    package init(
        id: ClaimID, at: Timestamp, person: PersonID, other: PersonID, isByCode: Bool, isByStaff: Bool,
        undoneAt: Timestamp?
    ) {
        self.id = id
        self.at = at
        self.person = person
        self.other = other
        self.isByCode = isByCode
        self.isByStaff = isByStaff
        self.undoneAt = undoneAt
    }
}

/// What numbers are asked when their record went to another one, in place of a notice; see `Objection`.
package struct ObjectionDraft: Hashable, Sendable {
    /// The message.
    package let question: OutboxDraft
    /// Until when an answer counts.
    package let until: Timestamp
    /// A number on which nobody was heard after this moment is asked nothing.
    package let heardAfter: Timestamp

    package init(_ objection: Objection, question: OutboxDraft) {
        self.question = question
        until = objection.until
        heardAfter = objection.heardAfter
    }
}

/// What became of undoing a claim.
package enum ClaimUndoing: String, Hashable, Sendable, CaseIterable {
    /// Days for which a claim can be undone.
    package static let days = 30

    /// Both records are as they were, and each is where it was.
    case done
    /// There is no such claim, or it was undone before.
    case unknown
    /// It is too long ago.
    case late
    /// A later change of the same records or number stands: that has to be undone first.
    case overtaken
}

extension Settlement {
    /// Nothing is kept yet.
    init(needing stretch: Stretch) {
        self.init(answer: nil, isRepeat: false, hasOutgoing: false, stretch: stretch)
    }
}
