import ContentFiles
import Conversation
import Testing

/// `check` of several rules, and of what a move leaves to do: played through files as operators write them.
struct SeveralRulesTests {
    private static let facts = """
        texts: { why: "Why: ${because}. ${law}, ${checked}.", usual: May differ. }
        facts:
          owed:
            menu: Pay owed?
            options:
              - { label: "Yes", value: true }
              - { label: "No", value: false }
          age:
            ask: How old are you?
            answer: { type: whole, from: 1, to: 120, unknown: true }
          works:
            menu: Do you work?
            options:
              - { label: "Yes", value: true }
              - { label: "No", value: false }
          before:
            ask: Where before?
            answer: { type: place, unknown: true }
          here:
            ask: Where now?
            answer: { type: place }
        """

    private static func rule(
        _ name: String, about concerns: String? = nil, _ decide: String, _ outcomes: String, _ portability: String = "",
        _ tests: String
    ) -> String {
        """
        rule: test.\(name)
        version: 1
        area: \(name == "grant" ? "assistance" : "employment")
        jurisdiction: "00"
        in_force: { from: 2020-01-01 }
        title: About \(name)
        law:
          L1: { cite: Law 1, checked: 2026-11-01, confidence: high }
        \(concerns.map { "concerns: \($0)" } ?? "")
        decide:
        \(decide)
          - { when: "true", outcome: none, law: [L1], because: of nothing }
        outcomes:
        \(outcomes)
          none: { text: Nothing., gives: nothing }
        \(portability)
        review: { by: 2027-06-30, owner: test }
        tests:
        \(tests)
        """
    }

    private static let wages = rule(
        "wages", about: "owed", "  - { when: works, outcome: claim, law: [L1], because: it is due }",
        "  claim: { text: Claim it., next: [ask], until: today, gives: money }",
        """
        portability:
          { moves: false, title: Old pay, text: Claim it there., because: it stays there, law: [L1], next: [ask] }
        """,
        """
          - { name: works, today: 2026-11, given: { works: true }, expect: { outcome: claim } }
          - { name: idle, today: 2026-11, given: { works: false }, expect: { outcome: none } }
        """)
    private static let grant = rule(
        "grant", "  - { when: age >= 60, outcome: grant, law: [L1], because: you are 60 }",
        "  grant: { text: Ask for it., next: [ask] }",
        "portability: { moves: true, text: It moves., because: it is yours, law: [L1], next: [ask], within: province }",
        """
          - { name: old, today: 2026-11, given: { age: 60 }, expect: { outcome: grant } }
          - { name: young, today: 2026-11, given: { age: 59 }, expect: { outcome: none } }
        """)

    private static let main = """
        steps:
          start:
            menu: What?
            options: [Everything -> all, Moved -> move]
          all:
            check: [employment, test.grant]
            say: "For you:"
            questions: 2
            none: nothing
            go: { test.grant: grant, else: told }
          grant:
            menu: "Grant: ${all.text} ${join(all.next, ' ')}"
            options: [List -> all]
          told:
            menu: "${all.rule}: ${all.text} ${all.why}"
            options: [List -> all]
          nothing:
            menu: Nothing so far.
            options: [On -> all]
          move:
            check: all
            moved: { from: before, to: here }
            say: "From ${move.from_name} to ${move.to_name}:"
            none: same
            go: moved
          moved:
            menu: "${move.rule} ${move.outcome}: ${move.text} ${move.why} ${join(move.next, ' ')}"
            options: [List -> move]
          same:
            menu: "Nothing to do in ${move.to_name}."
            options: [Again -> home]
        """

    var fixture: Fixture {
        var fixture = packFile("numbering: \" \"", main: Self.main)
        fixture.files = [
            "rules/facts.yaml": Self.facts, "rules/wages.yaml": Self.wages, "rules/grant.yaml": Self.grant,
            "rules/next.yaml": "next: { ask: Ask. }",
            "directory/regions.csv": """
            code,parent,level,name:en
            CN,,country,China
            32,CN,province,Jiangsu
            34,CN,province,Anhui
            3205,32,city,Suzhou
            3201,32,city,Nanjing
            320583,3205,district,Kunshan
            """,
        ]
        return fixture
    }

