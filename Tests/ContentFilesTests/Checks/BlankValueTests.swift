import ContentFiles
import Testing

/// What a text shows of a rule's result must be there on every way that leads to it.
struct BlankValueTests {
    /// The pack of `RuleFileTests`, whose rule can be undecided, under a main flow.
    private static func pack(_ steps: String, undecided: String = "{ text: Find out. }") -> Fixture {
        var fixture = flow(
            "  help:\n    check: test.help.grant\n    go: { pension: end, none: end, grant: granted, undecided: open }\n"
                + steps)
        let unsure =
            "  - { name: u, today: 2026-11, given: { region: \"11\", age: null }, expect: { outcome: undecided } }\n"
        fixture.files = [
            "rules/facts.yaml": RuleFileTests.facts, "rules/next.yaml": "next: {}",
            "rules/help.yaml": RuleFileTests.rule.replacing("  none:", with: "  undecided: \(undecided)\n  none:")
                .replacing("tests:\n", with: "tests:\n" + unsure),
        ]
        return fixture
    }

    private static let granted = "  granted:\n    end: \"${help.why} ${help.left}\"\n"

    private static func open(_ text: String, _ more: String = "") -> String {
        granted + "  open:\n    end: \"\(text)\"\n" + more
    }

    static let cases: [RuleCase] = [
        // undecided has no reason, unless the rule gives one
        RuleCase("blank-value", pack(open("Why: ${⟦help.why}")), severity: .error),
        RuleCase(
            "blank-value", pack(open("Why: ${help.why}"), undecided: "{ text: Ask., because: age decides, law: L1 }")),
        // a default, a condition, a branch or an option's condition stands before it
        RuleCase("blank-value", pack(open("${default(help.why, 'It depends.')}"))),
        RuleCase("blank-value", pack(open("${if(help.why = null, 'It depends.', help.why)}"))),
        RuleCase("blank-value", pack(open("${⟦if(help.why = null, help.why, 'so')}"))),
        RuleCase(
            "blank-value",
            pack(
                granted + "  open:\n    branch: [{ when: help.why = null, go: law }, { go: why }]\n"
                    + "  why:\n    end: ${help.why}\n  law:\n    end: The law.\n")),
        RuleCase(
            "blank-value",
            pack(
                granted + "  open:\n    branch: [{ when: help.outcome = 'grant', go: law }, { go: why }]\n"
                    + "  why:\n    end: ${⟦help.why}\n  law:\n    end: ${help.why}\n")),
        RuleCase(
            "blank-value",
            pack(
                granted + "  open:\n    menu: What?\n    options:\n      - { label: Stop, go: end }\n"
                    + "      - { label: \"${help.why}\", when: help.why != null, go: end }\n")),
        RuleCase(
            "blank-value",
            pack(
                granted + "  open:\n    menu: What?\n    options:\n      - { label: Stop, go: end }\n"
                    + "      - { label: \"${⟦help.why}\", go: end }\n")),
        // what was copied is followed
        RuleCase(
            "blank-value",
            pack(
                granted + "  open:\n    set: { reason: help.why }\n    go: told\n  told:\n    end: ${⟦reason}\n")),
        RuleCase(
            "blank-value",
            pack(
                granted + "  open:\n    set: { reason: help.why }\n    go: known\n"
                    + "  known:\n    branch: [{ when: reason = null, go: end }, { go: told }]\n"
                    + "  told:\n    end: ${reason}\n")),
        // values that are shown: missing where she does not know, and a caution where nothing is only usual
        RuleCase("blank-value", pack(open("Left: ${⟦help.left}"))),
        RuleCase("blank-value", pack(open("Left: ${⟦format_number(help.left)}"))),
        RuleCase("blank-value", pack(open("Left: ${default(help.left, 'nobody knows')}"))),
        RuleCase(
            "blank-value",
            pack(
                "  granted:\n    end: ${⟦help.caution}\n  open:\n"
                    + "    branch: [{ when: help.caution = null, go: end }, { go: told }]\n"
                    + "  told:\n    end: ${help.caution}\n")),
    ]

    @Test(arguments: cases)
    func `a value that can be null is not shown without a word beside it`(_ row: RuleCase) { row.expect() }

    @Test func `the mend names the rule's own file where it lacks a reason`() throws {
        let found = Self.pack(Self.open("Why: ${help.why} ")).findings(of: "blank-value")
        #expect(found.first?.suggestion?.contains("'because'") == true)
        #expect(found.first?.message.contains("'test.help.grant' comes to 'undecided'") == true)
    }

    @Test func `counting in a loop ends`() {
        let loop =
            Self.granted + "  open:\n    set: { n: 0 }\n    go: more\n  more:\n    set: { n: n + 1 }\n    go: is_many\n"
            + "  is_many:\n    branch: [{ when: n > 3, go: end }, { go: more }]\n"
        #expect(Self.pack(loop).findings(of: "blank-value").isEmpty)
    }
}
