import Conversation
import Expressions
import Storage

/// What was said to her and by her.
extension PersonExport {
    /// One turn of a conversation.
    package struct Turn: Codable, Sendable {
        package let at: String
        package let channel: String
        /// What she typed; empty where a private answer was expected, which is not kept.
        package let typed: String
        /// What she saw; nil where nothing was said.
        package let shown: String?
        /// How it was understood.
        package let understood: String
        package let step: String
    }

    /// A conversation.
    package struct Conversation: Codable, Sendable {
        package let number: Int64
        package let channel: String
        package let flow: String
        package let language: String?
        /// The revision of the pack that led it.
        package let revision: String?
        package let beganAt, lastAt: String
        package let endedAt: String?
        package let outcome: String?
        package let turns: [Turn]
        package let notes: [Note]
        /// Words by which staff find it.
        package let tags: [String]
    }

    /// An SMS to her. A claim code in it is hidden: whoever has it, has her record.
    package struct Message: Codable, Sendable {
        package let number: Int64
        package let channel: String
        package let text: String
        package let at: String
        /// What has become of it, in one word.
        package let state: String
    }

    /// A case that staff have or had of her.
    package struct Case: Codable, Sendable {
        package let number: Int
        package let topic: String
        package let note: String
        package let step: String
        package let openedAt: String
        package let closedAt: String?
        package let outcome: String?
        package let notes: [Note]
    }

    /// What a member of staff wrote, by the id of the account.
    package struct Note: Codable, Sendable {
        package let at: String
        package let author: String
        package let text: String
    }
}

extension PersonExport.Turn {
    init(_ line: TranscriptLine) {
        at = line.at.rfc3339()
        channel = line.channel
        typed = line.input
        shown = line.reply
        understood = line.understood
        step = line.step
    }
}

extension PersonExport.Conversation {
    init(_ summary: SessionSummary, lines: [TranscriptLine], notes: [StaffNote], tags: [String]) {
        number = summary.id.rawValue
        channel = summary.channel
        flow = summary.flow
        language = summary.language
        revision = summary.revision.map { "\($0)" }
        beganAt = summary.beganAt.rfc3339()
        lastAt = summary.lastAt.rfc3339()
        endedAt = summary.endedAt?.rfc3339()
        outcome = summary.outcome?.rawValue
        turns = lines.map(PersonExport.Turn.init)
        self.notes = notes.map(PersonExport.Note.init)
        self.tags = tags
    }
}

extension PersonExport.Message {
    init(_ message: MessageSummary) {
        number = message.id.rawValue
        channel = message.channel
        text = ClaimCode.hidden(in: message.text)
        at = message.createdAt.rfc3339()
        state = message.state.rawValue
    }
}

extension PersonExport.Case {
    init(_ opened: CaseSummary, notes: [StaffNote]) {
        number = opened.number
        topic = opened.topic
        note = opened.note
        step = opened.step
        openedAt = opened.openedAt.rfc3339()
        closedAt = opened.closedAt?.rfc3339()
        outcome = opened.outcome?.rawValue
        self.notes = notes.map(PersonExport.Note.init)
    }
}

extension PersonExport.Note {
    init(_ note: StaffNote) {
        at = note.at.rfc3339()
        author = note.author
        text = note.text
    }
}
