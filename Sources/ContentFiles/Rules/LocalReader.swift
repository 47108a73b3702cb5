import Conversation
import Directory
import Entitlements
import Expressions

/// Reads a local exception: a file that changes a rule for one part of the country.
///
/// It says what it changes: `replace_parameter`, `add_line_before`, `replace_outcome`, or `restrict`, which lets the lines
/// of an outcome hold only when something more is true.
struct LocalReader {
    /// One local file, worked into the rule it changes.
    struct Exception {
        let local: LocalRule
        /// The rule's id.
        let extends: String
        let file: String
        let context: String
        let position: Position
        let expressions: [ExpressionReader.Placed]
        let next: [(name: String, position: Position)]
    }

    let rules: [String: RuleDraft]
    let facts: [String: Fact]
    let texts: TextCatalog
    let directory: Directory
    let log: DiagnosticLog

    func read(_ content: String, context: String, file: String) -> Exception? {
        guard let root = YAML.read(content, file: file, log: log),
            let fields = Fields(root, "a local exception", .local, log: log),
            let base = base(fields), let region = fields.requiredText("region")
        else { return nil }
        let reader = RuleReader(
            context: context, file: file, facts: facts, texts: texts, directory: directory, log: log)
        let own = fields["law"] == nil ? [:] : reader.laws(fields)
        var editor = LocalEditor(base: base, laws: base.rule.laws.merging(own) { $1 }, reader: reader)
        guard let changes = fields["changes"]?.elements, !changes.isEmpty else {
            log.error(
                "missing-key", "a local exception needs 'changes' with at least one change",
                at: fields["changes"]?.position ?? fields.position)
            return nil
        }
        for (index, change) in changes.enumerated() { editor.apply(change, "changes.\(index + 1)") }
        return Exception(
            local: LocalRule(region: RegionCode(region), rule: editor.rule), extends: base.rule.id, file: file,
            context: context, position: fields["region"]?.position ?? fields.position,
            expressions: reader.expressions.read, next: editor.next)
    }

    /// The rule that is changed, in the version that the exception was written for.
    private func base(_ fields: Fields) -> RuleDraft? {
        guard let id = fields.requiredText("extends"), let value = fields["extends"] else { return nil }
        guard let base = rules[id] else {
            let near = nearest(to: id, among: rules.keys.sorted())
            log.error(
                "local-target", "there is no rule '\(id)'", at: value.position,
                suggestion: near.map { "did you mean '\($0)'?" })
            return nil
        }
        if fields["version"] == nil {
            log.error(
                "missing-key", "a local exception needs 'version': that of the rule it was written for",
                at: fields.position)
        } else if let version = fields.whole("version", in: RuleReader.versions), version != base.rule.version,
            let place = fields["version"]
        {
            log.error(
                "local-conflict",
                "\(base.file) is now version \(base.rule.version): its change may contradict this exception",
                at: place.position, suggestion: "compare the two, then write version: \(base.rule.version)")
        }
        return base
    }
}

/// Works the changes of one local file into a rule.
struct LocalEditor {
    private let base: RuleDraft
    private let laws: [String: Law]
    private let reader: RuleReader
    private var parameters: [String: RuleParameter]
    private var lines: [RuleLine]
    private var outcomes: [RuleOutcome]
    private(set) var next: [(name: String, position: Position)] = []

    init(base: RuleDraft, laws: [String: Law], reader: RuleReader) {
        self.base = base
        self.laws = laws
        self.reader = reader
        parameters = base.rule.parameters
        lines = base.rule.lines
        outcomes = base.rule.outcomes
    }

    /// The rule with the changes made so far.
    var rule: Rule {
        let rule = base.rule
        return Rule(
            id: rule.id, area: rule.area, version: rule.version, inForce: rule.inForce, title: rule.title, laws: laws,
            parameters: parameters, derived: rule.derived, concerns: rule.concerns, lines: lines, shown: rule.shown,
            outcomes: outcomes, portability: rule.portability, facts: rule.facts)
    }

    /// Makes one change.
    mutating func apply(_ change: YAML, _ context: String) {
        let found = change.entries?.lazy.compactMap { entry in
            LocalChange(rawValue: entry.key).map { (verb: $0, value: entry.value) }
        }.first
        guard let (verb, value) = found else {
            let verbs = LocalChange.allCases.map(\.rawValue).joined(separator: ", ")
            return reader.log.error("local-target", "a change is one of \(verbs)", at: change.position)
        }
        guard let target = value.text else { return }
        guard isThere(target, for: verb) else {
            let names = verb == .parameter ? parameters.keys.sorted() : outcomes.map(\.name)
            return reader.log.error(
                "local-target", "\(base.file) has no '\(target)' to change", at: value.position,
                suggestion: nearest(to: target, among: names).map { "did you mean '\($0)'?" })
        }
        switch verb {
        case .parameter: replaceParameter(target, change)
        case .line: addLine(before: target, change, context)
        case .outcome: replaceOutcome(target, change, context)
        case .restriction: restrict(target, change)
        }
    }

    private func isThere(_ target: String, for verb: LocalChange) -> Bool {
        switch verb {
        case .parameter: parameters[target] != nil
        case .outcome: outcomes.contains { $0.name == target }
        case .line, .restriction: lines.contains { $0.outcome == target }
        }
    }

    private mutating func replaceParameter(_ name: String, _ change: YAML) {
        guard let fields = Fields(change, "a change", LocalChange.parameter.keys, log: reader.log) else { return }
        parameters[name] = reader.parameter(name, fields, RegionCode(""), laws) ?? parameters[name]
    }

    private mutating func addLine(before outcome: String, _ change: YAML, _ context: String) {
        guard let line = reader.line(change, context, laws, keys: LocalChange.line.keys),
            let place = lines.firstIndex(where: { $0.outcome == outcome })
        else { return }
        lines.insert(line, at: place)
    }

    private mutating func replaceOutcome(_ name: String, _ change: YAML, _ context: String) {
        let entry = YAML.Entry(key: name, keyPosition: change.position, value: change)
        guard let placed = reader.outcome(entry, context, laws, keys: LocalChange.outcome.keys) else { return }
        next += placed.next
        outcomes = outcomes.map { $0.name == name ? placed.outcome : $0 }
    }

    /// Lets the lines of an outcome hold only when the condition is true too: stricter, never looser.
    private mutating func restrict(_ outcome: String, _ change: YAML) {
        guard let fields = Fields(change, "a change", LocalChange.restriction.keys, log: reader.log) else { return }
        let own = reader.lawNames(fields, laws)
        guard let value = fields["when"] else {
            return reader.log.error("missing-key", "'restrict' needs 'when'", at: fields.position)
        }
        guard let when = reader.expressions.read(value, flow: nil, isCondition: true) else { return }
        if let last = lines.last, last.outcome == outcome {
            reader.log.error(
                "rule-end", "'\(outcome)' is what is left when no line is true, so it cannot be restricted",
                at: value.position)
        }
        lines = lines.map { line in
            guard line.outcome == outcome,
                let both = try? Expression.parse("(\(line.when.source)) and (\(when.source))")
            else { return line }
            return RuleLine(when: both, outcome: line.outcome, laws: line.laws + own, because: line.because)
        }
    }
}
