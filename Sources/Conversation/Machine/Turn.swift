package import Expressions

/// What is known before a turn.
package struct Snapshot: Hashable, Sendable {
    /// Whose conversation it is, as the last turn left her.
    package var person: Person
    /// The conversation she is in, nil when she is in none.
    package var session: Session?
    /// The number a case gets if this turn opens one.
    package var caseNumber: Int
    /// The number it came from, or is sent to.
    package var address: AddressState
    /// The keeper's number for the record; nil for a new person.
    package var holder: Int64?
    /// The people who use the number, by the keeper's numbers for their records, in the order they came; empty unless it
    /// is shared.
    package var sharers: [Int64] = []
    /// Whether the number leads to another of them by now.
    package var isAway = false
    /// How many SMS are held of whoever has the number.
    package var held = 0
    /// Whether the conversation that it is about is the one she is in.
    package var isCurrent = true
    /// The keeper's number for her number, where it is about a conversation; nil everywhere else.
    package var line: Int64?
    /// Answers to what turns need; nil where nothing can be asked.
    package var findings: Findings?
    /// Random bytes for whatever a turn must make up, 24 of them; empty where it may make up nothing.
    package var dice: [UInt8] = []

    package init(
        person: Person = Person(), session: Session? = nil, caseNumber: Int = 1,
        address: AddressState = AddressState()
    ) {
        self.person = person
        self.session = session
        self.caseNumber = caseNumber
        self.address = address
    }
}

/// What one event led to: everything to be kept, and everything to be done after it is kept.
package struct Turn: Hashable, Sendable {
    /// The person from here on, with the fields and the language that this turn changed.
    package var person: Person
    /// The session from here on, nil when it is over.
    package var session: Session?
    /// What she sees; nil when nothing is to be said (a hang-up, a timer, an SMS after STOP).
    package var reply: Reply?
    /// SMS to send beside the conversation.
    package var messages: [String] = []
    /// Hours of the day, by UTC, in which nothing that it says is sent; nil where she is answered.
    package var quiet: QuietHours?
    /// Cases to open for staff, in the order of their steps.
    package var cases: [OpenedCase] = []
    /// Flows to start later. A later reminder of the same step takes the place of an earlier one.
    package var reminders: [Reminder] = []
    /// The question to another system that the session waits for.
    package var request: SystemRequest?
    /// Why the session is over, when it is.
    package var outcome: Outcome?
    /// How an earlier session ended that this turn replaced by a new one.
    package var replaced: Outcome?
    /// How the input was understood, for staff: `option 2`, `key back`, `month 2026-03`, `retry 1`.
    package var understood: String = ""
    /// What she typed; empty when a private answer was expected.
    package var input: String = ""
    /// The step that waits now, or that ended the session.
    package var step: String = ""
    /// The tag of the language that it was led in; nil at a gate.
    package var language: String?
    /// The pack that it was led by; nil at a gate.
    package var revision: RevisionID?
    /// The addresses of the steps it walked, in order.
    package var path: [String] = []
    /// Its moves from step to step, in order; those of a session that it replaced are not among them.
    package var passages: [Passage] = []
    /// The day it was on the pack's clock; nil at a gate.
    package var day: CalendarDate?
    /// The number of the option that was chosen, if one was.
    package var choice: Int?
    /// What became of her consents, one for each subject.
    package var consents: [ConsentNote] = []
    /// What rules came to.
    package var verdicts: [RuleVerdict] = []
    /// What staff must look at.
    package var flags: [Flag] = []
    /// Whether this turn began a session.
    package var isBeginning = false
    /// Whether the USSD request differs from the last one of its dialogue, so that it cannot be that one come twice.
    package var isNew = false
    /// Whether the USSD request belongs to a dialogue that was over.
    package var isOver = false
    /// The number from here on; nil when nothing about it changes.
    package var address: AddressState?
    /// What changes about whose the number is; the person and the session are then those of whoever has it from here on.
    package var move: Move?
    /// What the turn cannot be made without; then nothing else of it counts.
    package var need: Need?
    /// What she asks staff to bring her.
    package var plea: Plea?
    /// The claim code that it shows.
    package var offer: OfferedCode?
    /// Whether codes that her record showed before are void: on a shared phone somebody else may have seen them.
    package var endsCodes = false
    /// Texts in it that no transcript may keep.
    package var secrets: [String] = []
    /// Records whose PIN was not guessed.
    package var mistakes: [Mistake] = []
    /// What is sent to the numbers that led to the record before a claim.
    package var notice: String?
    /// What those of them are asked instead that were surely hers alone.
    package var objection: Objection?
    /// Until when no PIN brings the record, as its number objects to the claim that it was asked about: that is undone, and
    /// her codes end.
    package var frozenUntil: Timestamp?
    /// That the SMS is not dealt with yet; then nothing else of the turn counts but its answer and what it frees.
    package var hold: Hold?
    /// Whether what was held of her SMS is dealt with now.
    package var frees = false
    /// Whether everything kept about her is to be erased.
    package var forgets = false
    /// Until when she is remembered who has not agreed that anything is kept about her, and is in no session; nil for
    /// everybody else.
    package var guestUntil: Timestamp?

    package init(person: Person, session: Session?) {
        self.person = person
        self.session = session
    }

    /// Whether something is to be done after this turn that was not after an earlier state of it.
    func hasEffects(beyond earlier: Turn) -> Bool {
        messages != earlier.messages || cases != earlier.cases || reminders != earlier.reminders
            || request != earlier.request || forgets
    }
}

