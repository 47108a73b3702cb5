import Conversation
import Entitlements
import Expressions

/// `rules/facts.yaml` after its first reading: each fact is a step of a flow that is still to be compiled.
struct FactsFile {
    /// Where the file is in a pack.
    static let path = "rules/facts.yaml"

    /// What belongs to a fact beside its question.
    struct Draft {
        let name: String
        let position: Position
        let isKept: Bool
        let assumed: YAML?
        let countsMonths: Bool
        let help: YAML?
        /// The values of its options, null among them for "I do not know".
        let options: [Value]
    }

    /// The facts in the file's order.
    let drafts: [Draft]
    /// Their questions as the steps of a flow.
    let questions: FlowDraft
    /// The sentences around verdicts.
    let texts: Fields?
    /// Where the file begins.
    let position: Position
}

/// Reads `rules/facts.yaml`.
struct FactsFileReader {
    let log: DiagnosticLog

    func read(_ content: String, file: String) -> FactsFile? {
        guard let root = YAML.read(content, file: file, log: log),
            let fields = Fields(root, "the facts", .facts, log: log)
        else { return nil }
        guard let list = fields["facts"], let entries = list.entries else {
            log.error("missing-key", "this file needs 'facts': { name: question }", at: fields.position)
            return nil
        }
        let facts = entries.compactMap(fact)
        return FactsFile(
            drafts: facts.map(\.draft),
            questions: FlowDraft(name: Fact.flow, title: nil, file: file, steps: facts.map(\.step)),
            texts: fields["texts"].flatMap { Fields($0, "'texts'", .sentences, log: log) },
            position: fields.position)
    }

    private func fact(_ entry: YAML.Entry) -> (draft: FactsFile.Draft, step: StepDraft)? {
        guard entry.key.isName, entry.key == entry.key.lowercased(), !RuleNames.reserved.contains(entry.key) else {
            log.error(
                "rule-name", "'\(entry.key)' cannot be the name of a fact", at: entry.keyPosition,
                suggestion:
                    "use small letters, digits and _; not \(RuleNames.reserved.sorted().joined(separator: ", "))")
            return nil
        }
        for made in entry.value.entries ?? [] where ["save", "go"].contains(made.key) {
            log.error(
                "fact-key", "'\(made.key)' of a fact is made by itself", at: made.keyPosition,
                suggestion: "leave it out: the answer is kept under the fact's name")
            return nil
        }
        guard let keys = KeyGroup.fact(entry.value) else { return refuse(entry) }
        guard let fields = Fields(entry.value, "fact '\(entry.key)'", keys, log: log) else { return nil }
        let options = entry.value["options"]?.elements ?? []
        let draft = FactsFile.Draft(
            name: entry.key, position: entry.keyPosition, isKept: isKept(fields), assumed: fields["assume"],
            countsMonths: keys.names.contains("as") && countsMonths(fields), help: fields["help"],
            options: options.compactMap { $0.entries?.first { $0.key == "value" }?.value.literal })
        let step = question(fields, keys, entry, isKept: draft.isKept)
        return (draft, StepDraft(name: entry.key, position: entry.keyPosition, value: step))
    }

    private func refuse<Read>(_ entry: YAML.Entry) -> Read? {
        let near = entry.value.entries?.first.flatMap { nearest(to: $0.key, among: ["ask", "menu"]) }
        log.error(
            "verb", "fact '\(entry.key)' asks nothing", at: entry.keyPosition,
            suggestion: near.map { "did you mean '\($0)'?" } ?? "begin it with 'ask' or 'menu'")
        return nil
    }

    private func isKept(_ fields: Fields) -> Bool {
        guard let keep = fields.text("keep"), let value = fields["keep"] else { return false }
        if keep == "person" { return true }
        log.error(
            "value", "'keep' of \(fields.what) can only be person, not '\(keep)'", at: value.position,
            suggestion: "leave it out to keep the answer in the conversation")
        return false
    }

    private func countsMonths(_ fields: Fields) -> Bool {
        guard let text = fields.text("as"), let value = fields["as"] else { return false }
        if text == "months" { return true }
        log.error("value", "'as' of \(fields.what) can only be months, not '\(text)'", at: value.position)
        return false
    }

    /// The fact's question as a flow would write it.
    private func question(_ fields: Fields, _ keys: KeyGroup, _ entry: YAML.Entry, isKept: Bool) -> YAML {
        let target = isKept ? "person.\(entry.key)" : entry.key
        let own = Key.ofFact.map(\.name) + ["as", "options"]
        var entries = fields.entries.filter { !own.contains($0.key) && keys.names.contains($0.key) }
        if let options = fields.entries.first(where: { $0.key == "options" }) {
            let elements = options.value.elements ?? []
            let read = elements.map { option($0, target: target, answer: entry.key) }
            entries.append(options.with(YAML(content: .sequence(read), position: options.value.position)))
        }
        if entries.contains(where: { $0.key == "ask" }) { entries.append(made("save", target, entry)) }
        entries.append(made("go", "end", entry))
        return YAML(content: .mapping(entries), position: entry.value.position)
    }

    private func made(_ key: String, _ text: String, _ entry: YAML.Entry) -> YAML.Entry {
        let value = YAML(content: .scalar(text, isPlain: true), position: entry.keyPosition)
        return YAML.Entry(key: key, keyPosition: entry.keyPosition, value: value)
    }

    /// An option with `set` in place of its `value`. "I do not know" stays in the conversation: a person's field cannot
    /// hold that something is not known.
    private func option(_ option: YAML, target: String, answer: String) -> YAML {
        guard let fields = Fields(option, "an option of a fact", .factOption, log: log) else { return option }
        var entries = fields.entries.filter { KeyGroup.factOption.names.contains($0.key) }
        guard let place = entries.firstIndex(where: { $0.key == "value" }) else {
            log.error(
                "fact-option", "an option of a fact needs its value", at: option.position,
                suggestion: "write - { label: Yes, value: true }")
            return option
        }
        let value = entries[place]
        let isNull = value.value.literal == .null
        let change = YAML.Entry(
            key: isNull ? answer : target, keyPosition: value.keyPosition,
            value: YAML(content: .scalar(value.value.literal.source, isPlain: true), position: value.value.position))
        entries[place] = YAML.Entry(
            key: "set", keyPosition: value.keyPosition,
            value: YAML(content: .mapping([change]), position: value.value.position))
        return YAML(content: .mapping(entries), position: option.position)
    }
}

extension YAML.Entry {
    fileprivate func with(_ value: YAML) -> YAML.Entry {
        YAML.Entry(key: key, keyPosition: keyPosition, value: value)
    }
}

extension Value {
    /// An expression that gives this value.
    fileprivate var source: String {
        switch self {
        case .month, .date, .number, .boolean: text
        default: json
        }
    }
}
