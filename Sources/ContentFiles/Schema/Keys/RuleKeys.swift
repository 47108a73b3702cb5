import Entitlements

extension KeyGroup {
    /// A rule's file.
    static let rule = KeyGroup([
        .must("rule", .form(.ruleID), "The rule's id: country, area, name. Never used for another rule."),
        .must("version", .whole(RuleReader.versions), "One higher with every change."),
        .must("area", .word(of: Rule.Area.self), "The part of life it belongs to."),
        .must("jurisdiction", .text, "Where it holds: the code of a country, or of a part of one, in quotes."),
        .must("in_force", .group(.days), "The days on which it holds."),
        .must("title", .text, "The question in a few words."),
        .may("about", .text, "For those who edit it."),
        .must("law", .named(.group(.law)), "The provisions it stands on, by short names."),
        .may("parameters", .named(.group(.parameter), names: .ruleName), "The law's figures, read as p.NAME."),
        .may("derive", .named(.expression, names: .ruleName), "Computed names with their expressions."),
        .may(
            "concerns", .expression, "Whom it is about; judged first, and only when several rules are judged at once."),
        .must(
            "decide", .list(.group(.line)), "Lines from the top: the first that is true decides; the last always is."),
        .may("show", .listOrOne(.text), "Names whose values texts of flows may use."),
        .must("outcomes", .named(.group(.outcome), names: .name), "What can come out, by name."),
        .may("portability", .group(.portability), "What becomes of it when she moves."),
        .must("review", .group(.review), "Who looks at it again, and by when."),
        .must("tests", .list(.group(.test)), "Cases with their answers; every outcome needs one."),
    ])

    /// Days.
    static let days = KeyGroup([
        .must("from", .form(.date), "The first day."),
        .may("to", .form(.date), "The last day; without it there is no end."),
    ])

    /// A provision.
    static let law = KeyGroup([
        .must("cite", .text, "Law and article as people may look them up."),
        .may("article", .text, "The article alone, in quotes."),
        .may("url", .text, "Where its text can be read."),
        .may("quote", .text, "The sentence that counts, word for word."),
        .must("checked", .form(.date), "The day on which somebody last compared it with the law."),
        .must("confidence", .word(of: Law.Confidence.self), "How sure the reading is."),
    ])

    /// A figure.
    static let parameter = KeyGroup([
        .may("unit", .text, "What is counted: months, yuan."),
        .must("values", .list(.group(.row)), "The figure by days and places. A change of the law is a new row."),
    ])

    /// A figure for some days and a place.
    static let row = KeyGroup(
        days.keys + [
            .may("region", .text, "A part of the country, by its code in quotes."),
            .must("value", .anything, "A number, text, month, list, group, or table for step()."),
            .must("law", .listOrOne(.text), "The provision it stands in, by its short name."),
            .may(
                "status", .word(of: RuleParameter.Status.self),
                "'usual' is used and said to be; 'unconfirmed' is never used."),
            .may("note", .text, "For those who edit it."),
        ])
}

// The decision and what comes of it.
extension KeyGroup {
    /// A line of a decision.
    static let line = KeyGroup([
        .must("when", .expression, "The condition; 'true' in the last line."),
        .must("outcome", .text, "The outcome when it holds."),
        .must(
            "law", .listOrOne(.text),
            "The provisions of this line, by short names; 'figures' for those of its figures. The reason names the first."
        ),
        .must("because", .text, "The reason in a few words."),
    ])

    /// What can come out.
    static let outcome = KeyGroup([
        .must("text", .text, "What she is told."),
        .may("plain", .text, "Said instead when a value of the text is missing."),
        .may("next", .listOrOne(.text), "Next steps, by their names in rules/next.yaml."),
        .may("because", .text, "Of undecided, which has no line: what must be found out, in a few words."),
        .may("law", .listOrOne(.text), "The provisions that this reason stands on, by short names."),
        .may("until", .expression, "The last day or month to act: what ends soon leads a list of several rules."),
        .may(
            "gives", .word(of: RuleOutcome.Gives.self),
            "What it brings her: money now, help that can wait (the standard), or nothing, which no list has."),
    ])

    /// What becomes of a right when she moves.
    static let portability = KeyGroup([
        .must("moves", .word(of: Portability.Moves.self), "Whether it comes along: true, false or part."),
        .may("title", .text, "What it is called in the list of what a move brings; else the rule's title."),
        .must("text", .text, "What to do about it."),
        .may("because", .text, "The reason in a few words; needed with 'next'."),
        .must("law", .listOrOne(.text), "The provisions this stands on, by short names; the reason names the first."),
        .may(
            "next", .listOrOne(.text),
            "Next steps after a move, by their names in rules/next.yaml; without them there is nothing to do."),
        .may(
            "within", .word(of: Portability.Extent.self),
            "The part of the country inside which a move needs nothing: district, city, province or country."),
    ])

    /// Who looks at a rule again.
    static let review = KeyGroup([
        .must("by", .form(.date), "The day by which the rule must have been compared with the law again."),
        .must("owner", .text, "Who does it."),
    ])

    /// A case.
    static let test = KeyGroup([
        .must("name", .text, "The case in a few words."),
        .must("today", .form(.dayOrMonth), "The day or month of the question."),
        .may("known", .named(.anything), "What is known before, by fact."),
        .may("given", .named(.anything), "Her answers, by fact."),
        .must("expect", .group(.expectation), "The outcome, and values that are shown."),
        .may("asked", .listOrOne(.text), "The questions that are asked, in their order."),
    ])

    /// What a case must give; every other key is a shown name with its value.
    static let expectation = KeyGroup(
        [
            .must("outcome", .text, "The outcome."),
            .may("missing", .listOrOne(.text), "Facts that she does not know and that would be needed."),
            .may("assumed", .listOrOne(.text), "Facts that are assumed because she does not know them."),
            .may("usual", .flag, "Whether a figure that is only usual was used."),
        ], isOpen: true)
}