    @Test(arguments: [
        // what is about her is asked to its end; the list has the most urgent first, and comes back
        """
        < What? / 1 Everything / 2 Moved
        > 1
        < Pay owed? / 1 Yes / 2 No / 9 Enough
        > 1
        < Do you work? / 1 Yes / 2 No / 9 Enough
        > 1
        < For you: / 1 About wages / 2 Ask me more
        > 1
        < test.wages: Claim it. Why: it is due. Law 1, 2026-11. / 1 List
        > 1
        < For you: / 1 About wages / 2 Ask me more
        > about wages
        < test.wages: Claim it. Why: it is due. Law 1, 2026-11. / 1 List
        > 0
        < For you: / 1 About wages / 2 Ask me more
        > 2
        < How old are you?
        > 9
        < test.wages: Claim it. Why: it is due. Law 1, 2026-11. / 1 List
        """,
        // where 9 is an answer, "enough" is said in words; nothing that came out leads away, and then more is asked
        """
        ...
        > 1
        < Pay owed? / 1 Yes / 2 No / 9 Enough
        > 9
        < Nothing so far. / 1 On
        > 1
        < Pay owed? / 1 Yes / 2 No / 9 Enough
        > 2
        < How old are you?
        > enough
        < Nothing so far. / 1 On
        > 1
        < How old are you?
        > 61
        < Grant: Ask for it. Ask. / 1 List
        """,
        // home keeps what was answered and how far it came; back takes an answer back
        """
        ...
        > 1
        ...
        > 1
        < Do you work? / 1 Yes / 2 No / 9 Enough
        > 0
        < Pay owed? / 1 Yes / 2 No / 9 Enough
        > 1
        ...
        > 1
        < For you: / 1 About wages / 2 Ask me more
        > 00
        ...
        > 1
        < For you: / 1 About wages / 2 Ask me more
        > 5
        < Please reply with one number from the list. / 1 About wages / 2 Ask me more
        """,
        // a dropped list comes back
        """
        ...
        > 1
        ...
        > 1
        ...
        > 1
        < For you: / 1 About wages / 2 Ask me more
        drop
        dial *384*77#
        < Welcome back. 1 Continue 2 Start again
        > 1
        < For you: / 1 About wages / 2 Ask me more
        """,
        // a move asks both places once, and lists first what does not come along
        """
        ...
        > 2
        < Where before?
        > nanjing
        < Where now?
        > anhui
        < From Nanjing to Anhui: / 1 Old pay / 2 About grant
        > 2
        < test.grant true: It moves. Why: it is yours. Law 1, 2026-11. Ask. / 1 List
        > 1
        < From Nanjing to Anhui: / 1 Old pay / 2 About grant
        > 1
        < test.wages false: Claim it there. Why: it stays there. Law 1, 2026-11. Ask. / 1 List
        > 00
        ...
        > 2
        < From Nanjing to Anhui: / 1 Old pay / 2 About grant
        """,
        // inside the province of one rule the other is left, and taken at once
        """
        ...
        > 2
        ...
        > nanjing
        ...
        > suzhou
        < test.wages false: Claim it there. Why: it stays there. Law 1, 2026-11. Ask. / 1 List
        """,
        // one place lies inside the other; a place she does not know is elsewhere
        """
        ...
        > 2
        ...
        > suzhou
        ...
        > kunshan
        < Nothing to do in Kunshan. / 1 Again
        """,
        """
        ...
        > 2
        ...
        > I don't know
        ...
        > kunshan
        < From  to Kunshan: / 1 Old pay / 2 About grant
        """,
    ])
    func `conversations go as they are written`(lines: String) throws {
        let (pack, log) = fixture.load()
        #expect(log.sorted.map(\.description) == [])
        let talk = "on ussd from +8613800000001 at 2026-11-24 09:00\ndial *384*77#\n" + lines
        #expect(TalkReading.failures(talk, in: try #require(pack)) == [])
    }

