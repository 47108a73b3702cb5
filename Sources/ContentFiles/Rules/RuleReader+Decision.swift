import Conversation
import Entitlements
import Expressions

/// Computed names, the decision, and what can come out of it.
extension RuleReader {
    /// The computed names, each behind those that it uses.
    func derived(_ fields: Fields, _ parameters: [String: RuleParameter]) -> [Derived] {
        guard let value = fields["derive"], let own = Fields(value, "'derive'", known: nil, log: log) else { return [] }
        var derived: [(Derived, Position)] = []
        for entry in own.entries where isName(entry, "a computed value") && isFree(entry) {
            guard let expression = expressions.read(entry.value, flow: nil) else { continue }
            derived.append((Derived(name: entry.key, expression: expression), entry.keyPosition))
        }
        return ordered(derived)
    }

    private func isFree(_ entry: YAML.Entry) -> Bool {
        guard facts[entry.key] != nil || RuleNames.reserved.contains(entry.key) else { return true }
        let owner = facts[entry.key] == nil ? "has a meaning of its own" : "is a fact"
        log.error(
            "rule-name", "'\(entry.key)' \(owner), so it cannot be computed", at: entry.keyPosition,
            suggestion: "choose another name")
        return false
    }

    /// Puts each name behind those it uses; names that use each other in a ring have no order.
    private func ordered(_ derived: [(Derived, Position)]) -> [Derived] {
        var open = derived
        var ordered: [Derived] = []
        while !open.isEmpty {
            let waiting = Set(open.map(\.0.name))
            let ready = open.filter { !$0.0.expression.references.contains { waiting.contains($0.root) } }
            guard !ready.isEmpty else {
                log.error(
                    "rule-cycle", "'\(open[0].0.name)' needs itself to be computed", at: open[0].1,
                    suggestion: "look at what it uses: \(waiting.sorted().joined(separator: ", "))")
                return ordered
            }
            ordered += ready.map(\.0)
            open.removeAll { entry in ready.contains { $0.0.name == entry.0.name } }
        }
        return ordered
    }

    /// The lines of a decision with their places.
    ///
    /// - Parameter context: What the contexts of their reasons begin with: `decide`.
    func lines(_ value: YAML?, in fields: Fields, _ context: String, _ laws: [String: Law]) -> [(
        line: RuleLine, position: Position
    )] {
        guard let elements = value?.elements, let last = elements.last else {
            log.error(
                "missing-key", "\(fields.what) needs 'decide' with at least one line",
                at: value?.position ?? fields.position)
            return []
        }
        for element in elements.dropLast() where isAlways(element) {
            log.error("rule-end", "only the last line may be always true", at: element.position)
        }
        if !isAlways(last) {
            log.error(
                "rule-end", "someone for whom no line is true would get no answer", at: last.position,
                suggestion: "end with - { when: true, outcome: ... }")
        }
        return elements.enumerated().compactMap { index, element in
            line(element, "\(context).\(index + 1)", laws).map { ($0, element.position) }
        }
    }

    private func isAlways(_ line: YAML) -> Bool {
        line.entries?.first { $0.key == "when" }?.value.text == "true"
    }

    /// One line of a decision.
    func line(_ value: YAML, _ context: String, _ laws: [String: Law], keys: KeyGroup = .line) -> RuleLine? {
        guard let fields = Fields(value, "a line of the decision", keys, log: log) else { return nil }
        if fields["when"] == nil { log.error("missing-key", "\(fields.what) needs 'when'", at: fields.position) }
        let when = fields["when"].flatMap { expressions.read($0, flow: nil, isCondition: true) }
        let outcome = fields.requiredText("outcome")
        let own = lawNames(fields, laws, or: RuleLine.figures)
        let because = text(fields, "because", "\(context).because")
        guard let when, let outcome, let because else { return nil }
        return RuleLine(when: when, outcome: outcome, laws: own, because: because)
    }

    /// An outcome with the places of what it names.
    struct PlacedOutcome {
        let outcome: RuleOutcome
        let position: Position
        let next: [(name: String, position: Position)]
    }

    /// The outcomes; each line must have one, and each must have a line.
    func outcomes(_ fields: Fields, _ lines: [RuleLine], _ laws: [String: Law]) -> [PlacedOutcome] {
        guard let value = fields["outcomes"] else {
            log.error("missing-key", "\(fields.what) needs 'outcomes'", at: fields.position)
            return []
        }
        guard let own = Fields(value, "'outcomes'", known: nil, log: log) else { return [] }
        let outcomes = own.entries.compactMap { outcome($0, "outcomes.\($0.key)", laws) }
        let led = Set(lines.map(\.outcome)).union([Rule.undecided])
        for outcome in outcomes where !led.contains(outcome.outcome.name) {
            log.error(
                "unknown-outcome", "no line leads to the outcome '\(outcome.outcome.name)'", at: outcome.position,
                suggestion: "take it out, or name it in a line of 'decide'")
        }
        return outcomes
    }

    /// One outcome.
    func outcome(
        _ entry: YAML.Entry, _ context: String, _ laws: [String: Law], keys: KeyGroup = .outcome
    ) -> PlacedOutcome? {
        guard entry.key.isName else {
            log.error("rule-name", "'\(entry.key)' cannot be the name of an outcome", at: entry.keyPosition)
            return nil
        }
        guard let fields = Fields(entry.value, "outcome '\(entry.key)'", keys, log: log) else { return nil }
        let text = text(fields, "text", "\(context).text")
        let plain = fields["plain"].flatMap { _ in self.text(fields, "plain", "\(context).plain") }
        let next = named(fields, "next")
        let reason = reason(fields, context, laws, isUndecided: entry.key == Rule.undecided)
        let until = fields["until"].flatMap { expressions.read($0, flow: nil) }
        let gives = fields["gives"].flatMap { _ in fields.word("gives", as: RuleOutcome.Gives.self) }
        let outcome = RuleOutcome(
            name: entry.key, text: text, plain: plain, next: next.map(\.name), because: reason?.because,
            laws: reason?.laws ?? [], until: until, gives: gives ?? .help)
        return PlacedOutcome(outcome: outcome, position: entry.keyPosition, next: next)
    }

    /// Why a rule is undecided; every other outcome has its reasons in the lines that lead to it.
    private func reason(_ fields: Fields, _ context: String, _ laws: [String: Law], isUndecided: Bool) -> (
        because: LocalizedText, laws: [String]
    )? {
        guard let key = ["because", "law"].first(where: { fields[$0] != nil }) else { return nil }
        guard isUndecided else {
            log.error(
                "outcome-reason", "'\(key)' of \(fields.what) belongs to the lines that lead to it",
                at: fields[key]?.position ?? fields.position, suggestion: "write it in 'decide'")
            return nil
        }
        let own = lawNames(fields, laws)
        return text(fields, "because", "\(context).because").map { ($0, own) }
    }
}
