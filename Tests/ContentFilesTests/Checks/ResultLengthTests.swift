import ContentFiles
import Testing

/// How long a text can get that shows what a rule says: each outcome's own text with its own next steps, of the outcomes
/// that lead there.
struct ResultLengthTests {
    private static let long = String(repeating: "Ask for it. ", count: 9)

    /// The pack of `RuleFileTests`, whose outcome pension has a long text and grant has long next steps.
    private static func pack(_ steps: String, pension: String = "") -> Fixture {
        var fixture = flow(
            "  help:\n    check: test.help.grant\n    go: { pension: much, grant: little, else: end }\n" + steps)
        fixture.files = [
            "rules/facts.yaml": RuleFileTests.facts, "rules/next.yaml": "next: { far: \"\(long)\", near: Ask. }",
            "rules/help.yaml": RuleFileTests.rule
                .replacing(
                    "pension: { text: Pension. }", with: "pension: { text: \"\(long)\", next: [near\(pension)] }"
                )
                .replacing("grant: { plain: Grant., ", with: "grant: { plain: Grant., next: [far], "),
        ]
        return fixture
    }

    private static func send(_ step: String, mark: String = "") -> String {
        "  \(step):\n    send: \"\(mark)${help.text} ${join(help.next, ' ')}\"\n    go: end\n"
    }

    static let cases: [RuleCase] = [
        // a text and next steps of different outcomes never stand together
        RuleCase("message-segments", pack(send("much") + "  little:\n    set: { a: 1 }\n    go: much\n")),
        // those of one outcome do, where it leads
        RuleCase(
            "message-segments", pack(send("much", mark: "⟦") + send("little"), pension: ", far"), severity: .warning),
        // what does not lead here does not count
        RuleCase("message-segments", pack("  much:\n    end: Bye.\n" + send("little"), pension: ", far")),
        RuleCase(
            "message-segments",
            pack(
                "  much:\n    set: { a: 1 }\n    go: little\n  little:\n"
                    + "    branch: [{ when: help.outcome = 'pension', go: end }, { go: told }]\n" + send("told"),
                pension: ", far")),
        // what the pack says of its answers holds for these
        RuleCase(
            "message-segments",
            Fixture(
                pack: Fixture().pack + "\nscreen: { sms_segments: 2 }",
                main: pack(send("much") + send("little")).main, files: pack("", pension: ", far").files)),
    ]

    @Test(arguments: cases)
    func `a text is as long as the longest outcome that leads to it`(_ row: RuleCase) { row.expect() }
}
