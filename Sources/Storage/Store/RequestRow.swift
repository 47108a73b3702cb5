package import Conversation
package import Expressions

/// A question to another system, to be kept with the turn that asks it.
package struct RequestDraft: Hashable, Sendable {
    package let request: SystemRequest
    /// The channel she waits on.
    package let channel: String
    /// The key of the arrival whose answer waits for the system's; nil when that had none.
    package let arrivalKey: [UInt8]?
    /// When it is too late for an answer.
    package let deadline: Timestamp
    /// The trace that it belongs to, for the other system and for logs; nil where none is known.
    package let trace: String?

    package init(
        request: SystemRequest, channel: String, arrivalKey: [UInt8]?, deadline: Timestamp, trace: String? = nil
    ) {
        self.request = request
        self.channel = channel
        self.arrivalKey = arrivalKey
        self.deadline = deadline
        self.trace = trace
    }
}

/// A question to another system that nobody has answered yet.
package struct RequestRow: Hashable, Sendable {
    package let id: RequestID
    package let draft: RequestDraft

    package init(id: RequestID, draft: RequestDraft) {
        self.id = id
        self.draft = draft
    }
}

/// A reminder that is due.
package struct ReminderRow: Hashable, Sendable {
    package let id: ReminderID
    package let reminder: Reminder
    /// The channel it was planned for.
    package let channel: String

    package init(id: ReminderID, reminder: Reminder, channel: String) {
        self.id = id
        self.reminder = reminder
        self.channel = channel
    }
}
