import ContentFiles
import Conversation
import Entitlements
import Expressions
import Foundation
import TestSupport
import Testing

/// Rule files: what is wrong in them, and what right ones say.
struct RuleFileTests {
    static let facts = """
        texts: { why: "${because} (${law}, ${checked})", usual: May differ. }
        facts:
          age:
            ask: Age?
            answer: { type: whole, from: 0, to: 120, unknown: true }
          works:
            menu: Work?
            options:
              - { label: "Yes", value: true }
              - { label: "No", value: false }
              - { label: Not sure, value: null }
            assume: false
          region:
            ask: Where?
            answer: { type: text }
        """

    static let rule = """
        rule: test.help.grant
        version: 1
        area: assistance
        jurisdiction: "000000"
        in_force: { from: 2020-01-01 }
        title: Help
        law:
          L1: { cite: Sample law Art.1, url: null, checked: 2026-11-01, confidence: high }
        parameters:
          limit:
            unit: years
            values:
              - { from: 2020-01-01, value: 60, law: L1 }
              - { from: 2026-01-01, value: 62, law: L1 }
              - { region: "32", from: 2020-01-01, value: 55, law: L1, status: usual }
              - { region: "3205", from: 2020-01-01, value: 50, law: L1 }
        derive:
          left: p.limit - age
        decide:
          - { when: left <= 0, outcome: pension, law: [L1], because: old enough }
          - { when: works, outcome: none, law: [L1], because: you work }
          - { when: "true", outcome: grant, law: [L1], because: no work }
        show: [left]
        outcomes:
          pension: { text: Pension. }
          none: { text: Nothing. }
          grant: { plain: Grant., text: "Grant for ${left} years." }
        portability: { moves: false, text: Stays., law: [L1] }
        review: { by: 2027-06-30, owner: test }
        tests:
          - { name: a, today: 2026-11, given: { region: "11", age: 62 }, expect: { outcome: pension } }
          - { name: b, today: 2026-11, given: { region: "11", age: 30, works: true }, expect: { outcome: none } }
          - { name: c, today: 2026-11, given: { region: "11", age: 30, works: false }, expect: { outcome: grant, left: 32 } }
        """

    private func fixture(_ changes: [(String, String)] = [], files: [String: String] = [:]) -> Fixture {
        var fixture = Fixture()
        var rule = Self.rule
        var facts = Self.facts
        for (old, new) in changes {
            rule = rule.replacing(old, with: new)
            facts = facts.replacing(old, with: new)
        }
        fixture.files = ["rules/facts.yaml": facts, "rules/help.yaml": rule].merging(files) { $1 }
        return fixture
    }

    private func judge(
        _ facts: [String: Value], in fixture: Fixture? = nil, at day: String = "2026-11-24"
    ) throws -> Judgement {
        let (pack, log) = (fixture ?? self.fixture()).load()
        #expect(log.sorted.map(\.description) == [])
        let book = try #require(pack).rules
        let moment = try #require(CalendarDate(iso: day[...]).map { Timestamp(date: $0) })
        return try #require(book.judge("test.help.grant", { facts[$0] }, at: moment, utcOffset: 0, language: "en"))
    }

    private func verdict(_ judgement: Judgement) throws -> Verdict {
        guard case .verdict(let verdict) = judgement else { throw NoVerdict(judgement: judgement) }
        return verdict
    }

    private struct NoVerdict: Error { let judgement: Judgement }

    @Test(arguments: [
        ("2025-12-31", "11", 60, "pension"), ("2026-01-01", "11", 60, "grant"), ("2026-01-01", "11", 62, "pension"),
        ("2026-01-01", "3201", 55, "pension"), ("2026-01-01", "3201", 54, "grant"),
        ("2026-01-01", "320583", 50, "pension"),
        ("2026-01-01", "320583", 49, "grant"),
    ])
    func `the figure of the day and of the smallest place counts`(
        day: String, region: String, age: Int, outcome: String
    ) throws {
        let facts: [String: Value] = ["region": .text(region), "age": .number(age), "works": .boolean(false)]
        #expect(try verdict(judge(facts, at: day)).outcome == outcome)
    }