    @Test(arguments: [
        ("check: ⟦[test.wgaes]\n    none: end\n    go: end", ["unknown-rule"]),
        ("check: ⟦[housng, test.grant]\n    none: end\n    go: end", ["unknown-rule"]),
        ("⟦check: [test.grant]\n    go: end", ["dead-end"]),
        ("check: ⟦[]\n    none: end\n    go: end", ["type"]),
        ("check: all\n    none: end\n    go: ⟦{ test.grnt: end, else: end }", ["unknown-rule"]),
        ("check: [test.grant, test.wages]\n    none: end\n    go: ⟦{ test.grant: end }", ["dead-end"]),
        ("check: test.grant\n    say: ⟦Yours\n    none: ⟦end\n    go: end", ["check-key", "check-key"]),
        ("check: all\n    questions: ⟦30\n    none: end\n    go: end", ["value"]),
        ("check: all\n    moved: ⟦{ from: before, to: age }\n    none: end\n    go: end", ["move-place"]),
        ("check: all\n    moved: ⟦{ from: before }\n    none: end\n    go: end", ["missing-key"]),
        ("check: test.grant\n    options: ⟦[All -> end]\n    go: end", ["check-key"]),
        ("check: all\n    none: end\n    options: ⟦[]\n    go: end", ["missing-key"]),
        (
            "check: all\n    none: end\n    options: [⟦{ label: All, number: 8, go: end }]\n    go: end",
            ["option-number"]
        ),
        (
            "check: all\n    none: end\n    options: [All -> end, ⟦{ label: A, number: 9, go: end }]\n    go: end",
            ["option-number"]
        ),
        (
            "check: all\n    none: end\n    options: [{ label: All, when: ⟦nobody, go: end }]\n    go: end",
            ["unknown-name"]
        ),
        ("check: [test.grant]\n    questions: 1\n    none: end\n    go: end", []),
    ])
    func `what is not there is said at its place`(step: String, ids: [String]) {
        var broken = fixture
        broken.main = "steps:\n  start:\n    \(step)\n"
        let own = broken.diagnostics.filter { $0.position.file.hasSuffix("main.yaml") }
        #expect(own.map(\.id) == ids)
        if !ids.isEmpty {
            let places = own.map { "main.yaml:\($0.position.line):\($0.position.column)" }
            #expect(places == broken.marks.filter { $0.hasPrefix("main.yaml") })
        }
    }

    @Test func `a rule that needs more questions than the step allows is told of`() {
        var long = fixture
        long.files["rules/wages.yaml"] = Self.wages.replacing("when: works,", with: "when: works and age > 17,")
            .replacing("given: { works: true }", with: "given: { works: true, age: 18 }")
        long.main = long.main.replacing("questions: 2", with: "questions: 1")
        let found = long.diagnostics.filter { $0.id == "many-questions" }
        #expect(found.map(\.message) == ["'test.wages' can need 3 questions, more than the 1 of this step"])
    }

    @Test(arguments: [
        ("until: today", "until: ⟦60 + 1", "rule-until"), ("gives: money", "gives: ⟦gold", "value"),
        ("concerns: owed", "concerns: ⟦owd", "expression-type"),
        ("moves: false", "moves: ⟦perhaps", "value"), ("because: it stays there, ", "", "missing-key"),
        ("next: [ask] }", "next: [ask], within: ⟦village }", "value"),
    ])
    func `what a rule cannot say among several is told`(old: String, new: String, id: String) {
        var broken = fixture
        broken.files["rules/wages.yaml"] = Self.wages.replacing(old, with: new)
        #expect(broken.diagnostics.map(\.id).contains(id))
    }
}
