package import Expressions

/// What a member of staff does in a conversation.
package enum StaffDeed: Hashable, Sendable {
    /// Writes to her as a person, by SMS; from here on what she writes is for staff, and the flow waits.
    case answer(String)
    /// Writes to her by SMS, and lets the conversation be: what she writes next is for the flow.
    case tell(String)
    /// Lets the flow go on with the question it waits at.
    case handBack
    /// Lets the flow go on at a step, by its address; what she answered stays.
    case move(to: String)
    /// Lets the conversation go on from its beginning: what she answered in it is gone.
    case restart
    /// Ends the conversation.
    case end
    /// Lets the number that she used last get no answers until a moment.
    case block(until: Timestamp)
    /// Lets it get answers again.
    case unblock
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
    /// The pack that the conversation is on has no such step.
    case nowhere
    /// Her number may be somebody else's by now: nothing is sent to it.
    case unverified
    /// She wants no messages.
    case stopped
    /// No channel sends SMS.
    case silent
    /// The text is empty, or takes more SMS than the pack allows.
    case length
    /// The conversation went on: what would come of it is not what whoever does it looked at.
    case changed
}

/// What a deed led to: the turn to be kept, and what to tell whoever did it.
package struct StaffTurn: Hashable, Sendable {
    package let turn: Turn
    package let outcome: StaffOutcome
    /// The screen that waits for her and is not sent: she sees it when she goes on. Nil where there is none.
    package let awaited: String?

    package init(turn: Turn, outcome: StaffOutcome, awaited: String? = nil) {
        self.turn = turn
        self.outcome = outcome
        self.awaited = awaited
    }
}
