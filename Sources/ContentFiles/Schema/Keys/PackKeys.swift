import Conversation
import Telephony

extension KeyGroup {
    /// `pack.yaml`.
    static let pack = KeyGroup([
        .may("pack", .text, "The pack's name: that of its folder."),
        .must("title", .text, "What the service is called."),
        .may("about", .text, "For those who edit it: whom the service helps, and how."),
        .must("language", .text, "The language that the files are written in: one of 'languages'."),
        .must("languages", .named(.text), "The languages by tag, each named in itself: 'en: English'."),
        .must("start", .go, "The flow that begins for anyone who dials, or writes no known word."),
        .may("otherwise", .go, "Where a question leads whose last retry was not understood."),
        .may("code", .text, "What people dial, in quotes: \"*384*77#\"."),
        .may("country", .form(.country), "The country's two letters: numbers are read as they are dialled there."),
        .may("timezone", .form(.offset), "The clock's distance from UTC, in quotes: \"+08:00\"."),
        .may("keywords", .named(.listOrOne(.text)), "Words that start a flow, by flow or flow#step."),
        .may("commands", .group(.commands), "Where the words lead that work everywhere."),
        .may("words", .group(.words), "More words for what works everywhere, beside the built-in ones."),
        .may("keys", .group(.keys), "The keys that mean the same on every screen, in quotes."),
        .may("numbering", .text, "What stands between an option's number and its label."),
        .may("screen", .group(.screen), "What a screen and an answer by SMS may hold."),
        .may("session", .group(.session), "How long a conversation waits, and what comes after."),
        .may("person", .named(.group(.personField)), "What is kept about a person between conversations, by field."),
        .may("constants", .named(.text), "Values that texts and conditions use: ${constants.NAME}."),
        .may("texts", .group(.texts), "The pack's own wording of the built-in texts."),
        .may("apology", .text, "What is said when something fails: an apology with '1 Try again' and '2 Talk'."),
        .may("quiet_hours", .form(.hours), "When nobody is written to unasked: 21:00-08:00."),
        .may(
            "consent", .expression,
            "What must hold of a person before rules keep her answers, and before she is written to: person.consent."),
        .may("reminders", .group(.reminders), "When reminders are sent."),
        .may("retention", .group(.retention), "How long things are kept."),
        .may("identity", .group(.identity), "How it is made sure that a number is still hers."),
        .may("directory", .group(.directory), "How places and offices are shown."),
        .may("checks", .group(.checks), "How strict 'waymark check' is with this pack."),
    ])

    /// Keys that mean the same on every screen.
    static let keys = KeyGroup([
        .may("back", .text, "Goes to the question before; 0 unless you say otherwise."),
        .may("home", .text, "Goes to the start of the pack; 00 unless you say otherwise."),
        .may("unknown", .text, "I do not know, where a question allows it; 7 unless you say otherwise."),
        .may("why", .text, "Kept free for options that tell the law; 8 unless you say otherwise."),
        .may("more", .text, "The next page of a long text; 9 unless you say otherwise."),
    ])

    /// Limits of screens.
    static let screen = KeyGroup([
        .may("ussd", .whole(PackFileReader.septets), "The characters of one USSD screen, in the GSM alphabet."),
        .may("sms_segments", .whole(PackFileReader.segments), "The segments that one answer by SMS may have."),
        .may("series", .whole(Series.lengths), "The most SMS in which a long text comes; 5 unless you say."),
    ])

    /// How long conversations live.
    static let session = KeyGroup([
        .may("idle", .group(.idle), "How long a silence ends the conversation, by channel."),
        .may("late", .form(.duration), "After this silence an SMS is asked about before it counts as an answer."),
        .may("guest", .form(.duration), "How long someone is remembered after it who has not given 'consent'."),
        .may("resume", .word(of: PackSettings.Resume.self), "What someone finds who comes back in the middle."),
    ])

