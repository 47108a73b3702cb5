import ContentFiles
import Conversation
import Telephony
import Testing

struct MessageRuleTests {
    private static let later = "steps:\n  start:\n    ⟦remind: news\n    after: 30d\n    go: end"
    private static let news = "steps:\n  hello:\n    end: Test. News. STOP ends these."
    private static let asked = "consent: \"true\""
    private static let night = "quiet_hours: 21:00-08:00"

    private static func own(_ word: String) -> String { "{ words: \(word), language: pt, source: own wording }" }

    /// Words for all but STOP, and what is said of it.
    private static func words(_ stop: String) -> String {
        "words: { help: [\(own("ajuda"))], start: [\(own("voltar"))], \(stop) }"
    }

    /// A pack that names a country and no words of it.
    private static var silentPack: Fixture {
        var fixture = packFile("country: CN")
        fixture.pack = "⟦" + fixture.pack
        return fixture
    }

    private static func helping(_ answer: String) -> Fixture {
        packFile(
            "commands: { help: main#help }",
            main: "steps:\n  start:\n    end: Hello\n  help:\n    menu: \(answer)\n    options: [Menu -> home]")
    }

    private static func portuguese(_ more: String) -> Fixture { .pack(in: "pt", "Português", more) }

    static let cases: [RuleCase] = [
        RuleCase("stop-word", portuguese("⟦words: { ⟦stop: [parar], start: [\(own("voltar"))] }"), severity: .error),
        RuleCase("stop-word", portuguese(words("⟦stop: [STOP]"))),
        RuleCase("stop-word", portuguese(words("stop: [\(own("parar"))]"))),
        RuleCase("stop-word", Fixture()),
        RuleCase("stop-word", portuguese("")) {
            $0.carriers = [Carrier(name: "ussd", kind: .ussd, limit: .ussd(septets: 160))]
        },
        RuleCase("country-words", silentPack, severity: .warning),
        RuleCase("country-words", packFile("country: CN\nwords: { ⟦stop: [halt] }")),
        RuleCase(
            "country-words", packFile("country: CN\nwords: { stop: [{ words: TD, country: CN, source: carriers }] }")),
        RuleCase("country-words", packFile("country: CN")) {
            $0.carriers = [Carrier(name: "ussd", kind: .ussd, limit: .ussd(septets: 160))]
        },
        RuleCase("bare-help", helping("⟦Write STOP to end. Test. Reply with a number."), severity: .warning),
        RuleCase("bare-help", helping("⟦Write STOP to end. It is free.")),
        RuleCase("bare-help", helping("⟦Test is free. Reply with a number.")),
        RuleCase("bare-help", helping("Test is free. STOP ends it.")),
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
