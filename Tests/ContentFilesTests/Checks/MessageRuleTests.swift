import ContentFiles
import Conversation
import Telephony
import Testing

struct MessageRuleTests {
    private static let later = "steps:\n  start:\n    ⟦remind: news\n    after: 30d\n    go: end"
    private static let news = "steps:\n  hello:\n    end: Test. News. STOP ends these."
    private static let asked = "consent: \"true\""
    private static let night = "quiet_hours: 21:00-08:00"

    private static func portuguese(_ more: String) -> Fixture { .pack(in: "pt", "Português", more) }

    static let cases: [RuleCase] = [
        RuleCase(
            "stop-word", portuguese("⟦words: { stop: [parar] }"), severity: .error),
        RuleCase("stop-word", portuguese("words: { ⟦stop: [STOP], help: [ajuda] }")),
        RuleCase("stop-word", portuguese("words: { stop: [parar], help: [ajuda] }")),
        RuleCase("stop-word", Fixture()),
        RuleCase("stop-word", portuguese("")) {
            $0.carriers = [Carrier(name: "ussd", kind: .ussd, limit: .ussd(septets: 160))]
        },
        RuleCase("unasked-reminder", packFile(asked, main: later), severity: .error).with("news.yaml", news),
        RuleCase("unasked-reminder", packFile(night, main: later)).with("news.yaml", news),
        RuleCase("unasked-reminder", packFile(asked + "\n" + night, main: later.replacing("⟦", with: "")))
            .with("news.yaml", news),
        RuleCase("unasked-reminder", Fixture()),
        RuleCase("unnamed-sender", packFile("", main: later.replacing("⟦", with: "")), severity: .warning)
            .with("news.yaml", "steps:\n  hello:\n    end: ⟦Here are news. STOP ends these."),
        RuleCase("unnamed-sender", packFile("", main: later.replacing("⟦", with: "")))
            .with("news.yaml", "steps:\n  hello:\n    menu: ⟦Test. Here are news.\n    options: [More]\n    go: end"),
        RuleCase("unnamed-sender", packFile("", main: later.replacing("⟦", with: ""))).with("news.yaml", news),
        RuleCase("unnamed-sender", packFile("", main: later.replacing("⟦", with: "")))
            .with(
                "news.yaml", "steps:\n  hello:\n    say: A test. STOP ends it.\n    go: more\n  more:\n    end: News."),
    ]

    @Test(arguments: cases) func `what goes out unasked is asked for`(_ row: RuleCase) { row.expect() }

    @Test func `what both lack is told twice`() {
        var fixture = packFile("", main: Self.later.replacing("⟦", with: ""))
        fixture.files["news.yaml"] = Self.news
        #expect(fixture.findings(of: "unasked-reminder").count == 2)
    }

}
