import ContentFiles

/// Why each rule of `waymark check` is there.
enum Explanation {
    /// A rule's reason, by its word or code.
    static func text(for name: String) throws(WrongUse) -> String {
        if let sentence = sentences[name] { return sentence }
        let rules = CheckRule.named(name).map { "\($0.code) \($0.id): \($0.summary).\n\($0.reason)" }
        let read = (codes[name.uppercased()] ?? []).map { "\(name.uppercased()) \($0): \(sentences[$0] ?? "")" }
        guard rules.isEmpty, read.isEmpty else { return (rules + read).joined(separator: "\n\n") }
        let known = (CheckRule.names + sentences.keys).sorted()
        let near = nearest(to: name, among: known).map { ": did you mean '\($0)'?" }
        throw WrongUse(
            "there is no rule '\(name)'" + (near ?? "; rules stand in brackets behind what 'waymark check' prints"))
    }

    /// One line for a rule, for review tools.
    static func summary(of id: String) -> String? { CheckRule.named(id).first?.summary ?? sentences[id] }

    /// What is found while files are read, with its reason.
    static let sentences = [files, flows, rules, providers].reduce(into: [:]) {
        $0.merge($1) { first, _ in first }
    }

    /// Codes of the catalogue whose rules are kept while files are read: a pack that breaks them cannot be compiled.
    static let codes: [String: [String]] = [
        "M02": ["option-number"], "L01": ["missing-language", "missing-translation", "missing-text"],
        "L02": ["placeholders"], "L05": ["stale-translation"],
        "N01": ["unreachable-step", "missing-step", "missing-flow", "dead-end", "endless"],
    ]

    private static let files: [String: String] = [
        "allowance": "A comment that allows a rule to be broken says which rule and why, so that others can judge it.",
        "duplicate-key": "Of two equal keys only one would count, and nobody could say which.",
        "empty-file": "An empty file is nearly always one that was not saved.",
        "long-text": "This text has no pages, so what does not fit one screen would be cut.",
        "missing-file": "What names a file that is not there cannot be put to work.",
        "missing-folder": "Without its folder nothing of a pack can be read.",
        "missing-key": "Without this key the gateway would have to guess what you mean.",
        "not-utf8": "In any other encoding than UTF-8 letters outside ASCII would reach people garbled.",
        "too-large": "A file of this size is not content that people wrote, and would slow down every start.",
        "type": "A text where a group or list is needed, or the other way round, cannot be given a meaning.",
        "unknown-key": "A misspelt key would be ignored in silence, and what it says would never happen.",
        "unreadable": "What cannot be read cannot be served; it is better to know now than at the next start.",
        "value":
            "Only values of the stated kind have a meaning here; any other would fail while people use the service.",
        "yaml": "A file that is no YAML cannot be read at all, so nothing in it was checked.",
        "yaml-alias": "References to anchors make a text depend on another place, where a change is easily overlooked.",
        "yaml-anchor": "YAML takes '&' at a value's start for an anchor, and the word behind it would be lost.",
        "yaml-characters": "Control characters cannot be shown on a phone, and show that the file is damaged.",
        "yaml-comment": "YAML takes ' #' for the start of a comment, and the rest of the text would be lost.",
        "yaml-key": "Keys are names; a group or list as a key has no meaning here.",
        "yaml-tag": "YAML takes '!' at a value's start for a tag, and the word behind it would be lost.",
    ]