    /// Silence that ends a conversation.
    static let idle = KeyGroup([
        .may("ussd", .form(.duration), "For USSD: 10m, 24h."),
        .may("sms", .form(.duration), "For SMS: 24h, 7d."),
    ])

    /// How long things are kept.
    static let retention = KeyGroup([
        .may("people", .text, "The silence after which a person is erased: 24 months."),
        .may("transcripts", .text, "What was said in conversations: 12 months."),
        .may("messages", .text, "The texts of messages that are sent or given up: 12 months."),
        .may("cases", .text, "What staff were told, from when a case was closed: 24 months."),
    ])

    /// A field kept about a person.
    static let personField = KeyGroup([
        .must("type", .word(of: AnswerType.self), "What kind of answer the field holds."),
        .may("label", .text, "What she reads it called, where she is shown what is kept: a few words."),
        .may("private", .flag, "Whether it is private, so that it may stand in no SMS."),
        .may("keep", .text, "How long it is kept: 12 months."),
        .may(
            "wording", .whole(PackFileReader.wordings),
            "Makes it a consent: the number of the words that ask for it. After a greater one a yes counts no more."),
    ])

    /// Reminders.
    static let reminders = KeyGroup([
        .may("at", .form(.clock), "The time of reminders that name only a day, in quotes: \"09:00\"."),
        .may("place", .text, "The field of 'person' that says where she is: she is written to by the clock there."),
    ])

    /// Whose a number is.
    static let identity = KeyGroup([
        .may("unverified_after", .form(.duration), "After this silence nothing shows before she is recognised: 60d."),
        .may("check", .listOrOne(.text), "Fields of 'person' that she is asked for, to tell her from a stranger."),
        .may(
            "tries", .whole(PackFileReader.tries), "Wrong answers before none is taken for a while; 3 unless you say."),
        .may("people", .whole(PackFileReader.people), "The most people who may use one phone; 4 unless you say."),
        .may("code", .form(.duration), "How long a claim code is good, in whole days; 7d unless you say."),
        .may(
            "objection", .form(.duration),
            "How long a number may object to a claim that it was told of, in whole days; 3d unless you say."),
        .may("lock", .form(.duration), "That while, twice as long each time; 24h unless you say."),
    ])

    /// The directory.
    static let directory = KeyGroup([
        .may("fresh", .form(.months), "How long an office is shown after it was checked: 12 months unless you say.")
    ])

    /// Settings of the checks.
    static let checks = KeyGroup([
        .may("profile", .word(of: Profile.self), "Who reads the texts."),
        .may("allow", .named(.text), "Rules that this pack may break everywhere, each with the reason."),
    ])
}

// What the program gives names to.
extension KeyGroup {
    /// Where words lead that work everywhere.
    static let commands = KeyGroup(
        Command.withDestination.map { command in
            .may(command.rawValue, .go, "Where \(command.rawValue.uppercased()) leads: a flow or flow#step.")
        })

    /// Words for what works everywhere.
    static let words = KeyGroup(
        Command.allCases.map { command in
            .may(
                command.rawValue, .either([.text, .list(.either([.text, .group(.commandList)]))]),
                "Words for \(command.shown): of the pack's own wording, or lists of a language or a country.")
        })

    /// Words for a command that have a source.
    static let commandList = KeyGroup([
        .must("words", .listOrOne(.text), "The words, in any case: [STOP, UNSUBSCRIBE]."),
        .may("language", .text, "The language they are words of, by its tag."),
        .may("country", .form(.country), "The country whose carriers or law name them, by its two letters."),
        .must("source", .text, "Who names them; 'own wording' where nobody does."),
    ])

    /// The built-in texts; the apology has a key of its own in the pack.
    static let texts = KeyGroup(
        BuiltInTexts.Name.allCases.filter { $0 != .apology }.map { name in
            .may(name.rawValue, .text, "Instead of: \(name.english)")
        })
}

extension Command {
    /// The commands that lead to a flow of the pack.
    static let withDestination: [Command] = [.help, .person, .forget]
}
