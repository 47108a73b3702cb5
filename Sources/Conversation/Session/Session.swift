package import Expressions

/// What is remembered of one conversation: a value that survives being written down and read back between two turns.
package struct Session: Hashable, Sendable {
    /// The pack revision it began with and stays on.
    package var revision: RevisionID
    /// The language's tag.
    package var language: String
    /// The channel family of the last turn.
    package var kind: ChannelKind
    /// When its first turn was; it never changes.
    package var startedAt: Timestamp
    /// When she was last heard, which the time of silence is counted from.
    package var lastAt: Timestamp
    /// The flows she is in: the last is the running one, the others wait for it to come back.
    package var frames: [Frame]
    /// The number that the next frame or request gets.
    package var nextFrame: Int
    /// Every answer in the order it was given; the last one of a name counts. Going back cuts the journal.
    package var journal: [Assignment]
    /// The questions answered so far, latest last: where "back" goes.
    package var history: [Checkpoint]
    /// How the next message is read, and what stands on the screen meanwhile.
    package var wait: Wait
    /// The USSD dialogue that is open, if one is.
    package var dialogue: Dialogue?

    package init(
        revision: RevisionID, language: String, kind: ChannelKind, startedAt: Timestamp, lastAt: Timestamp,
        frames: [Frame],
        nextFrame: Int, journal: [Assignment] = [], history: [Checkpoint] = [], wait: Wait = Wait(),
        dialogue: Dialogue? = nil
    ) {
        self.revision = revision
        self.language = language
        self.kind = kind
        self.startedAt = startedAt
        self.lastAt = lastAt
        self.frames = frames
        self.nextFrame = nextFrame
        self.journal = journal
        self.history = history
        self.wait = wait
        self.dialogue = dialogue
    }
}

/// A flow that is running or waiting for a called flow.
package struct Frame: Hashable, Sendable {
    /// What answers to the questions of rules belong to: no flow, but the whole session.
    static let facts = -1

    /// Names the flow's answers apart from those of another run of it.
    package var id: Int
    /// The address of the step it stands at.
    package var step: String

    package init(id: Int, step: String) {
        self.id = id
        self.step = step
    }
}

/// One answer as it was given.
package struct Assignment: Hashable, Sendable {
    /// The frame it belongs to.
    package var frame: Int
    /// What expressions of its flow read the answer by.
    package var name: String
    /// What was understood; null for "I do not know".
    package var value: Value

    package init(frame: Int, name: String, value: Value) {
        self.frame = frame
        self.name = name
        self.value = value
    }
}

/// A question that was answered, as it stood before its answer.
package struct Checkpoint: Hashable, Sendable {
    /// The flows she was in, to be put back as they were.
    package var frames: [Frame]
    /// How long the journal was.
    package var journalLength: Int
    /// The text that stood above the question.
    package var said: String

    package init(frames: [Frame], journalLength: Int, said: String) {
        self.frames = frames
        self.journalLength = journalLength
        self.said = said
    }
}

/// What the session waits for.
package struct Wait: Hashable, Sendable {
    /// How the next message is read.
    package enum Mode: Hashable, Sendable {
        /// As the answer to the step's question.
        case answer
        /// As the answer to "1 Continue 2 Start again".
        case resume
        /// As the answer to "Is this right?"; the value waits.
        case confirm(Value)
        /// As the answer to the language menu.
        case language
        /// As the answer to the apology: 1 tries the step again, 2 leads to a person.
        case apology
        /// As something said while another system is asked; the number is its request's.
        case request(Int)
        /// As the choice among offices or places, listed in this order by their ids or codes.
        case list([String])
        /// As something said to staff, who have taken over; the step's question waits.
        case staff

        /// Whether it is the step's own question that waits.
        var isQuestion: Bool {
            switch self {
            case .answer, .list: true
            case .resume, .confirm, .language, .apology, .request, .staff: false
            }
        }
    }

    /// What the next message is taken for.
    package var mode: Mode
    /// Text said above the question, as it was shown.
    package var said: String
    /// The page shown, from 0; `notShown` while she has not seen what is waited for.
    package var page: Int
    /// How many answers in a row were not understood.
    package var misses: Int

    /// The page of what came about while nobody was looking.
    static let notShown = -1

    package init(mode: Mode = .answer, said: String = "", page: Int = 0, misses: Int = 0) {
        self.mode = mode
        self.said = said
        self.page = page
        self.misses = misses
    }
}

/// An open USSD dialogue of the network.
package struct Dialogue: Hashable, Sendable {
    /// The provider's session id.
    package var id: String
    /// The accumulated text of the last hop, for providers that send everything typed so far.
    package var typed: String
    /// The mark of the last hop, by which its repetition is known.
    package var mark: Int

    package init(id: String, typed: String, mark: Int = 0) {
        self.id = id
        self.typed = typed
        self.mark = mark
    }
}
