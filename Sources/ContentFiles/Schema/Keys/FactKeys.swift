extension KeyGroup {
    /// `rules/facts.yaml`.
    static let facts = KeyGroup([
        .must("texts", .group(.sentences), "The sentences around every answer of a rule."),
        .must(
            "facts", .named(.either([.group(.typedFact), .group(.chosenFact)]), names: .ruleName),
            "Every question that rules may ask, by the fact's name."),
    ])

    /// The sentences around verdicts.
    static let sentences = KeyGroup([
        .must("why", .text, "The reason, with ${because}, ${law} and ${checked}."),
        .must("usual", .text, "What is said where a figure is only usual."),
    ])

    /// A fact that is typed. Where its answer goes is made by itself.
    static let typedFact =
        VerbKey.ask.keys.without("answer", "save", "go")
        + [.must("answer", .group(.factAnswer), "What kind of answer it is, and within which bounds.")]
        + [.may("as", .words(["months"]), "Reads an answer of type duration as its number of months.")] + Key.ofFact
    /// What a typed fact must be: no secret, which rules have no use for.
    static let factAnswer = answer.without("of")
    /// A fact that is chosen.
    static let chosenFact =
        VerbKey.menu.keys.without("options", "save", "go")
        + [.must("options", .list(.group(.factOption)), "The answers, each with its value.")] + Key.ofFact

    /// The keys of a fact by how it is answered; nil when it does not say.
    static func fact(_ value: YAML) -> KeyGroup? {
        if value["menu"] != nil { return chosenFact }
        return value["ask"] == nil ? nil : typedFact
    }

    /// An option with the value that rules compare.
    static let factOption =
        option.without("set", "go")
        + [.must("value", .scalar, "What rules compare: a text, number, true or false; null is I DO NOT KNOW.")]

    /// `rules/next.yaml`.
    static let next = KeyGroup([
        .must("next", .named(.text), "Next steps in words, by the names that outcomes list.")
    ])
}

extension Key {
    /// What belongs to a fact beside its question.
    static let ofFact: [Key] = [
        .may("keep", .words(["person"]), "Keeps the answer, with consent, in the person's field of the same name."),
        .may("assume", .scalar, "What is taken when she does not know, and then said: the guess that does no harm."),
        .may("help", .text, "Where she can find out what she does not know."),
    ]
}
