/// Whose data staff want to have, and why.
package struct PersonQuery: Codable, Hashable, Sendable {
    /// The most characters of a reason.
    package static let longestReason = 500

    /// A phone number that she has or had.
    package var number: String?
    /// A case of hers.
    package var caseNumber: Int?
    /// A conversation of hers.
    package var session: Int64?
    /// Her record, as the store numbers it; with a number, which of its people.
    package var record: Int64?
    /// Why, for the audit log; it should name nobody.
    package var reason: String

    package init(
        number: String? = nil, caseNumber: Int? = nil, session: Int64? = nil, record: Int64? = nil, reason: String
    ) {
        self.number = number
        self.caseNumber = caseNumber
        self.session = session
        self.record = record
        self.reason = reason
    }
}

/// What came of asking for somebody's data.
package struct PersonAnswer: Codable, Sendable {
    /// What came of it, in one word.
    package enum Outcome: String, Codable, Sendable {
        case done
        /// Nobody is known by it, or she was erased.
        case nobody
        /// She had the number, or it may be somebody else's by now: staff must say that they mean her record.
        case doubtful
        /// Several people have or had the number: staff must say whose record it is.
        case several
        /// It is no phone number.
        case unreadable
        /// There is no reason, or it is too long.
        case unreasoned
    }

    package let outcome: Outcome
    /// The records of those who have or had the number, the latest first, where staff must say whose they mean.
    package let records: [Int64]
    /// Everything that is kept about her; nil where nothing came of it.
    package let person: PersonExport?

    init(_ outcome: Outcome, records: [Int64] = [], person: PersonExport? = nil) {
        self.outcome = outcome
        self.records = records
        self.person = person
    }
}
