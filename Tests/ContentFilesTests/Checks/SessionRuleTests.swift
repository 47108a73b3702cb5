import ContentFiles
import Testing

struct SessionRuleTests {
    /// So many questions one after the other.
    private static func questions(_ count: Int) -> String {
        (0..<count).map { "  q\($0):\n    menu: More?\n    options: [Next -> q\($0 + 1)]\n" }.joined()
            + "  q\(count):\n    end: Call 12333"
    }

    private static let long = String(repeating: "The office helps you for nothing. ", count: 6)

    private static let consent = "person: { consent: { type: yes_no }, born: { type: month, private: true } }"

    static let cases: [RuleCase] = [
        RuleCase(
            "lost-way", packFile("session: { ⟦resume: restart }", main: "steps:\n" + questions(12)), severity: .error),
        RuleCase("lost-way", packFile("session: { resume: restart }", main: "steps:\n" + questions(5))),
        RuleCase("lost-way", packFile("session: { resume: ask }", main: "steps:\n" + questions(12))),
        RuleCase(
            "slow-screen",
            "  start:\n    ask: ⟦" + String(repeating: "go on to ", count: 17) + "\n    answer: { type: id_number }\n"
                + "    save: a\n    go: end",
            severity: .warning),
        RuleCase(
            "slow-screen",
            "  start:\n    menu: \"" + String(repeating: "go on to ", count: 9) + "\"\n    options: [Next]\n    go: end"
        ),
        RuleCase("no-copy", "  start:\n    menu: ⟦\(long)\n    options: [Next]\n    go: end", severity: .warning),
        RuleCase("no-copy", "  start:\n    end: ⟦\(long)"),
        RuleCase(
            "no-copy",
            "  start:\n    menu: \(long)\n    options: [Send me this -> copy, Next -> end]\n"
                + "  copy:\n    send: Office 12333\n    go: end"),
        RuleCase("no-copy", "  start:\n    end: The office helps you. 12333"),
        RuleCase(
            "hurried-answer",
            packFile(
                consent,
                main: "steps:\n  ⟦start:\n    menu: OK?\n    options:\n"
                    + "      - { label: \"Yes\", set: { person.consent: true }, go: end }\n      - \"No -> end\""),
            severity: .error),
        RuleCase(
            "hurried-answer",
            packFile(
                consent,
                main: "steps:\n  ⟦start:\n    menu: OK?\n    options: [Yes -> agreed, No -> end]\n"
                    + "  agreed:\n    set: { person.consent: true }\n    go: end")),
        RuleCase(
            "hurried-answer",
            packFile(
                consent,
                main: "steps:\n  start:\n    menu: OK?\n    no_shortcut: true\n"
                    + "    options: [Yes -> agreed, No -> end]\n"
                    + "  agreed:\n    set: { person.consent: true }\n    go: end")),
        RuleCase(
            "hurried-answer",
            packFile(
                consent,
                main: "steps:\n  start:\n    menu: OK?\n    options:\n"
                    + "      - { label: \"No\", set: { person.consent: false }, go: end }")),
        RuleCase(
            "hurried-answer",
            packFile(
                consent,
                main: "steps:\n  ⟦start:\n    menu: What?\n    options: [My data -> data]\n"
                    + "  data:\n    menu: Born ${format_month(person.born)}\n    options: [Next]\n    go: end")),
        RuleCase(
            "hurried-answer",
            packFile(
                consent,
                main: "steps:\n  start:\n    ask: When?\n    answer: { type: month }\n    private: true\n"
                    + "    save: person.born\n    go: data\n"
                    + "  data:\n    end: Born ${format_month(person.born)}")),
    ]

    @Test(arguments: cases) func `sessions break without harm`(_ row: RuleCase) { row.expect() }
}