    /// Districts that are numbered without filling up, in a province whose code theirs do not begin with.
    @Test(arguments: [("D1", 50), ("D0", 50), ("D10", 55), ("W", 55), ("D2", 62), ("T", 62)])
    func `figures hold where the directory says that a place lies`(region: String, limit: Int) throws {
        let places = """
            code,parent,level,name:en,replaced_by
            T,,country,Test,
            W,T,province,West,
            D1,W,district,First,
            D10,W,district,Tenth,
            E,T,province,East,
            D2,E,district,Second,
            D0,W,district,Former,D1
            """
        let changes = [("\"000000\"", "\"T\""), ("\"32\"", "\"W\""), ("\"3205\"", "\"D1\""), ("\"11\"", "\"D2\"")]
        let fixture = fixture(changes, files: ["directory/regions.csv": places])
        for (age, outcome) in [(limit, "pension"), (limit - 1, "grant")] {
            let facts: [String: Value] = ["region": .text(region), "age": .number(age), "works": .boolean(false)]
            #expect(try verdict(judge(facts, in: fixture)).outcome == outcome)
        }
    }

    @Test func `what is only usual, or assumed, is said`() throws {
        let usual = try verdict(judge(["region": .text("3201"), "age": .number(56)]))
        #expect(usual.isUsual && usual.isCautious)
        let assumed = try verdict(judge(["region": .text("11"), "age": .number(30), "works": .null]))
        #expect(assumed.outcome == "grant" && assumed.assumed == ["works"])
    }

    @Test func `questions come in the order of the lines, and none that cannot matter`() throws {
        #expect(try judge([:]) == .ask("region") || judge([:]) == .ask("age"))
        #expect(try judge(["region": .text("11"), "age": .number(30)]) == .ask("works"))
        let old = try verdict(judge(["region": .text("11"), "age": .number(70)]))
        #expect(old.outcome == "pension" && old.trace.lines.map(\.number) == [1])
    }

    @Test func `a line that she cannot answer is not passed over`() throws {
        let verdict = try verdict(judge(["region": .text("11"), "age": .null]))
        #expect(verdict.outcome == Rule.undecided)
        #expect(verdict.missing == ["age"])
    }

    @Test func `an exception changes the rule in its place only`() throws {
        let local = """
            extends: test.help.grant
            version: 1
            region: "44"
            law:
              L2: { cite: Local law Art.2, url: null, checked: 2026-11-01, confidence: high }
            changes:
              - replace_parameter: limit
                unit: years
                values: [{ from: 2020-01-01, value: 20, law: L2 }]
            """
        let changed = fixture(files: ["rules/local/44.yaml": local])
        let facts: (String) -> [String: Value] = {
            ["region": .text($0), "age": .number(30), "works": .boolean(false)]
        }
        #expect(try verdict(judge(facts("4403"), in: changed)).outcome == "pension")
        #expect(try verdict(judge(facts("11"), in: changed)).outcome == "grant")
        let stale = fixture([("version: 1\narea", "version: 2\narea")], files: ["rules/local/44.yaml": local])
        #expect(stale.diagnostics.map(\.id) == ["local-conflict"])
    }

