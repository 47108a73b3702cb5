import ContentFiles
import Testing

struct WayRuleTests {
    private static let menu = "  more:\n    menu: More?\n    options: [\"Yes\", \"No\"]\n    go: end"

    private static func chinese(_ end: String) -> Fixture {
        var fixture = bilingual(
            "  start:\n    end: Send PAY again.", [("main#start.end", "Send PAY again.", end)], tag: "zh-Hans",
            name: "中文")
        fixture.pack += "\nkeywords: { main: [工资, PAY] }"
        return fixture
    }

    static let cases: [RuleCase] = [
        RuleCase("silent-effect", "  ⟦start:\n    refer: wages\n    go: more\n" + menu, severity: .error),
        RuleCase(
            "silent-effect",
            "  ⟦start:\n    remind: news\n    after: 30d\n    go: next\n  next:\n    set: { a: 1 }\n    go: more\n"
                + menu
        ).with("news.yaml", "steps:\n  hello:\n    end: News"),
        RuleCase(
            "silent-effect",
            "  start:\n    call: open\n    go: more\n" + menu
        ).with("open.yaml", "steps:\n  ⟦open:\n    refer: wages\n    go: end"),
        RuleCase("silent-effect", "  start:\n    refer: wages\n    say: Case ${case.number}.\n    go: more\n" + menu),
        RuleCase(
            "silent-effect",
            "  start:\n    refer: wages\n    go: said\n  said:\n    say: We call you.\n    go: more\n" + menu),
        RuleCase(
            "silent-effect",
            "  start:\n    refer: wages\n    go: more\n" + menu.replacing("More?", with: "Case ${case.number}. More?")),
        RuleCase("silent-effect", "  start:\n    refer: wages\n    go: bye\n  bye:\n    end: We call you."),
        RuleCase("silent-effect", "  start:\n    send: Call 12333.\n    go: more\n" + menu),
        RuleCase("bare-end", "  start:\n    end: ⟦Thank you.", severity: .warning),
        RuleCase("bare-end", "  start:\n    end: Thank you. Questions? 12333"),
        RuleCase("bare-end", "  start:\n    refer: wages\n    go: bye\n  bye:\n    end: Done. ${case.number}"),
        RuleCase(
            "bare-end",
            packFile("keywords: { main: [WAGES] }", main: "steps:\n  start:\n    end: Send wages to see this again.")),
        RuleCase("no-person", "  ⟦start:\n    end: Bye", severity: .error),
        RuleCase("no-person", "  start:\n    end: Call 12333"),
        RuleCase("no-person", "  ⟦start:\n    end: In 2026"),
        RuleCase("no-person", "  start:\n    call: help\n    go: end")
            .with("help.yaml", "steps:\n  open:\n    refer: wages\n    go: end"),
        RuleCase("no-person", packFile("commands: { person: person }"))
            .with("person.yaml", "steps:\n  open:\n    refer: wages\n    go: end"),
        RuleCase("no-person", packFile("commands: { ⟦person: person }"))
            .with("person.yaml", "steps:\n  open:\n    end: Nobody is here"),
        RuleCase("bare-end", chinese("再发工资就能看到。")),
        RuleCase("bare-end", chinese("⟦下次再见。")),
    ]

    @Test(arguments: cases) func `ways lead on, and to a person`(_ row: RuleCase) { row.expect() }

}
