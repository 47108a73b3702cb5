package import Conversation
package import Expressions

/// What is kept of one person beside her conversations and messages, which are listed by themselves.
package struct PersonHoldings: Hashable, Sendable {
    package let id: PersonID
    /// Her record.
    package let record: Person
    /// When she was first heard.
    package let since: Timestamp
    /// Until when she is remembered who has not agreed that anything is kept; nil for everybody else.
    package let guestUntil: Timestamp?
    /// The conversation she is in; nil where she is in none.
    package let live: Session?
    /// The numbers that she has or had, in the order they came.
    package let numbers: [OwnNumber]
    /// The claim codes that she was shown, without what they were.
    package let codes: [ShownCode]
    /// What starts later, by its step.
    package let reminders: [PlannedReminder]
    /// Turns outside of any conversation, in order.
    package let lines: [TranscriptLine]
    /// Her SMS that are held while a USSD dialogue is open, in order.
    package let held: [HeldMessage]
    /// Every case of hers, in order.
    package let cases: [CaseSummary]
    /// The records that came to a number of hers, and hers where it came to another one, in order.
    package let claims: [ClaimRow]
    /// Her wishes that staff bring her a record, in order.
    package let wishes: [OwnWish]
}

/// A number that somebody has or had.
package struct OwnNumber: Hashable, Sendable {
    /// The number as it is dialled from anywhere.
    package let number: String
    /// The channel it was heard on last.
    package let channel: String
    /// Whose it is held to be; nil once it is hers no more.
    package let standing: Standing?
    /// Whether others use it, too.
    package let isShared: Bool
    package let since: Timestamp
    /// When somebody was heard on it, an hour too early at most; nil once it is hers no more.
    package let heardAt: Timestamp?
    /// When it became somebody else's; nil while it is hers.
    package let leftAt: Timestamp?
}

/// A claim code that was shown; it is kept as a digest only, which nobody is told.
package struct ShownCode: Hashable, Sendable {
    package let expiresAt: Timestamp
    /// When a record was brought with it; nil while it was not.
    package let usedAt: Timestamp?
}

/// A flow that starts later.
package struct PlannedReminder: Hashable, Sendable {
    /// The address of the step it starts at.
    package let step: String
    package let channel: String
    /// When it starts; nil where it waits for a rule to change.
    package let dueAt: Timestamp?
    /// The rule that it waits or waited for; nil where there is none.
    package let rule: String?
}

/// A wish for the record of an old number, of which only what it led to is kept.
package struct OwnWish: Hashable, Sendable {
    package let at: Timestamp
    /// The case that told staff of it.
    package let caseNumber: Int
    /// When staff decided; nil while they have not.
    package let decidedAt: Timestamp?
    /// The claim by which they brought the record; nil where they did not.
    package let claim: ClaimID?
}
