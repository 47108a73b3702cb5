package import Expressions

/// What stands before a number that may be a stranger's. It is kept with the number and holds nothing of the person.
package struct Gate: Hashable, Sendable {
    /// What is asked.
    package enum Stage: Hashable, Sendable {
        /// Whether whoever is there used the service before. On yes comes a fact, on no a new person.
        case known
        /// A fact she once answered, by the name of its field. The right answer opens the gate, too many wrong ones lock it.
        case fact(String)
        /// The PIN she chose.
        case pin
        /// Whether to begin anew, as no more answers are taken for a while.
        case locked
        /// Which of the people who use the number is there; it names nobody.
        case who
        /// Which language; then the first question comes again.
        case language
    }

    /// What is asked now.
    package var stage: Stage
    /// Answers in a row that were no answers.
    package var misses: Int
    /// The page of the question that is shown, from 0; `notAsked` while nothing was asked yet.
    package var page: Int
    /// Wrong answers, and until when no more are taken.
    package var attempts: Attempts
    /// The USSD dialogue that is open, if one is.
    package var dialogue: Dialogue?
    /// Whether whoever is there asked for no more messages.
    package var isStopped: Bool
    /// The language that was chosen here; nil for the record's.
    package var language: String?
    /// The step of a reminder that waits for her, `flow#step`; nil where none does.
    package var reminder: String?
    /// Who of several people was chosen, by the keeper's number for her record; nil while nobody was.
    package var chosen: Int64?
    /// The steps of reminders that wait for people of a shared number, by the keeper's numbers for their records.
    package var waiting: [Int64: String]
    /// When it asked last; nil where it is not known.
    package var askedAt: Timestamp?

    /// The page of a question that nobody has seen.
    package static let notAsked = -1

    package init(
        stage: Stage = .known, misses: Int = 0, page: Int = notAsked, attempts: Attempts = Attempts(),
        dialogue: Dialogue? = nil, isStopped: Bool = false, language: String? = nil,
        reminder: String? = nil, chosen: Int64? = nil, waiting: [Int64: String] = [:],
        askedAt: Timestamp? = nil
    ) {
        self.stage = stage
        self.misses = misses
        self.page = page
        self.attempts = attempts
        self.dialogue = dialogue
        self.isStopped = isStopped
        self.language = language
        self.reminder = reminder
        self.chosen = chosen
        self.waiting = waiting
        self.askedAt = askedAt
    }

    /// Whether somebody was asked something here that is not answered yet.
    var isAsking: Bool { page != Self.notAsked }

    /// The gate when one of the people of the number is erased; nil when nothing of it is left.
    package func without(_ person: Int64) -> Gate? {
        var gate = self
        gate.waiting[person] = nil
        guard chosen == person else { return gate }
        return gate.waiting.isEmpty ? nil : Gate(stage: .who, waiting: gate.waiting)
    }

    /// Asks something else, from its first page.
    mutating func turn(to stage: Stage) {
        self.stage = stage
        misses = 0
        page = 0
    }
}
