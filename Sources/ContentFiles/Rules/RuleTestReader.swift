import Entitlements
import Expressions

/// Reads the cases at the end of a rule's file.
struct RuleTestReader {
    let file: String
    let facts: [String: Fact]
    let log: DiagnosticLog

    /// The tests of a rule; each outcome needs one, so they cannot be left out.
    func read(_ rule: Fields) -> [RuleTest] {
        guard let value = rule["tests"], let elements = value.elements, !elements.isEmpty else {
            log.error(
                "missing-key", "\(rule.what) needs 'tests' with at least one case",
                at: rule["tests"]?.position ?? rule.position)
            return []
        }
        return elements.compactMap(test)
    }

    private func test(_ value: YAML) -> RuleTest? {
        guard let fields = Fields(value, "a test", .test, log: log) else { return nil }
        let name = fields.requiredText("name")
        let day = day(fields)
        let known = answers(fields, "known")
        let given = answers(fields, "given")
        let expected = expectation(fields)
        let asked = fields["asked"].map { _ in fields.texts("asked") }
        for fact in asked ?? [] where facts[fact] == nil {
            reportUnknown(fact, at: fields["asked"]?.position ?? value.position)
        }
        guard let name, let day, let expected else { return nil }
        return RuleTest(
            name: name, file: file, line: value.position.line, day: day, known: known, given: given,
            expected: expected, asked: asked)
    }

    /// The day of the question; of a month alone its first.
    private func day(_ fields: Fields) -> CalendarDate? {
        guard let text = fields.requiredText("today"), let value = fields["today"] else { return nil }
        if let day = CalendarDate(iso: text) ?? CalendarMonth(iso: text)?.firstDay { return day }
        log.error("value", "'today' of a test must be a date or month, not '\(text)'", at: value.position)
        return nil
    }

    private func answers(_ fields: Fields, _ key: String) -> [String: Value] {
        guard let value = fields[key], let own = Fields(value, "'\(key)' of a test", known: nil, log: log) else {
            return [:]
        }
        var answers: [String: Value] = [:]
        for entry in own.entries {
            guard let fact = facts[entry.key] else {
                reportUnknown(entry.key, at: entry.keyPosition)
                continue
            }
            let written = entry.value.literal
            guard let answer = fact.reading(written) else {
                log.error(
                    "rule-test", "\(written == .null ? "null" : "'\(written.text)'") is no answer to '\(fact.name)'",
                    at: entry.value.position, suggestion: "it can be: \(fact.answersInWords)")
                continue
            }
            answers[entry.key] = answer
        }
        return answers
    }

    private func reportUnknown(_ name: String, at position: Position) {
        let near = nearest(to: name, among: facts.keys.sorted())
        log.error(
            "rule-test", "there is no fact '\(name)'", at: position, suggestion: near.map { "did you mean '\($0)'?" })
    }

    private func expectation(_ fields: Fields) -> RuleTest.Expectation? {
        guard let value = fields["expect"] else {
            log.error("missing-key", "a test needs 'expect'", at: fields.position)
            return nil
        }
        guard let own = Fields(value, "'expect' of a test", .expectation, log: log),
            let outcome = own.requiredText("outcome")
        else { return nil }
        var values: [String: Value] = [:]
        for entry in own.entries where !KeyGroup.expectation.names.contains(entry.key) {
            values[entry.key] = entry.value.literal == .text("unknown") ? .unknown : entry.value.literal
        }
        return RuleTest.Expectation(
            outcome: outcome, values: values, missing: own["missing"].map { _ in own.texts("missing") },
            assumed: own["assumed"].map { _ in own.texts("assumed") }, isUsual: own.flag("usual"))
    }
}
