package import Directory
package import Entitlements
package import Expressions
package import Telephony

/// Everything operators write for one service, compiled: what the machine walks.
///
/// A pack is made by `ContentFiles` from files that passed all checks, so every address in it exists. It is a class
/// because every conversation shares it and it never changes: a turn copies a reference, not the whole content.
package final class Pack: Sendable {
    /// The folder's name, for example `china`.
    package let id: String
    /// The service's name for people, for example in the first line of a rehearsal.
    package let title: String
    /// The content hash of the files.
    package let revision: RevisionID
    /// The languages on offer, in the order they are offered.
    package let languages: [Language]
    /// The language the files are written in, by its place in `languages`: what someone gets who has not chosen.
    package let sourceLanguage: Int
    /// Every step of every flow.
    package let steps: [Step]
    /// Where each step is in `steps`, by its address `flow#step`.
    package let places: [String: Int]
    /// The step anyone starts at who dials or writes.
    package let start: Int
    /// Words that start a flow, folded by `Folding.fold`.
    package let keywords: [String: Int]
    /// Words that do the same everywhere (HELP, STOP, LANGUAGE, ...), folded.
    package let commands: [String: Command]
    /// The flows that the commands PERSON, HELP and the like lead to, where the pack has one.
    package let destinations: [Command: Int]
    /// Where someone goes whose answers were not understood after the last retry, unless the step says.
    package let otherwise: Int?
    /// The digits that navigate, which the pack may move away from its options.
    package let keys: Keys
    /// The limits and habits of screens, silence and numbers.
    package let settings: PackSettings
    /// What expressions read as `constants.name`: figures of the law, kept in one place.
    package let constants: Object
    /// What is kept about a person between conversations, by name.
    package let personFields: [String: PersonField]
    /// What she reads the fields of her record called, where the pack says it.
    package let fieldLabels: [String: LocalizedText]
    /// The person fields that hold a consent: those with a wording, and those that `consent` asks for.
    package let consents: Set<String>
    /// The texts that the machine itself says.
    package let texts: BuiltInTexts
    /// The rules that say what people are entitled to, with their facts.
    package let rules: RuleBook
    /// The places people name, and the offices they can be sent to.
    package let directory: Directory
    /// What staff call the flows that have a title, by the flow's name. Nobody on a phone reads them.
    package let flowTitles: [String: LocalizedText]

    package init(
        id: String, title: String, revision: RevisionID, languages: [Language], sourceLanguage: Int, steps: [Step],
        start: Int,
        keywords: [String: Int], commands: [String: Command], destinations: [Command: Int], otherwise: Int?, keys: Keys,
        settings: PackSettings, constants: Object, personFields: [String: PersonField], texts: BuiltInTexts,
        rules: RuleBook = RuleBook(), directory: Directory = .empty,
        flowTitles: [String: LocalizedText] = [:], fieldLabels: [String: LocalizedText] = [:]
    ) {
        self.id = id
        self.title = title
        self.revision = revision
        self.languages = languages
        self.sourceLanguage = sourceLanguage
        self.steps = steps
        self.places = Dictionary(steps.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { first, _ in first })
        self.start = start
        self.keywords = keywords
        self.commands = commands
        self.destinations = destinations
        self.otherwise = otherwise
        self.keys = keys
        self.settings = settings
        self.constants = constants
        self.personFields = personFields
        let asked =
            settings.consent?.references.filter { $0.root == "person" }.compactMap { $0.path.first?.lowercased() } ?? []
        consents = Set(personFields.filter { $1.wording != nil || $1.type == .yesNo && asked.contains($0) }.keys)
        self.texts = texts
        self.rules = rules
        self.directory = directory
        self.flowTitles = flowTitles
        self.fieldLabels = fieldLabels
    }

    /// A language's place in the pack's list; the source language's for one the pack does not have.
    package func place(of language: String?) -> Int {
        guard let language else { return sourceLanguage }
        return languages.firstIndex { $0.tag == language } ?? sourceLanguage
    }
}

