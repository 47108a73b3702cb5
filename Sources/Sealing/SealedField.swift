/// What a sealed value is. It is authenticated with the value, so that one of another kind is never taken for it.
package enum SealedField: UInt8, Sendable, CaseIterable {
    /// A phone number.
    case number = 1
    /// What is remembered of a person.
    case person = 2
    /// A session that is not over.
    case session = 3
    /// What was said in a turn.
    case line = 4
    /// The answer to a webhook, kept for its repeats.
    case answer = 5
    /// The text of a message to be sent.
    case message = 6
    /// What was said in a case.
    case note = 7
    /// A question to another system.
    case request = 8
    /// What is asked at a number before its person shows.
    case gate = 9
    /// A part of a long message that waits for the others.
    case part = 10
    /// The key that numbers are looked up with.
    case lookup = 11
    /// An SMS that is held while a USSD dialogue is open.
    case held = 12
    /// Who a member of staff is, and what proves it.
    case staff = 14
}
