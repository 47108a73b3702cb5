import ContentFiles
import Testing

struct RetryRuleTests {
    private static let ask =
        "  start:\n    ask: How old?\n    answer: { type: whole, from: 0, to: 99 }\n    save: age\n"
    private static let menu = "  start:\n    menu: Sure?\n    options: [\"Yes\", \"No\"]\n    go: end\n"

    static let cases: [RuleCase] = [
        RuleCase("no-retry", ask.replacing("ask:", with: "⟦ask:") + "    go: end", severity: .error),
        RuleCase("no-retry", ask + "    retry: [\"Send digits. Example: 20\"]\n    go: end"),
        RuleCase("no-retry", menu),
        RuleCase("same-retry", ask + "    retry: [⟦how old, \"Example: 20\"]\n    go: end", severity: .error),
        RuleCase("same-retry", menu + "    retry: [Please reply 1 or 2., \"⟦Sure?\"]"),
        RuleCase("same-retry", menu + "    retry: [Please reply 1 or 2. Sure?]"),
        RuleCase("one-retry", menu + "    ⟦retry: [Please reply 1 or 2.]", severity: .warning),
        RuleCase("one-retry", menu + "    ⟦retry: [Please reply 1 or 2., Please reply 1 or 2.]"),
        RuleCase("one-retry", menu + "    retry: [Please reply 1 or 2., ⟦Please reply with a number.]"),
        RuleCase("one-retry", menu + "    retry: [Please reply with a number., \"One number, like 1.\"]"),
        RuleCase("one-retry", menu + "    retry: [Please reply with a number., \"For example: yes.\"]"),
        RuleCase("one-retry", menu),
        RuleCase("many-tries", menu + "    ⟦retry: [Reply 1 or 2., Reply 1., Reply 2.]", severity: .error),
        RuleCase("many-tries", menu + "    retry: [Reply 1 or 2., Reply 1.]"),
        RuleCase("no-way-out", Fixture(pack: "⟦" + Fixture().pack, main: "steps:\n" + menu), severity: .error),
        RuleCase(
            "no-way-out", packFile("otherwise: main#bye", main: "steps:\n" + menu + "  bye:\n    end: Call 12333.")),
        RuleCase("no-way-out", menu + "    otherwise: bye\n  bye:\n    end: Call 12333."),
        RuleCase("no-way-out", menu + "    ⟦otherwise: start"),
        RuleCase("no-way-out", menu + "    ⟦otherwise: back"),
        RuleCase("blaming-word", menu + "    retry: [Your answer is ⟦invalid., Reply 1 or 2.]", severity: .warning),
        RuleCase("blaming-word", packFile("apology: An ⟦error happened. 1 Again 2 Person")),
        RuleCase(
            "blaming-word",
            packFile(
                "otherwise: main#lost",
                main: "steps:\n" + menu + "  lost:\n    menu: ⟦Wrong.\n    options: [Again -> home]")),
        RuleCase("blaming-word", menu.replacing("Sure?", with: "Did the boss do something wrong?")),
        RuleCase(
            "long-retry",
            menu + "    retry:\n      - ⟦" + String(repeating: "Please reply with 1 or 2 now. ", count: 6)
                + "\n      - Reply 1.",
            severity: .error),
        RuleCase("long-retry", menu + "    retry: [Please reply 1 or 2. Sure?, \"Reply 1.\"]"),
        RuleCase(
            "blaming-word",
            bilingual(
                menu + "    retry: [Reply 1 or 2.]",
                [
                    ("main#start.menu", "Sure?", "确定吗？"), ("main#start.options.1", "Yes", "是"),
                    ("main#start.options.2", "No", "不是"), ("main#start.retry.1", "Reply 1 or 2.", "输入⟦错误，请回复1或2。"),
                ], tag: "zh-Hans", name: "中文")),
    ]

    @Test(arguments: cases) func `who was not understood is helped`(_ row: RuleCase) { row.expect() }

}
