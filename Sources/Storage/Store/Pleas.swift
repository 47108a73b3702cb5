package import Conversation
package import Expressions

/// A wish for the record of a number, to keep until staff decide.
package struct PleaDraft: Hashable, Sendable {
    /// What the number is looked up by; the number itself never comes here.
    package let fingerprint: [UInt8]
    /// The case that tells staff of it.
    package let caseNumber: Int

    package init(fingerprint: [UInt8], caseNumber: Int) {
        self.fingerprint = fingerprint
        self.caseNumber = caseNumber
    }
}

/// The number of a wish in the store.
package struct PleaID: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }
}

/// A wish for a record that staff have not decided.
package struct PleaRow: Hashable, Sendable {
    package let id: PleaID
    package let at: Timestamp
    /// Who asks.
    package let person: PersonID
    /// The case that tells staff of it.
    package let caseNumber: Int
    /// Who has or had the number she says was hers, who came last first; empty where nobody did.
    package let records: [PersonID]

    package init(id: PleaID, at: Timestamp, person: PersonID, caseNumber: Int, records: [PersonID]) {
        self.id = id
        self.at = at
        self.person = person
        self.caseNumber = caseNumber
        self.records = records
    }
}

/// What staff's decision leads to.
package struct PleaDecision: Hashable, Sendable {
    /// The record that comes, with what she began on the new number; nil when staff refuse.
    package let merged: Person?
    /// What she is told; nil when there is no way to.
    package let word: OutboxDraft?
    /// What the numbers are told that led to the record before.
    package let notice: OutboxDraft?
    /// What those of them are asked instead that were surely hers alone.
    package let objection: ObjectionDraft?

    package init(merged: Person?, word: OutboxDraft?, notice: OutboxDraft?, objection: ObjectionDraft? = nil) {
        self.objection = objection
        self.merged = merged
        self.word = word
        self.notice = notice
    }
}

/// What became of deciding.
package enum PleaOutcome: String, Hashable, Sendable, CaseIterable {
    /// It is decided, its case is closed, and she is told.
    case done
    /// There is no such wish, or it was decided before.
    case unknown
    /// The number had no such record.
    case missing
    /// Several people had the number: staff must say whose record it is.
    case several
    /// She has brought a record herself meanwhile, or the number she asked from is somebody else's now.
    case overtaken
}
