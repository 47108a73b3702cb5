import Conversation

/// The key that says what a step does; every other key of the step belongs to it.
enum VerbKey: String, CaseIterable {
    case say, menu, ask, branch, set, call, send, refer, check, find, remind, request, end

    /// The keys of a step with this verb.
    var keys: KeyGroup {
        let own: [Key] =
            switch self {
            case .say: [.must("say", .text, "A text above the next screen."), .go]
            case .menu: .menu
            case .ask: .ask
            case .branch:
                [.must("branch", .list(.group(.arm)), "The first way whose 'when' holds is taken; the last has none.")]
            case .set: [.must("set", .changes, "Names with expressions, computed in their order."), .go]
            case .call: .call
            case .send:
                [
                    .must("send", .text, "The text of an SMS beside the conversation."),
                    .may("series", .flag, "A text too long for one SMS comes in several, each with its number."),
                    .may(
                        "private", .flag, "Facts of her own, which she is asked about before: not all staff read them."),
                    .go,
                ]
            case .refer: .refer
            case .check: .check
            case .find: .find
            case .remind: .remind
            case .request: .request
            case .end:
                [
                    .must("end", .text, "The last text; the conversation is over."),
                    .may("forget", .flag, "Erases everything that is kept about her, for ever. Ask twice before."),
                ]
            }
        return KeyGroup(own + [.noShortcut])
    }
}

extension [Key] {
    fileprivate static let menu: [Key] = [
        .must("menu", .text, "A question above numbered options."),
        .must(
            "options", .list(.either([.text, .group(.option)])),
            "The options in their order: 'Label -> step', or a group with a label."),
        .save, .retry, .otherwise,
        .may("go", .go, "Where options lead that do not say it themselves."),
    ]

    fileprivate static let ask: [Key] = [
        .must("ask", .text, "A question with a typed answer."),
        .must("answer", .group(.answer), "What kind of answer it is, and within which bounds."),
        .must("save", .form(.target), "The name under which the answer is kept, or person.FIELD."),
        .retry, .otherwise,
        .may("confirm", .flag, "Shows what was read, and asks whether it is right."),
        .may("private", .flag, "Keeps the answer out of transcripts."),
        .go,
    ]

    fileprivate static let call: [Key] = [
        .must("call", .text, "The flow that is run; then it goes on here."),
        .may("with", .changes, "What the called flow begins with: names with expressions."),
        .go,
    ]

    fileprivate static let refer: [Key] = [
        .must("refer", .text, "Opens a case for staff with this topic; then ${case.number} is there."),
        .may("note", .text, "What staff read first."),
        .may("say", .text, "What she is told."),
        .may(
            "record", .expression,
            "The old number whose record staff are asked to bring here; then ${case.outcome} says what came of it."),
        .go,
    ]

    fileprivate static let check: [Key] = [
        .must(
            "check", .listOrOne(.text),
            "The rule that is run, asking only what it still needs; or several: a list of rules and areas, or all."),
        .may("moved", .group(.moved), "Lists what a move leaves to do instead, by what the rules say of it."),
        .may("questions", .whole(Check.questions), "How many questions several rules may ask at most; else 8."),
        .may("say", .text, "What stands above the list of what several rules came to."),
        .may("none", .go, "Where it goes when several rules come to nothing for her."),
        .may(
            "options", .list(.either([.text, .group(.option)])),
            "Options below the list, numbered from 9: 'Label -> step', or a group with a label."),
        .must(
            "go", .either([.go, .named(.go)]),
            "What comes next: one step for all, or a step for each outcome of one rule, or for each of several rules, "
                + "with 'else' for the others."),
    ]

    fileprivate static let find: [Key] = [
        .must("find", .text, "The kind of office that is searched: the name of a file in directory/."),
        .may("say", .text, "What stands above the list."),
        .may("near", .expression, "The place that near is measured from."),
        .may("where", .expression, "A condition for the office, which is called 'service' in it."),
        .must("none", .go, "Where it goes when nothing is found."),
        .go,
    ]

    fileprivate static let remind: [Key] = [
        .must("remind", .text, "The flow, or flow#step, that is started later by SMS."),
        .may("after", .form(.duration), "How long from now: 90m, 12h or 30d. Either this, 'on' or 'changed'."),
        .may("on", .expression, "The day, for example add_months(today, 6). Either this, 'after' or 'changed'."),
        .may("changed", .expression, "A rule, such as claim.rule: once its next version is published."),
        .go,
    ]

    fileprivate static let request: [Key] = [
        .must("request", .form(.name), "The system that is asked, by its name in Config/systems.yaml."),
        .may("url", .form(.addressEnd), "What goes on from the system's address; values in ${...} are encoded."),
        .may("body", .named(.expression), "Fields sent as JSON by POST; without it, GET."),
        .may("save", .form(.target), "The name under which the answer is kept; else the step's name."),
        .may("within", .form(.duration), "How long the system has: 1s to 5s."),
        .must("failed", .go, "Where it goes when there is no answer in time, or none that can be read."),
        .go,
    ]
}

extension KeyGroup {
    /// A move, by the facts that hold its two places.
    static let moved = KeyGroup([
        .must("from", .form(.ruleName), "The fact that holds where she was: a question for a place."),
        .must("to", .form(.ruleName), "The fact that holds where she is now."),
    ])
}
