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

    /// A pack in which PERSON opens a case, and a main flow of these steps.
    private static func withPerson(_ steps: String, person: String = "    refer: wages\n    go: end") -> RuleCase {
        RuleCase("far-person", packFile("commands: { person: person }", main: "steps:\n" + steps), severity: .warning)
            .with("person.yaml", "steps:\n  open:\n" + person)
    }
    private static let told = "  start:\n    menu: The boss must pay within a month. Write it down.\n"

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
        withPerson(told + "    ⟦options: [Main menu -> home]"),
        withPerson(told + "    no_shortcut: true\n    ⟦options: [Main menu -> home]"),
        withPerson(told + "    options: [Main menu -> home, Call me -> person]"),
        withPerson(
            told + "    ⟦options:\n      - Main menu -> home\n"
                + "      - { label: Call me, when: channel.kind = 'sms', go: person }"),
        withPerson(
            told + "    options: [Main menu -> home, Call me -> sum]\n  sum:\n    ask: How much is it?\n"
                + "    answer: { type: money }\n    save: sum\n    go: open\n  open:\n    call: person\n    go: end"),
        withPerson(
            told + "    ⟦options: [Main menu -> home, Next -> next]\n  next:\n    menu: Which?\n"
                + "    options: [Call me -> person, Main menu -> home]"),
        withPerson("  start:\n    menu: Does he pay you?\n    options: [\"Yes\", \"No\"]\n    go: end"),
        withPerson(
            "  start:\n    menu: Who owes it?\n    options:\n      - { label: ⟦The boss, words: [agent], go: end }\n"
                + "      - { label: A friend, go: end }"),
        withPerson("  start:\n    ask: Who owes it?\n    ⟦answer: { type: text }\n    save: who\n    go: end"),
        withPerson("  start:\n    ask: Who owes it?\n    answer: { type: text }\n    save: who\n    go: person"),
        withPerson("  start:\n    ask: How much?\n    answer: { type: money }\n    save: sum\n    go: end"),
        withPerson(told + "    options: [Main menu -> home]", person: "    end: Call 12333"),
        RuleCase("far-person", told + "    options: [Main menu -> home]"),
        RuleCase("bare-end", chinese("再发工资就能看到。")),
        RuleCase("bare-end", chinese("⟦下次再见。")),
    ]

    @Test(arguments: cases) func `ways lead on, and to a person`(_ row: RuleCase) { row.expect() }

}
