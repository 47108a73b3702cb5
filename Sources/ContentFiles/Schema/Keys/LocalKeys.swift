extension KeyGroup {
    /// A local exception: how a rule differs in a part of the country.
    static let local = KeyGroup([
        .must("extends", .form(.ruleID), "The id of the rule that is changed."),
        .must("version", .whole(RuleReader.versions), "The version of the rule it was written for."),
        .must("region", .text, "The part of the country, by its code in quotes."),
        .may("about", .text, "For those who edit it."),
        .may("law", .named(.group(.law)), "Provisions of this place, by short names, beside those of the rule."),
        .must(
            "changes", .list(.either(LocalChange.allCases.map { .group($0.keys) })), "The changes, in their order."),
    ])
}

/// The key that says what a change of a local exception does.
enum LocalChange: String, CaseIterable {
    case parameter = "replace_parameter"
    case line = "add_line_before"
    case outcome = "replace_outcome"
    case restriction = "restrict"

    /// The keys of the change.
    var keys: KeyGroup {
        switch self {
        case .parameter:
            KeyGroup([.must(rawValue, .text, "The figure that has other values here.")] + KeyGroup.parameter.keys)
        case .line:
            KeyGroup([.must(rawValue, .text, "The outcome before whose line this one is tried.")] + KeyGroup.line.keys)
        case .outcome:
            KeyGroup([.must(rawValue, .text, "The outcome that is worded anew.")] + KeyGroup.outcome.keys)
        case .restriction:
            KeyGroup([
                .must(rawValue, .text, "The outcome whose lines hold only when something more is true."),
                .must("when", .expression, "What must be true too."),
                .must("law", .listOrOne(.text), "The provision that says so, by its short name."),
            ])
        }
    }
}
