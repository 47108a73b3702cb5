import ContentFiles
import Conversation
import Telephony
import Testing

struct ScreenRuleTests {
    private static func words(_ count: Int) -> String {
        Array(repeating: "We help.", count: count).joined(separator: " ")
    }

    private static func ask(_ answer: String, _ text: String) -> String {
        "  start:\n    ask: Name?\n    answer: { \(answer) }\n    save: name\n    go: bye\n  bye:\n    end: \(text)"
    }

    private static func end(_ text: String) -> String { "  start:\n    end: \(text)" }

    static let cases: [RuleCase] = [
        RuleCase(
            "screen-overflow", "  start:\n    menu: Hi\n    options: [⟦\(words(17)), B]\n    go: end", severity: .error),
        RuleCase("screen-overflow", "  start:\n    menu: Hi\n    options: [\(words(2)), B]\n    go: end"),
        RuleCase(
            "screen-overflow", "  start:\n    menu: Hi\n    options: [⟦\(words(10)), B]\n    go: end",
            settings: { $0.carriers = [Carrier(name: "a", kind: .ussd, limit: .ussd(septets: 80))] }),
        RuleCase(
            "screen-overflow",
            bilingual(
                "  start:\n    menu: Hi\n    options: [Help, B]\n    go: end",
                [
                    ("main#start.menu", "Hi", "Salamu"), ("main#start.options.1", "Help", "⟦\(words(18))"),
                    ("main#start.options.2", "B", "Pili"),
                ])),
        RuleCase("many-pages", end("⟦" + words(80)), severity: .warning),
        RuleCase("many-pages", end(words(40))),
        RuleCase(
            "many-pages", "  start:\n    say: \(words(40))\n    go: bye\n  bye:\n    end: ⟦\(words(20))"),
        RuleCase(
            "many-pages", "  start:\n    menu: Hi\n    options: [A, B]\n    go: end\n    retry: [Again?, ⟦\(words(80))]"
        ),
        RuleCase("many-pages", ask("type: text, most: 900", "⟦Hi ${name}")),
        RuleCase("long-source", end("⟦" + words(14)), severity: .warning),
        RuleCase("long-source", end(words(12))),
        RuleCase("unbounded-value", ask("type: text", "Hi ${⟦name}"), severity: .error),
        RuleCase("unbounded-value", ask("type: text", "Hi ${⟦upper(name) & '!'}")),
        RuleCase("unbounded-value", ask("type: text, most: 20", "Hi ${upper(name)}")),
        RuleCase("unbounded-value", ask("type: text", "Hi ${text_slice(name, 0, 9)} ${if(name = 'x', 'a', 'b')}")),
        RuleCase("unbounded-value", ask("type: month", "Hi ${format_month(name)} ${person.language}")),
        RuleCase(
            "unbounded-value",
            "  start:\n    request: jobs\n    failed: bye\n    go: show\n  show:\n    end: ${⟦start.open} here\n  bye:\n"
                + "    end: Bye"),
        RuleCase("costly-character", end("It⟦’s here"), severity: .warning),
        RuleCase("costly-character", end("It's here, 工资")),
        RuleCase("encoding-overflow", end("It⟦’s here. " + words(10)), severity: .error),
        RuleCase("encoding-overflow", end("It’s here")),
        RuleCase("message-segments", "  start:\n    send: ⟦\(words(20))\n    go: end", severity: .warning),
        RuleCase("message-segments", "  start:\n    send: ⟦\(words(60))\n    go: end", severity: .error),
        RuleCase("message-segments", "  start:\n    send: \(words(10))\n    go: end"),
        RuleCase("invisible-character", end("Hi⟦\u{200B} there"), severity: .error),
        RuleCase("invisible-character", end("Hi ⟦\u{202E}there")),
        RuleCase("invisible-character", end("می\u{200C}خواهم")),
        RuleCase("not-normalised", end("Caf⟦e\u{301} here"), severity: .error),
        RuleCase("not-normalised", end("Café here, 工资")),
        RuleCase("double-character", end("Hi ⟦[you] {all}"), severity: .info),
        RuleCase("double-character", end("Hi (you), 工资 [x]")),
    ]

    @Test(arguments: cases)
    func `a screen holds what it must`(_ row: RuleCase) { row.expect() }
}
