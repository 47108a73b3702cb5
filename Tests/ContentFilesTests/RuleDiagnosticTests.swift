import ContentFiles
import Expressions
import Testing

/// Every check of rule files with a change that breaks it; the mark stands where it must be reported.
struct RuleDiagnosticTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let id: String
        let old: String
        let new: String

        init(_ id: String, _ old: String, _ new: String) { (self.id, self.old, self.new) = (id, old, new) }

        /// Another change that the fault needs.
        private(set) var more: [(String, String)] = []

        var testDescription: String { "\(id): \(new)" }

        func with(_ old: String, _ new: String) -> Row {
            var row = self
            row.more.append((old, new))
            return row
        }
    }

    private static let local = """
        extends: test.help.grant
        version: 1
        region: "44"
        law:
          L2: { cite: Local law Art.2, checked: 2026-11-01, confidence: high }
        changes:
          - replace_parameter: limit
            unit: years
            values: [{ from: 2020-01-01, value: 20, law: L2 }]
        """

    private static let next = """
        next:
          call: Call us.
        """

    /// A pack with a rule that names a next step, and an exception.
    private static func fixture() -> Fixture {
        var fixture = packFile(
            "person: { age: { type: whole, keep: 24 months }, works: { type: yes_no, keep: 24 months } }")
        fixture.files = [
            "rules/facts.yaml": RuleFileTests.facts,
            "rules/help.yaml": RuleFileTests.rule.replacing(
                "{ text: Pension. }", with: "{ text: Pension., next: call }"),
            "rules/next.yaml": next, "rules/local/44.yaml": local,
        ]
        return fixture
    }

    /// Expects the diagnostic at the mark; what is broken elsewhere by it does not matter.
    private func expect(_ path: String, _ row: Row) throws {
        var fixture = Self.fixture()
        let content = try #require(fixture.files[path])
        #expect(content.contains(row.old))
        fixture.files[path] = row.more.reduce(content.replacing(row.old, with: row.new)) { text, change in
            text.replacing(change.0, with: change.1)
        }
        let mark = try #require(fixture.marks.first)
        let found = fixture.diagnostics
        #expect(
            found.contains { $0.id == row.id && $0.position.description == "Flows/test/\(mark)" },
            "\(found.map(\.description).joined(separator: "\n"))")
    }

    @Test func `without a change nothing is wrong`() {
        Self.fixture().expect([])
    }

    @Test(arguments: [
        Row("missing-key", "rule: test.help.grant\nversion: 1", "⟦rule: test.help.grant"),
        Row("missing-key", "review: { by: 2027-06-30, owner: test }", "review: ⟦{ by: 2027-06-30 }"),
        Row("value", "by: 2027-06-30", "by: ⟦soon"), Row("rule-id", "rule: test.help.grant", "rule: ⟦Test.help"),
        Row("value", "area: assistance", "area: ⟦money"),
        Row("value", "in_force: { from: 2020-01-01", "in_force: { from: ⟦2020"),
        Row("value", "in_force: { from: 2020-01-01", "in_force: { from: 2020-01-01, to: ⟦2019-01-01"),
        Row("rule-text", "title: Help", "title: ⟦Help ${age}"), Row("value", "confidence: high", "confidence: ⟦sure"),
        Row("value", "checked: 2026-11-01", "checked: ⟦2026"), Row("value", "status: usual", "status: ⟦maybe"),
        Row("unknown-law", "value: 60, law: L1", "value: 60, law: ⟦L9"),
        Row("missing-key", "{ from: 2020-01-01, value: 60, law: L1 }", "⟦{ from: 2020-01-01, law: L1 }"),
        Row("missing-key", "{ from: 2020-01-01, value: 60, law: L1 }", "⟦{ from: 2020-01-01, value: 60 }"),
        Row("equal-rows", "- { region: \"3205\"", "- ⟦{ region: \"32\""),
        Row("rule-name", "  limit:\n    unit", "  ⟦Limit:\n    unit"),
        Row("value", "moves: false", "moves: ⟦perhaps"), Row("unknown-key", "title: Help", "⟦titel: Help"),
    ])
    func `a fault in the head of a rule is reported where it stands`(_ row: Row) throws {
        try expect("rules/help.yaml", row)
    }

    @Test(arguments: [
        Row("rule-name", "  left: p.limit", "  ⟦age: p.limit"),
        Row("rule-name", "  left: p.limit", "  ⟦today: p.limit"),
        Row("rule-name", "  left: p.limit", "  ⟦Left: p.limit"),
        Row("rule-cycle", "  left: p.limit - age", "  ⟦left: other + 1\n  other: left - age"),
        Row("expression", "left: p.limit - age", "left: \"p.limit -⟦\""),
        Row("expression-type", "left: p.limit - age", "left: p.limit - ⟦agee"),
        Row("expression-type", "left: p.limit - age", "left: p.⟦limt - age"),
        Row("expression-type", "when: works,", "when: ⟦age,"),
        Row("rule-end", "- { when: works, outcome: none", "- ⟦{ when: true, outcome: none"),
        Row("rule-end", "- { when: \"true\", outcome: grant", "- ⟦{ when: works, outcome: grant"),
        Row("missing-key", "- { when: works, outcome", "- ⟦{ outcome"),
        Row("missing-key", "- { when: works", "- ⟦{ when: works").with(
            "law: [L1], because: you work", "because: you work"),
        Row("unknown-law", "law: [L1], because: you work", "law: [⟦L9], because: you work"),
        Row("unknown-outcome", "  none: { text: Nothing. }", "  none: { text: Nothing. }\n  ⟦lost: { text: Lost. }"),
        Row("untested-outcome", "  none: { text", "  ⟦none: { text").with(
            "expect: { outcome: none }", "expect: { outcome: grant }"),
        Row(
            "missing-plain", "  grant: { plain: Grant., text: \"Grant for ${left} years.\" }",
            "  ⟦grant: { text: \"${cut} years.\" }"
        )
        .with("  left: p.limit - age", "  left: p.limit - age\n  cut: if(age > 9, null, 1)"),
        Row("rule-name", "law:\n  L1:", "law:\n  ⟦figures: { cite: A, checked: 2026-11-01, confidence: low }\n  L1:"),
        Row("no-law", "  none: { text", "  ⟦none: { text").with(
            "law: [L1], because: you work", "law: figures, because: you work"
        ).with("- { when: left <= 0, outcome: pension", "- { when: age > 100, outcome: pension"),
        Row(
            "unknown-law", "{ from: 2020-01-01, value: 60, law: L1 }", "{ from: 2020-01-01, value: 60, law: ⟦figures }"),
        Row("outcome-reason", "  none: { text: Nothing. }", "  none: { text: Nothing., because: ⟦so }"),
        Row("outcome-reason", "  none: { text: Nothing. }", "  none: { text: Nothing., law: ⟦L1 }"),
        Row("missing-key", "  none: { text: Nothing. }", undecided("  undecided: ⟦{ text: Ask., because: you know }")),
        Row("missing-key", "  none: { text: Nothing. }", undecided("  undecided: ⟦{ text: Ask., law: L1 }")),
        Row(
            "unknown-law", "  none: { text: Nothing. }", undecided("  undecided: { because: it, text: Ask., law: ⟦L }")),
        Row(
            "rule-text", "  none: { text: Nothing. }",
            undecided("  ⟦undecided: { text: Ask., law: L1, because: \"at ${age}\" }")),
        Row(
            "long-why", "  none: { text: Nothing. }",
            undecided("  ⟦undecided: { text: Ask., law: L1, because: \"\(long)\" }")
        ).with(
            "  - { name: a",
            "  - { name: u, today: 2026-11, given: { region: \"11\", age: null }, "
                + "expect: { outcome: undecided } }\n  - { name: a"),
        Row("rule-text", "  grant: { plain: Grant., text", "  ⟦grant: { plain: \"${cut}\", text")
            .with("  left: p.limit - age", "  left: p.limit - age\n  cut: if(age > 9, null, 1)"),
        Row("rule-text", "  none: { text", "  ⟦none: { text").with("because: you work }", "because: \"${cut}\" }")
            .with("  left: p.limit - age", "  left: p.limit - age\n  cut: if(age > 9, null, 1)"),
        Row("unknown-name", "show: [left]", "show: [⟦lefft]"),
        Row("missing-next", "next: call", "next: ⟦cal"),
        Row("rule-fault", "rule: test", "rule: ⟦test").with(
            "left: p.limit - age", "left: p.limit / (age - 62)"),
        Row("long-why", "  none: { text", "  ⟦none: { text").with("because: you work", "because: \"\(long)\""),
    ])
    func `a fault in a decision is reported where it stands`(_ row: Row) throws {
        try expect("rules/help.yaml", row)
    }

    private static func undecided(_ line: String) -> String { "  none: { text: Nothing. }\n" + line }

    private static let long = String(repeating: "you work and earn enough, ", count: 7)

    @Test(arguments: [
        Row("rule-test", "age: 62 }", "⟦ages: 62 }"), Row("rule-test", "age: 62 }", "age: ⟦old }"),
        Row("rule-test", "age: 30, works: true }", "age: 30, works: ⟦perhaps }"),
        Row("rule-test", "{ name: a, today: 2026-11, given", "{ name: a, today: 2026-11, asked: ⟦[agee], given"),
        Row("rule-test", "  - { name: a", "⟦  - { name: a").with(
            "expect: { outcome: pension }", "expect: { outcome: pensio }"),
        Row("rule-test", "  - { name: c", "⟦  - { name: c").with("grant, left: 32", "grant, lift: 32"),
        Row("value", "{ name: a, today: 2026-11", "{ name: a, today: ⟦November"),
        Row("missing-key", "- { name: a, today: 2026-11", "- ⟦{ today: 2026-11"),
    ])
    func `a fault in a test is reported where it stands`(_ row: Row) throws {
        try expect("rules/help.yaml", row)
    }

    @Test(arguments: [
        Row("fact-option", "- { label: \"Yes\", value: true }", "- ⟦{ label: \"Yes\" }"),
        Row("fact-key", "  age:\n    ask: Age?", "  age:\n    ⟦save: x\n    ask: Age?"),
        Row("unknown-key", "  age:\n    ask: Age?", "  age:\n    ⟦kep: person\n    ask: Age?"),
        Row("unknown-key", "- { label: \"Yes\", value: true }", "- { label: \"Yes\", value: true, ⟦go: end }"),
        Row("verb", "facts:\n", "facts:\n  ⟦chatty:\n    say: Hello\n"),
        Row("verb", "facts:\n", "facts:\n  ⟦shy:\n    aks: What?\n"),
        Row("rule-name", "  age:\n", "  ⟦today:\n"), Row("rule-name", "  age:\n", "  ⟦Age:\n"),
        Row("value", "    ask: Where?", "    ask: Where?\n    keep: ⟦session"),
        Row("value", "    ask: Where?", "    ask: Where?\n    as: ⟦weeks"),
        Row("value", "  region:\n    ask: Where?", "  ⟦region:\n    ask: Where?\n    as: months"),
        Row("fact-keep", "  age:\n    ask: Age?", "  ⟦age:\n    ask: Age?\n    keep: person"),
        Row("fact-keep", "  works:\n    menu: Work?", "  ⟦works:\n    menu: Work?\n    keep: person"),
        Row("person-field", "  region:\n    ask: Where?", "  ⟦region:\n    ask: Where?\n    keep: person"),
        Row("fact-assume", "assume: false", "assume: ⟦maybe"),
        Row("fact-assume", "    ask: Where?", "    ask: Where?\n    assume: ⟦here"),
        Row(
            "missing-key", "texts: { why: \"${because} (${law}, ${checked})\", usual: May differ. }",
            "texts: ⟦{ usual: May differ. }"),
        Row("expression-type", "why: \"${because}", "why: \"${⟦becuse}"),
        Row("expression-type", "usual: May differ.", "usual: \"May differ ${⟦law}\""),
        Row("expression-type", "    ask: Where?", "    ask: Where?\n    help: Look at ${⟦age}"),
        Row("unused-fact", "  region:\n", "  ⟦shoe:\n    ask: Size?\n    answer: { type: whole }\n  region:\n"),
    ])
    func `a fault in the facts is reported where it stands`(_ row: Row) throws {
        try expect("rules/facts.yaml", row)
    }

    @Test(arguments: [
        Row("local-target", "extends: test.help.grant", "extends: ⟦test.help.grnt"),
        Row("local-conflict", "version: 1", "version: ⟦2"),
        Row("missing-key", "extends", "⟦extends").with("version: 1\n", ""),
        Row("local-target", "replace_parameter: limit", "replace_parameter: ⟦limt"),
        Row("local-target", "- replace_parameter: limit", "- ⟦replace_paramter: limit"),
        Row(
            "rule-end", "  - replace_parameter",
            "  - restrict: grant\n    law: L2\n    when: ⟦works\n  - replace_parameter"),
        Row("missing-key", "  - replace_parameter", "  - ⟦restrict: none\n    law: L2\n  - replace_parameter"),
        Row(
            "unknown-law", "  - replace_parameter",
            "  - restrict: none\n    law: ⟦L7\n    when: works\n  - replace_parameter"),
        Row(
            "expression-type", "  - replace_parameter",
            "  - restrict: none\n    law: L2\n    when: ⟦wroks\n  - replace_parameter"),
        Row(
            "missing-next", "  - replace_parameter",
            "  - replace_outcome: none\n    text: None.\n    next: ⟦sing\n  - replace_parameter"),
        Row("unknown-outcome", "region: \"44\"", "region: ⟦\"44\"")
            .with(
                "  - replace_parameter",
                "  - { add_line_before: grant, when: works, outcome: lost, law: L2, because: it is }\n  - replace_parameter"
            ),
    ])
    func `a fault in an exception is reported where it stands`(_ row: Row) throws {
        try expect("rules/local/44.yaml", row)
    }

    @Test func `rules, exceptions and next steps are there once, and used`() throws {
        var fixture = Self.fixture()
        fixture.files["rules/twin.yaml"] = fixture.files["rules/help.yaml"]?.replacing(
            "rule: test", with: "rule: ⟦test")
        fixture.expect(["rule-id"])
        fixture = Self.fixture()
        fixture.files["rules/local/45.yaml"] = Self.local.replacing("region: \"44\"", with: "region: ⟦\"44\"")
        fixture.expect(["local-conflict"])
        fixture = Self.fixture()
        fixture.files["rules/next.yaml"] = Self.next + "\n  ⟦wait: Wait."
        fixture.expect(["unused-next"])
        fixture = Self.fixture()
        fixture.files["rules/facts.yaml"] = nil
        fixture.files["rules/help.yaml"] = "⟦" + RuleFileTests.rule
        fixture.expect(["missing-file"])
    }

    @Test func `a threshold that tests are on one side of is a warning`() throws {
        var fixture = Self.fixture()
        fixture.files["rules/local/44.yaml"] = nil
        fixture.expect([])
        fixture.files["rules/help.yaml"] = fixture.files["rules/help.yaml"]?
            .replacing("{ when: works, outcome", with: "{ when: works and ⟦age < 99, outcome")
        fixture.expect(["one-sided"])
    }

    @Test func `a rule that asks too much is a warning`() throws {
        var fixture = Fixture()
        let names = (1...7).map { "f\($0)" }
        let facts = names.map {
            "  \($0): { menu: Is it?, options: [{ label: A, value: true }, { label: B, value: false }] }"
        }
        fixture.files["rules/facts.yaml"] =
            "texts: { why: \"${because}\", usual: May differ. }\nfacts:\n" + facts.joined(separator: "\n")
        fixture.files["rules/many.yaml"] = """
            rule: ⟦test.many
            version: 1
            area: assistance
            jurisdiction: XX
            in_force: { from: 2020-01-01 }
            title: Many
            law:
              L1: { cite: Sample law Art.1, checked: 2026-11-01, confidence: high }
            decide:
              - { when: \(names.joined(separator: " and ")), outcome: yes_all, law: L1, because: all are }
              - { when: true, outcome: no, law: L1, because: one is not }
            outcomes: { yes_all: { text: "All." }, no: { text: "Not all." } }
            review: { by: 2027-06-30, owner: test }
            tests:
              - { name: all, today: 2026-11, given: { \(names.map { "\($0): true" }.joined(separator: ", ")) }, expect: { outcome: yes_all } }
              - { name: none, today: 2026-11, given: { f1: false }, expect: { outcome: no }, asked: [f1] }
            """
        fixture.expect(["many-questions"])
    }

    @Test(arguments: [("2027-06-30", []), ("2027-07-01", ["review-late"])])
    func `a review is late only on the days after it, when a day is given`(_ day: String, _ expected: [String]) throws {
        let today = try #require(CalendarDate(iso: day))
        let log = DiagnosticLog()
        #expect(PackLoader.load(Self.fixture().source, today: today, log: log) != nil)
        #expect(log.sorted.map(\.id) == expected)
        #expect(log.sorted.allSatisfy { $0.severity == .warning })
    }
}
