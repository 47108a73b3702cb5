package import Conversation

/// How many conversations of one month ended alike. It is counted when they end, and leads to nobody.
package struct NeedCount: Hashable, Sendable {
    /// The flow they ended in.
    package let flow: String
    /// The code of the city, or of the larger place that is known; empty where none is.
    package let place: String
    /// The tag of the language; empty where it was not kept.
    package let language: String
    /// How they ended.
    package let outcome: Outcome
    package let total: Int

    package init(flow: String, place: String, language: String, outcome: Outcome, total: Int) {
        self.flow = flow
        self.place = place
        self.language = language
        self.outcome = outcome
        self.total = total
    }
}

/// How many conversations of one month ended in a flow.
package struct MonthCount: Hashable, Sendable {
    /// `2026-11`, by UTC.
    package let month: String
    package let flow: String
    package let total: Int

    package init(month: String, flow: String, total: Int) {
        self.month = month
        self.flow = flow
        self.total = total
    }
}

/// How many messages of one month and channel had the same end.
package struct MessageCount: Hashable, Sendable {
    /// The channel's name.
    package let channel: String
    /// What became of them; none of them waits.
    package let state: MessageState
    package let total: Int
    /// How many SMS they took together; those from before that was counted took none.
    package let segments: Int

    package init(channel: String, state: MessageState, total: Int, segments: Int) {
        self.channel = channel
        self.state = state
        self.total = total
        self.segments = segments
    }
}
