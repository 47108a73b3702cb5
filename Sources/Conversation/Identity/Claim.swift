package import Expressions

/// A record as the keeper of records names it.
package struct Holder: Hashable, Sendable {
    /// The keeper's number for it.
    package let id: Int64
    /// What is known of the person.
    package let person: Person

    package init(id: Int64, person: Person) {
        self.id = id
        self.person = person
    }
}

/// One of the people who use a number, as the keeper of records knows her.
package struct Sharer: Hashable, Sendable {
    /// Her record.
    package let holder: Holder
    /// The conversation she is in, nil when she is in none.
    package let session: Session?

    package init(holder: Holder, session: Session?) {
        self.holder = holder
        self.session = session
    }
}

/// What a turn cannot be made without. Nothing of it is kept; it is made again when the answer is there.
package enum Need: Hashable, Sendable {
    /// Whose a claim code is, by its digits.
    case code(String)
    /// Who has or had a number.
    case holders(number: String)
    /// The record and the conversation of one of the people who use the number, by the keeper's number for her.
    case sharer(Int64)
    /// Whether somebody waits for staff to bring her a record, by the keeper's number for her.
    case plea(of: Int64)
    /// How much is kept of somebody, by the keeper's number for her.
    case counts(of: Int64)
    /// What a PIN comes to with each of these salts. It takes long on purpose.
    case stretch(pin: String, salts: [[UInt8]])
}

/// Answers to what a turn needed.
package struct Findings: Hashable, Sendable {
    /// Whose a claim code is.
    package enum Code: Hashable, Sendable {
        /// Nobody's, or it was used or is too old.
        case nobody
        /// This record's; the number is the keeper's for the code.
        case of(Holder, code: Int64)
    }

    /// Whose the code is that was asked for; nil while it was not.
    package var code: Code?
    /// Who has or had the number that was asked for, who came last first; nil while it was not.
    package var holders: [Holder]?
    /// The one of the people who use the number that was asked for; nil while she was not.
    package var sharer: Sharer?
    /// Whether she waits for staff to bring her a record; nil while it was not asked.
    package var isWaiting: Bool?
    /// How much is kept of her; nil while it was not asked.
    package var counts: RecordCounts?
    /// What the PIN comes to, by its salts.
    package var stretched: [[UInt8]: [UInt8]]

    package init(
        code: Code? = nil, holders: [Holder]? = nil, sharer: Sharer? = nil, stretched: [[UInt8]: [UInt8]] = [:]
    ) {
        self.code = code
        self.sharer = sharer
        self.holders = holders
        self.stretched = stretched
    }
}

/// A claim code that somebody is shown, to be kept as a digest.
package struct OfferedCode: Hashable, Sendable {
    /// How many codes of one person are good at a time; one more makes the oldest useless.
    package static let kept = 3

    /// The ten digits.
    package let digits: String
    /// When it is no longer good.
    package let expiresAt: Timestamp

    package init(digits: String, expiresAt: Timestamp) {
        self.digits = digits
        self.expiresAt = expiresAt
    }
}

/// A record that is brought to the number a turn came from.
package struct Claim: Hashable, Sendable {
    /// How a claim ended, as flows read it.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// The record is here.
        case done
        /// Nothing matches: the same word whether or not there is such a record.
        case wrong
        /// Too many did not match: none is taken for a while.
        case locked
    }

    /// The keeper's number for the record.
    package let holder: Int64
    /// The keeper's number for the code that it took, which is used with that; nil where it took none.
    package let code: Int64?

    package init(holder: Int64, code: Int64?) {
        self.holder = holder
        self.code = code
    }
}

/// A wrong PIN, or a wrong answer to a question that tells her from others, for somebody's record.
package struct Mistake: Hashable, Sendable {
    /// The keeper's number for the record.
    package let holder: Int64
    /// The record with the attempt counted.
    package let person: Person

    package init(holder: Int64, person: Person) {
        self.holder = holder
        self.person = person
    }
}

extension Person {
    /// This record with the one she began on another number: what was said later counts.
    package func merging(_ newer: Person) -> Person {
        Person(
            language: newer.language ?? language, isStopped: newer.isStopped,
            fields: fields.merging(newer.fields) { $1 },
            given: given.merging(newer.given) { $1 },
            agreed: agreed.filter { newer.fields[$0.key] == nil }.merging(newer.agreed) { $1 }, ended: newer.ended,
            pin: pin, checks: checks)
    }
}
