import Conversation
import Delivery
import Expressions
import Gateway
import Storage
import Telephony

/// One conversation with everything that was said and done in it, as JSON.
struct SessionPageJSON: Encodable {
    /// One turn.
    struct Turn: Encodable {
        let at: String
        let channel, input, understood: String?
        let path: [String]
        let step: String
        let pause: Int64?
        let screen: Screen?
        let flags: [Trouble]
    }

    /// A screen or an SMS, with what it took of its channel.
    struct Screen: Encodable {
        let text, encoding: String
        let units: Int
        let limit, segments: Int?
        let isWithheld: Bool
    }

    /// What staff must look at.
    struct Trouble: Encodable {
        let kind, step, detail: String
    }

    /// An SMS with what became of it.
    struct Message: Encodable {
        let id: Int64
        let channel: String
        let screen: Screen
        let createdAt, state: String
        let attempts: Int
        let settledAt, dueAt, deadReason, status, code: String?
    }

    /// What staff wrote.
    struct Note: Encodable {
        let at, author, text: String
    }

    /// A case that it opened.
    struct Case: Encodable {
        let number: Int
        let topic, openedAt, note: String
        let closedAt: String?
    }

    let session: APIHandlers.SessionJSON
    let sight: String
    let numberEnding: String?
    let turns: [Turn]
    let messages: [Message]
    let cases: [Case]
    let notes: [Note]
    let tags: [String]
}

extension SessionPageJSON {
    init(_ page: SessionPage, _ sight: Sight) {
        self.init(
            session: APIHandlers.SessionJSON(page.summary), sight: sight.rawValue, numberEnding: page.numberEnding,
            turns: page.turns.map(Turn.init), messages: page.messages.map(Message.init),
            cases: page.cases.map { opened in
                Case(
                    number: opened.number, topic: opened.topic, openedAt: opened.openedAt.rfc3339(), note: opened.note,
                    closedAt: opened.closedAt?.rfc3339())
            }, notes: page.notes.map(Note.init), tags: page.tags)
    }
}

extension SessionPageJSON.Turn {
    fileprivate init(_ turn: SessionPage.Turn) {
        let line = turn.line
        self.init(
            at: line.at.rfc3339(), channel: line.channel.isEmpty ? nil : line.channel,
            input: line.input.isEmpty ? nil : line.input, understood: line.understood.isEmpty ? nil : line.understood,
            path: line.path, step: line.step, pause: turn.pause, screen: turn.screen.map(SessionPageJSON.Screen.init),
            flags: line.flags.map {
                SessionPageJSON.Trouble(kind: $0.kind.rawValue, step: $0.step, detail: $0.detail)
            })
    }
}

extension SessionPageJSON.Screen {
    init(_ screen: SessionPage.Screen) {
        self.init(
            text: screen.text, encoding: screen.length.encoding.rawValue, units: screen.length.units,
            limit: screen.limit, segments: screen.segments, isWithheld: screen.isWithheld)
    }
}

extension SessionPageJSON.Message {
    fileprivate init(_ message: SessionPage.Message) {
        self.init(
            id: message.id.rawValue, channel: message.channel, screen: SessionPageJSON.Screen(message.screen),
            createdAt: message.createdAt.rfc3339(), state: message.state.rawValue, attempts: message.attempts,
            settledAt: message.settledAt?.rfc3339(), dueAt: message.dueAt?.rfc3339(), deadReason: message.deadReason,
            status: message.status?.rawValue, code: message.code)
    }
}

extension SessionPageJSON.Note {
    init(_ note: StaffNote) {
        self.init(at: note.at.rfc3339(), author: note.author, text: note.text)
    }
}