    @Test(arguments: [
        ("law: [L1], because: you work", "law: [L9], because: you work", "unknown-law"),
        ("when: works,", "when: wroks,", "expression-type"),
        ("when: works,", "when: age,", "expression-type"),
        ("left: p.limit - age", "left: p.limt - age", "expression-type"),
        ("left: p.limit - age", "left: left - age", "rule-cycle"),
        ("when: \"true\", outcome: grant", "when: works, outcome: grant", "rule-end"),
        ("{ region: \"3205\", from", "{ region: \"32\", from", "equal-rows"),
        ("test.help.grant", "help", "rule-id"),
        ("outcome: none, law", "outcome: nothing, law", "unknown-outcome"),
        ("expect: { outcome: none }", "expect: { outcome: grant }", "untested-outcome"),
        ("given: { region: \"11\", age: 62 }", "given: { regoin: \"11\", age: 62 }", "rule-test"),
        ("given: { region: \"11\", age: 62 }", "given: { region: \"11\", age: old }", "rule-test"),
        ("area: assistance", "area: money", "value"), ("assume: false", "assume: maybe", "fact-assume"),
        ("show: [left]", "show: [lef]", "unknown-name"),
        ("          works:\n            menu", "          works:\n            save: x\n            menu", "fact-key"),
        ("title: Help", "titel: Help", "unknown-key"),
    ])
    func `what is wrong in a rule is found`(old: String, new: String, id: String) {
        let unindented = old.replacing("          works:\n            ", with: "  works:\n    ")
        let changed = fixture([
            (
                unindented,
                new.replacing("          works:\n            ", with: "  works:\n    ")
                    .replacing("\n            menu", with: "\n    menu")
            )
        ])
        let found = changed.diagnostics
        #expect(found.contains { $0.id == id }, "\(found.map(\.description))")
        #expect(found.allSatisfy { $0.position.file.contains("rules/") && $0.position.line >= 1 })
    }

    @Test func `a value that nobody has confirmed is never shown, so its text needs a plain twin`() throws {
        let unconfirmed = [
            (
                "derive:\n",
                "  extra:\n    unit: yuan\n    values: [{ from: 2020-01-01, value: 9, law: L1, status: unconfirmed }]\nderive:\n  more: p.extra\n"
            ),
            ("show: [left]", "show: [left, more]"), ("Grant for ${left} years.", "Grant of ${more}."),
        ]
        let verdict = try verdict(
            judge(["region": .text("11"), "age": .number(30), "works": .boolean(false)], in: fixture(unconfirmed)))
        #expect(verdict.text?.version(0).source == "Grant.")
        let broken = fixture(unconfirmed + [("plain: Grant., ", "")])
        #expect(broken.diagnostics.map(\.id) == ["missing-plain"])
    }

    @Test func `a dialog asks only facts of the rule, none twice, and ends`() throws {
        let (pack, _) = fixture().load()
        let book = try #require(pack).rules
        let rule = try #require(book.rules["test.help.grant"])
        var random = SplitMix64(seed: 11)
        for _ in 0..<200 { try expectEnd(of: rule, in: book, &random) }
    }

    private func expectEnd(of rule: Rule, in book: RuleBook, _ random: inout SplitMix64) throws {
        var known: [String: Value] = [:]
        var asked: [String] = []
        let moment = Timestamp(milliseconds: 1_790_000_000_000)
        while case .ask(let fact)? = book.judge(
            rule.id, { known[$0] }, at: moment, utcOffset: 0, language: "en")
        {
            #expect(rule.facts.contains(fact) && !asked.contains(fact))
            asked.append(fact)
            known[fact] = Self.answer(to: fact, &random)
            guard asked.count <= rule.facts.count else { break }
        }
        let last = book.judge(rule.id, { known[$0] }, at: moment, utcOffset: 0, language: "en")
        let all = known
        #expect(last == book.judge(rule.id, { all[$0] }, at: moment, utcOffset: 0, language: "en"))
        guard case .verdict? = last else {
            Issue.record("no verdict after \(asked)")
            return
        }
    }

    private static func answer(to fact: String, _ random: inout SplitMix64) -> Value {
        switch fact {
        case "age": Bool.random(using: &random) ? .number(Int.random(in: 0...100, using: &random)) : .null
        case "works": [.boolean(true), .boolean(false), .null][Int.random(in: 0..<3, using: &random)]
        default: .text(["11", "3201", "320583"][Int.random(in: 0..<3, using: &random)])
        }
    }
}