/// The keys that mean the same on every screen.
package struct Keys: Hashable, Sendable {
    /// Goes to the question before; on a later page, to the page before.
    package let back: String
    /// Goes to the start of the pack.
    package let home: String
    /// Answers "I do not know" where the question allows it.
    package let unknown: String
    /// Kept free for options that tell the law behind a text.
    package let why: String
    /// Shows the next page of a text that did not fit.
    package let more: String

    package init(back: String = "0", home: String = "00", unknown: String = "7", why: String = "8", more: String = "9")
    {
        self.back = back
        self.home = home
        self.unknown = unknown
        self.why = why
        self.more = more
    }
}

/// A word that does the same in every flow.
package enum Command: String, Hashable, Sendable, CaseIterable {
    case help, stop, start, language, person, forget, menu, back
}

/// A field kept about a person between conversations.
package struct PersonField: Hashable, Sendable {
    /// What kind of answer the field holds.
    package let type: AnswerType
    /// Whether staff see it only with a reason.
    package let isPrivate: Bool
    /// Months that a value is kept; nil while the person is known.
    package let keep: Int?
    /// The number of the words that a yes is asked for with: a yes to an earlier one does not count any more. Nil of what is
    /// no consent, and of one that was never worded anew.
    package let wording: Int?

    package init(type: AnswerType, isPrivate: Bool = false, keep: Int? = nil, wording: Int? = nil) {
        self.type = type
        self.isPrivate = isPrivate
        self.keep = keep
        self.wording = wording
    }
}

/// The limits and habits a pack sets; a channel's own limit wins where it is smaller.
package struct PackSettings: Hashable, Sendable {
    /// What a redial or a late message finds.
    package enum Resume: String, Hashable, Sendable, CaseIterable {
        /// "1 Continue 2 Start again".
        case ask
        /// The question she left.
        case `continue`
        /// The beginning.
        case restart
    }

    /// The largest USSD screen and the most segments of one SMS answer.
    package let screen: [ChannelKind: ScreenLimit]
    /// After this many seconds of silence a session is over.
    package let idle: [ChannelKind: Int]
    /// An SMS answer this many seconds after its question is met with the resume question.
    package let late: Int
    /// Seconds that someone is remembered after her conversation who has not agreed that anything is kept about her.
    package let guest: Int
    /// How long things are kept.
    package let retention: RetentionSettings
    /// What someone is asked who comes back into a conversation she had left.
    package let resume: Resume
    /// What stands between an option's number and its label.
    package let numbering: String
    /// The place's distance from UTC in seconds, for "today".
    package let utcOffset: Int
    /// The service code people dial, for talks and for staff; channels say which codes really lead here.
    package let code: String
    /// The country whose numbers people write without its calling code.
    package let country: Country?
    /// The most SMS in which a long text comes.
    package let series: Int
    /// When nobody is written to unasked; nil for no such hours.
    package let quietHours: QuietHours?
    /// What must hold of a person before answers to rules are kept about her, and before she is written to unasked; nil
    /// where the pack does not say.
    package let consent: Expression?
    /// When people are reminded.
    package let reminders: ReminderSettings
    /// How it is made sure that a number is still hers.
    package let identity: IdentitySettings

    package init(
        screen: [ChannelKind: ScreenLimit], idle: [ChannelKind: Int], late: Int, resume: Resume, numbering: String,
        utcOffset: Int, code: String, guest: Int = 1_800, country: Country? = nil, quietHours: QuietHours? = nil,
        consent: Expression? = nil, reminders: ReminderSettings = ReminderSettings(),
        identity: IdentitySettings = IdentitySettings(), retention: RetentionSettings = RetentionSettings(),
        series: Int = 5
    ) {
        self.series = series
        self.screen = screen
        self.idle = idle
        self.late = late
        self.guest = guest
        self.resume = resume
        self.numbering = numbering
        self.utcOffset = utcOffset
        self.code = code
        self.country = country
        self.quietHours = quietHours
        self.consent = consent
        self.reminders = reminders
        self.identity = identity
        self.retention = retention
    }
}
