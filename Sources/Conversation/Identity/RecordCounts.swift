package import Expressions

/// How much is kept of somebody beside her record, as flows read it.
package struct RecordCounts: Hashable, Sendable {
    /// When she was first heard; nil for someone new.
    package var since: Timestamp?
    /// The numbers that are hers, alone or with others.
    package var numbers: Int
    /// Conversations, each kept word for word.
    package var conversations: Int
    /// Cases of staff.
    package var cases: Int
    /// Flows that start later.
    package var reminders: Int
    /// Claim codes that are still good.
    package var codes: Int

    package init(
        since: Timestamp? = nil, numbers: Int = 0, conversations: Int = 0, cases: Int = 0, reminders: Int = 0,
        codes: Int = 0
    ) {
        self.since = since
        self.numbers = numbers
        self.conversations = conversations
        self.cases = cases
        self.reminders = reminders
        self.codes = codes
    }

    /// With the conversation that a turn begins, which is not kept yet.
    func beginning(_ isBeginning: Bool) -> RecordCounts {
        var counts = self
        if isBeginning { counts.conversations += 1 }
        return counts
    }
}
