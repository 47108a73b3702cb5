package import Conversation
package import Expressions

/// What is counted of the moves of all sessions: no person is in it.
package protocol PassageStore: Sendable {
    /// How many sessions moved out of and into the steps of a flow, each kind of move once.
    func passages(_ filter: PassageFilter) async throws(StoreFault) -> [PassageCount]

    /// How sessions that began on some days moved through a flow, by language. Who went on in another language is counted
    /// in each, and not for the change.
    func moves(through flow: String, begunOn days: ClosedRange<CalendarDate>) async throws(StoreFault) -> [MoveCount]

    /// The revisions that sessions began with on some days.
    func revisions(begunOn days: ClosedRange<CalendarDate>) async throws(StoreFault) -> Set<RevisionID>
}

/// Which moves are counted.
package struct PassageFilter: Hashable, Sendable {
    /// The flow's name.
    package let flow: String
    /// The days their sessions began, on the clock of their pack.
    package let days: ClosedRange<CalendarDate>
    /// Only those of sessions on this revision.
    package var revision: RevisionID?
    /// Only those in the language of this tag. Then whoever changes the language leaves one and comes to the other.
    package var language: String?

    package init(flow: String, days: ClosedRange<CalendarDate>) {
        self.flow = flow
        self.days = days
    }
}

/// How many sessions moved in one way.
package struct PassageCount: Hashable, Sendable {
    /// Where a move led.
    package enum End: Hashable, Sendable {
        /// To a step, by its address.
        case step(String)
        /// Nowhere: the session was over.
        case over(Outcome)
        /// The session goes on at the same step in another language.
        case otherLanguage
    }

    /// The address of the step that was left; nil where a session began, or came from another language.
    package let step: String?
    /// What tells the way from the step's others; nil where none of them was taken.
    package let way: String?
    /// Where it led.
    package let end: End
    /// How many sessions moved so, each as often as it did.
    package let count: Int

    package init(step: String?, way: String?, end: End, count: Int) {
        self.step = step
        self.way = way
        self.end = end
        self.count = count
    }
}

/// How many sessions in one language moved from one place to another.
package struct MoveCount: Hashable, Sendable {
    /// The language's tag; empty where it was not kept.
    package let language: String
    /// The address of the step that was left; nil where a session began.
    package let step: String?
    /// Where it led.
    package let end: PassageCount.End
    package let count: Int

    package init(language: String, step: String?, end: PassageCount.End, count: Int) {
        self.language = language
        self.step = step
        self.end = end
        self.count = count
    }
}