/// One screen or SMS answer.
package struct Reply: Hashable, Sendable {
    /// What is shown, cut to one page that fits the channel.
    package let text: String
    /// Whether the USSD dialogue ends with it.
    package let ends: Bool

    package init(text: String, ends: Bool) {
        self.text = text
        self.ends = ends
    }
}

/// What a rule came to, to be counted.
package struct RuleVerdict: Hashable, Sendable {
    /// The rule's id, for example `cn.wages.claim`.
    package let rule: String
    /// Which version of the rule.
    package let version: Int
    /// The outcome's name.
    package let outcome: String

    package init(rule: String, version: Int, outcome: String) {
        self.rule = rule
        self.version = version
        self.outcome = outcome
    }
}

/// A case opened for staff.
package struct OpenedCase: Hashable, Sendable {
    /// The number that staff and she call the case by, counted over all conversations.
    package let number: Int
    /// The pack's word for what it is about, which staff sort cases by, for example `wages`.
    package let topic: String
    /// What staff should know about it, in her language; empty when the step has no note.
    package let note: String
    /// The address of the step that opened it.
    package let step: String

    package init(number: Int, topic: String, note: String, step: String) {
        self.number = number
        self.topic = topic
        self.note = note
        self.step = step
    }
}

/// How a session ended.
package enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// It came to an end step.
    case finished
    /// She began anew instead of going on.
    case restarted
    /// Nothing was heard for too long.
    case expired
    /// She asked for no more messages.
    case stopped
    /// The number went to someone else.
    case moved
    /// Staff ended it.
    case closed
    /// She had everything erased that was kept about her.
    case forgotten
}

/// Something in content or input that staff should see.
package struct Flag: Hashable, Sendable {
    /// What kind of trouble.
    package enum Kind: String, Hashable, Sendable {
        /// An expression failed.
        case expression
        /// A turn took too many steps.
        case steps
        /// Flows called each other too deeply.
        case calls
        /// A screen could not be cut into pages that fit.
        case screen
        /// The session names a step its pack does not have.
        case place
        /// More answers than a session may hold.
        case answers
        /// A reminder that cannot be: its moment is not known, or its step is gone.
        case reminder
        /// Another system did not answer.
        case request
        /// A rule that could not be judged.
        case rule
    }

    /// What went wrong, so that staff can count flags of one sort.
    package let kind: Kind
    /// The address of the step where it happened, `flow#step`; empty outside of any step.
    package let step: String
    /// What exactly went wrong, in one sentence for whoever mends the pack.
    package let detail: String

    package init(_ kind: Kind, step: String, detail: String) {
        self.kind = kind
        self.step = step
        self.detail = detail
    }
}

/// The limits of one turn; each stops a fault in content from becoming a fault of the service.
package struct MachineLimits: Hashable, Sendable {
    /// Steps one turn may walk.
    package var steps = 100
    /// Flows that may wait for each other.
    package var callDepth = 8
    /// Answers a session may hold.
    package var answers = 200
    /// Questions "back" remembers.
    package var history = 20
    /// Unicode scalars of one incoming text that are read; the rest is cut.
    package var input = 1_000
    /// Days ahead that a reminder may be.
    package var reminderDays = 400
    /// Seconds after her last answer for which a USSD dialogue may be open that nobody says is over. Networks end one
    /// after 180 seconds at most, whatever she does (Africa's Talking, South Africa; Clickatell after 120).
    package var dialogue = 180
    /// SMS that may be held of one person while she is in a USSD dialogue.
    package var held = 3

    package init() {}
}
