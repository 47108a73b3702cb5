import ContentFiles
import Conversation
import Expressions
import Telephony
import Testing

struct AnswerRuleTests {
    private static let end = "\n    retry: [Again, \"Example: 1\"]\n    go: end"

    static let cases: [RuleCase] = [
        RuleCase(
            "typed-text",
            "  start:\n    ⟦ask: Why?\n    answer: { type: text }\n    save: why\n    go: told\n  told:\n    end: Told 1",
            severity: .warning),
        RuleCase(
            "typed-text",
            """
              start:
                ask: Which city do you work in?
                answer: { type: place }
                save: city
                go: end
            """),
        RuleCase(
            "unbounded-answer",
            "  start:\n    ask: How old?\n    ⟦answer: { type: whole, from: 0 }\n    save: age\(end)",
            severity: .error),
        RuleCase(
            "unbounded-answer", "  start:\n    ask: When?\n    ⟦answer: { type: month }\n    save: at\(end)"),
        RuleCase(
            "unbounded-answer",
            "  start:\n    ask: When?\n    answer: { type: month, from: 2015-01, to: today }\n    save: at\(end)"),
        RuleCase(
            "unbounded-answer", "  start:\n    ask: How long?\n    answer: { type: duration }\n    save: at\(end)"),
        RuleCase(
            "no-example", "  start:\n    ask: When?\n    ⟦answer: { type: month }\n    save: at\(end)", severity: .error
        ),
        RuleCase(
            "no-example",
            "  start:\n    ask: ⟦When?\n    answer: { type: month, example: 2026-03 }\n    save: at\(end)"),
        RuleCase(
            "no-example",
            "  start:\n    ask: When, like 2026-03?\n    answer: { type: month, example: 2026-03 }\n    save: at\(end)"),
        RuleCase("no-example", "  start:\n    ask: Where?\n    answer: { type: place }\n    save: at\(end)"),
        RuleCase(
            "date-at-once", "  start:\n    ask: When?\n    answer: { ⟦type: date }\n    save: at\(end)",
            severity: .warning),
        RuleCase("date-at-once", "  start:\n    ask: When?\n    answer: { type: month }\n    save: at\(end)"),
        RuleCase(
            "missing-word",
            packFile(
                "person: { kind: { type: choice } }\nconstants: { boss: B }",
                main:
                    "steps:\n  start:\n    menu: Who?\n    options:\n      - ⟦{ label: \"${constants.boss}\", go: end }"
            ),
            severity: .error),
        RuleCase(
            "missing-word",
            packFile(
                "constants: { boss: B }",
                main: "steps:\n  start:\n    menu: Who?\n    options:\n"
                    + "      - { label: \"${constants.boss}\", words: [boss], go: end }")),
        RuleCase(
            "missing-word",
            .pack(
                in: "pt", "Português",
                main: "steps:\n  start:\n    ask: Sim?\n    answer: { ⟦type: yes_no }\n    save: a\(end)")),
        RuleCase("missing-word", "  start:\n    ask: OK?\n    answer: { type: yes_no }\n    save: a\(end)"),
        RuleCase(
            "missing-word",
            .pack(
                in: "zh-Hans", "中文",
                main: "steps:\n  start:\n    ask: 哪个?\n"
                    + "    answer: { type: choice, choices: { ⟦bus: [coach], train: [火车] } }\n    save: a\(end)")),
        RuleCase(
            "reserved-word",
            "  start:\n    menu: Hi\n    options:\n      - ⟦Help -> end\n      - { label: End it, words: [x, ⟦Stop], go: end }",
            severity: .error),
        RuleCase(
            "reserved-word",
            "  start:\n    ask: Go?\n    answer: { type: choice, ⟦choices: { on: [go], off: [stop] } }\n    save: a\(end)"
        ),
        RuleCase("reserved-word", packFile("words: { stop: [halt, ⟦N], start: [yes], menu: [ok] }"), severity: .error),
        RuleCase(
            "reserved-word",
            "  start:\n    menu: Hi\n    options: [Help me, \"Yes\", End, Quit, Cancel, Person]\n    go: end"),
        RuleCase(
            "long-typing", "  start:\n    ask: Number?\n    answer: { ⟦type: id_number }\n    save: a\(end)",
            severity: .warning),
        RuleCase("long-typing", "  start:\n    ask: When?\n    answer: { type: month }\n    save: a\(end)"),
        RuleCase(
            "unconfirmed-number", "  start:\n    ask: Number?\n    answer: { ⟦type: phone }\n    save: a\(end)",
            severity: .warning),
        RuleCase(
            "unconfirmed-number",
            "  start:\n    ask: Number?\n    answer: { type: phone }\n    confirm: true\n    save: a\(end)"),
        RuleCase(
            "no-example",
            bilingual(
                "  start:\n    ask: When, like 2026-03?\n    answer: { type: month, example: 2026-03 }\n    save: at\(end)",
                [
                    ("main#start.ask", "When, like 2026-03?", "⟦Lini?"), ("main#start.retry.1", "Again", "Tena"),
                    ("main#start.retry.2", "Example: 1", "Mfano: 1"),
                ])),
    ]

    @Test(arguments: cases) func `what is asked can be answered`(_ row: RuleCase) { row.expect() }

    @Test func `a second text before anything useful is an error`() throws {
        func found(_ between: String) -> [Diagnostic.Severity] {
            let ask = "answer: { type: text }\n    save:"
            let fixture = flow(
                "  start:\n    ask: Who?\n    \(ask) who\n    go: between\n  between:\n    \(between)\n  why:\n    ask: Why?\n"
                    + "    \(ask) why\n    go: told\n  told:\n    end: \"Told ${who} ${why}\"")
            return fixture.findings(of: "typed-text").map(\.severity)
        }
        #expect(found("set: { a: 1 }\n    go: why") == [.warning, .error])
        #expect(found("menu: Sure?\n    options: [Yes, No]\n    go: why") == [.warning, .error])
        #expect(found("say: Call 12333.\n    go: why") == [.warning, .warning])
        #expect(
            found("menu: The office helps you for nothing.\n    options: [Next]\n    go: why") == [.warning, .warning])
    }

    /// Answers with their own examples.
    static let examples: [RuleCase] = [
        ("{ type: month, from: 2015-01, to: today, ⟦example: 2026-13 }"),
        ("{ type: month, from: 2015-01, to: today, ⟦example: 2027-01 }"),
        ("{ type: month, from: 2015-01, to: today, example: 2026-03 }"),
        ("{ type: whole, from: 1, to: constants.most, ⟦example: 25 }"),
        ("{ type: whole, from: 1, to: constants.most, example: 24 }"),
        ("{ type: phone, ⟦example: \"12345\" }"), ("{ type: phone, example: \"+8613800000000\" }"),
        ("{ type: pin, ⟦example: 12 }"), ("{ type: text, example: my boss closed the shop }"),
    ].map { answer in
        var fixture = flow("  start:\n    ask: What?\n    answer: \(answer)\n    save: it\(end)")
        fixture.pack += "\nconstants: { most: 24 }"
        return RuleCase("refused-example", fixture, severity: .error) {
            $0.today = CalendarDate(year: 2026, month: 11, day: 26)
        }
    }

    @Test(arguments: examples) func `a question takes its own example`(_ row: RuleCase) { row.expect() }
}