    private static let flows: [String: String] = [
        "answer-name": "Expressions name answers, so an answer's name must be one that an expression can say.",
        "answer-type": "The type says how an answer is read and bounded; an unknown one reads nothing.",
        "branch": "Arms are tried in their order, so those behind one without 'when' could never be reached.",
        "command-word":
            "A word that does two things, or a number that ends all messages, would surprise whoever sends it.",
        "dead-end": "Someone who comes to a step without a way on would wait for an answer that never comes.",
        "endless": "A round of steps that asks nothing would go on for ever; the gateway would have to break it off.",
        "expression": "An expression that cannot be read would fail in the middle of a conversation.",
        "keys": "Two meanings on one key leave people without one of them.",
        "keyword": "A word that starts two flows, or means something else already, would surprise whoever sends it.",
        "language": "The language texts are written in must be one that the pack offers.",
        "missing-flow": "A call to a flow that does not exist would end the conversation with an apology.",
        "missing-language": "People who choose a language without translations would read another one.",
        "missing-step": "A way to a step that does not exist would end the conversation with an apology.",
        "missing-text": "A screen without its text would be shown empty.",
        "missing-translation": "People who chose this language would suddenly read another one.",
        "option-number": "A number that two options share could mean either of them.",
        "flow-title": "A flow's title stands in lists and pictures, where no conversation gives its values.",
        "identity-check":
            "She is told from a stranger by what she once answered; what is never asked cannot be compared.",
        "person-field": "What is kept about people is declared in pack.yaml, so that nothing is kept by accident.",
        "placeholders": "A translation that leaves out a value, or adds one, says something else than its source.",
        "plural-forms":
            "A language has its own number of plural forms; a form too few would leave a number without its word.",
        "po-header":
            "Without its header other tools would read the file in another encoding or with other plural forms.",
        "po": "An entry that cannot be read is a text that is missing in this language.",
        "stale-translation":
            "The source was changed after the translation was made, so the two may now contradict each other.",
        "step-name": "Steps are named in 'go' and in translations, so their names must be plain.",
        "talk": "A line of a talk that is not understood would be a test that tests nothing.",
        "unknown-name": "A name that nothing gives has no value, and the screen that needs it cannot be shown.",
        "no-push-channel": "A USSD channel cannot reach people who did not dial, so their reminders would never come.",
        "unknown-kind": "A search for a kind of office that the directory does not have would never find anything.",
        "unknown-outcome": "A way for an outcome that never comes is a slip of the pen, and the real outcome has none.",
        "unknown-rule": "A rule that is not there cannot be judged, and the conversation would end with an apology.",
        "unknown-system": "A question to a system that nobody configured would always fail.",
        "unreachable-step": "A step that nobody can reach is forgotten work, or a way to it is missing.",
        "unused-allowance": "An allowance that nothing needs would hide the next finding at its place.",
        "unused-translation": "A translation of nothing is left over, or the text it belongs to was moved.",
        "verb": "A step does one thing; with no verb or with several the gateway cannot know which.",
    ]

    private static let providers: [String: String] = [
        "header": "A header whose name or value HTTP does not allow would be refused by every server.",
        "name": "A name that stands in URLs or templates must be written so that they can hold it.",
        "unreachable-case": "A case behind one that always holds would never be looked at.",
        "yaml-size": "Aliases that make a small file huge would take all memory before anything could be checked.",
        "duplicate-route": "Two routes of one name would leave it to chance which of them answers.",
        "channel-name": "A channel's name stands in the URLs that providers call, so it must be plain.",
        "condition":
            "A condition that is always the same, or that cannot be read, would let every request pass or none.",
        "example":
            "Examples are recorded from the provider; an adapter that reads them otherwise misreads real requests.",
        "filter-arguments": "A filter with the wrong arguments has no result.",
        "insecure":
            "Whoever finds the URL of an unproven channel could write in anybody's name, and settings that let more happen "
            + "to people than they need are often a slip: both must be meant.",
        "missing-answer": "A USSD session without this answer would show people the network's own failure text.",
        "missing-environment": "Without its secret the channel cannot prove itself to the provider.",
        "empty-value": "A key that nobody gave a value may be a slip; an empty text is written as \"\".",
        "missing-header": "By this header the provider learns how to prove itself the next time.",
        "missing-setting": "The adapter cannot work without this setting.",
        "path": "A path that names no field reads nothing.",
        "secret-in-file": "Whoever can read the file, or a copy or an earlier version of it, has the secret.",
        "template": "A template that cannot be read has no text to give.",
        "unknown-adapter": "A channel without its adapter can neither receive nor send.",
        "unknown-field": "A field that does not exist has no value, and the request would go out without it.",
        "unknown-filter": "A misspelt filter would change nothing, and the value would go out raw.",
        "unknown-named-value": "A named value must be defined above the place that uses it.",
        "unknown-root": "What can be read depends on the part of the file; this is not there in this part.",
        "unknown-route": "A URL for a route that does not exist would lead the provider nowhere.",
        "unknown-setting": "A setting that is not declared can never be given.",
    ]
}
