import Conversation

extension KeyGroup {
    /// A flow's file.
    static let flow = KeyGroup([
        .may("title", .text, "What the flow is about, in a few words: for staff, pictures and reports."),
        .may("about", .text, "For those who edit it: what it is for, and what its facts rest on."),
        .must("steps", .named(.step, names: .step), "The steps by their names. The first is where the flow begins."),
    ])
}

extension Shape {
    /// A step: the keys of exactly one verb.
    static let step = Shape.either(VerbKey.allCases.map { .group($0.keys) })

    /// Where to go on.
    static let go = Shape.text
    /// An expression, bare.
    static let expression = Shape.text
    /// Names that get a value, each with the expression that gives it.
    static let changes = Shape.named(.expression, names: .target)
}

extension Key {
    /// Where a step leads.
    static let go = Key.must(
        "go", .go, "What comes next: a step, a flow, flow#step, back (the question before), home or end.")
    /// The choice of a menu, or an answer, by name.
    static let save = Key.may("save", .form(.target), "The name under which the answer is kept, or person.FIELD.")
    /// What is said when an answer is not understood.
    static let retry = Key.may(
        "retry", .listOrOne(.text),
        "What is said when an answer is not understood, one text for each time. Each says the question again.")
    /// The way out when nothing is understood.
    static let otherwise = Key.may(
        "otherwise", .go, "Where it goes when the last retry was not understood either; else 'otherwise' of the pack.")
    /// What holds of a step with any verb.
    static let noShortcut = Key.may(
        "no_shortcut", .flag, "Stops dialled digits (*384*77*3*2#) here: for language, consent and private answers.")
}

extension KeyGroup {
    /// An option of a menu or below a list, written out.
    static let option = KeyGroup([
        .must("label", .text, "The words behind the number. The number itself is put there by the program."),
        .may("words", .listOrOne(.text), "Other ways to say it, in any language of the pack."),
        .may("number", .whole(StepReader.optionNumbers), "A number of its own; the next option counts on from it."),
        .may("when", .expression, "A condition: the option is shown only while it holds."),
        .may("set", .changes, "What choosing it means: names with expressions."),
        .may("go", .go, "What comes next; without it, 'go' of the menu."),
        .may("alias", .listOrOne(.text), "Numbers that people learnt earlier and that still choose it."),
    ])

    /// What a typed answer must be.
    static let answer = KeyGroup([
        .must("type", .word(of: AnswerType.self), "What is typed: it says how the answer is read."),
        .may("of", .expression, "The old number whose record a PIN brings here; what is kept is how that ended."),
        .may("from", .expression, "The least value that counts."),
        .may("to", .expression, "The greatest value that counts."),
        .may("least", .whole(StepReader.leastLengths), "The fewest characters of a text, or digits of a PIN."),
        .may("most", .whole(StepReader.mostLengths), "The most characters of a text."),
        .may(
            "choices", .named(.listOrOne(.text)),
            "The values of a choice with the words for each; beside another type, words that may be said instead."),
        .may("unit", .word(of: TimeUnit.self), "What a number counts: years or months in a duration, any in a number."),
        .may(
            "unknown", .either([.flag, .whole(0...99)]),
            "Whether I DO NOT KNOW is an answer, by the pack's key; a number is its key in this question."),
        .may("example", .text, "An answer as it may be typed; retry texts should show it."),
    ])

    /// An arm of a branch.
    static let arm = KeyGroup([
        .may("when", .expression, "The condition of this way; the last way has none."),
        .go,
    ])
}
