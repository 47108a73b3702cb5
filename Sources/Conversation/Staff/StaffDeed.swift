/// What a member of staff does in a conversation.
package enum StaffDeed: Hashable, Sendable {
    /// Writes to her as a person, by SMS; from here on what she writes is for staff, and the flow waits.
    case answer(String)
    /// Lets the flow go on with the question it waits at.
    case handBack
    /// Ends the conversation.
    case end
}

/// What became of it.
package enum StaffOutcome: String, Hashable, Sendable, CaseIterable, Codable {
    case done
    /// There is no such conversation.
    case unknown
    /// The conversation is over, or she is in another one by now.
    case over
    /// Staff do not answer in it: there is nothing to hand back.
    case idle
    /// Her number may be somebody else's by now: nothing is sent to it.
    case unverified
    /// She wants no messages.
    case stopped
    /// No channel sends SMS.
    case silent
    /// The text is empty, or takes more SMS than the pack allows.
    case length
}

/// What a deed led to: the turn to be kept, and what to tell whoever did it.
package struct StaffTurn: Hashable, Sendable {
    package let turn: Turn
    package let outcome: StaffOutcome

    package init(turn: Turn, outcome: StaffOutcome) {
        self.turn = turn
        self.outcome = outcome
    }
}
