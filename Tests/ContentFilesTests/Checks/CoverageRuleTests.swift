import ContentFiles
import Testing

struct CoverageRuleTests {
    private static func walked(_ steps: String, _ talk: String) -> Fixture {
        var fixture = flow(steps)
        fixture.files["talks/a.talk"] = talk
        return fixture
    }

    private static let two = "  start:\n    menu: Hi\n    options: [A -> one, B -> two]\n  one:\n    end: One\n"
    private static let talk = "talk: a\non ussd from +254700000001\ndial *384*77#\n...\n> 1\n< One\n"

    private static func languages(_ language: String) -> Fixture {
        var fixture = bilingual("  start:\n    end: Hello", [("main#start.end", "Hello", "Salamu")])
        fixture.files["talks/a.talk"] =
            "talk: a\non ussd from +254700000001 in en\ndial *384*77#\n< Hello\n\n"
            + "talk: b\non ussd from +254700000001 in \(language)\ndial *384*77#\n...\n"
        if language == "en" { fixture.pack = fixture.pack.replacing("  sw:", with: "  ⟦sw:") }
        return fixture
    }

    static let cases: [RuleCase] = [
        RuleCase("untested-step", walked(two + "  ⟦two:\n    end: Two", talk), severity: .warning),
        RuleCase("untested-step", Fixture(pack: "⟦" + Fixture().pack)),
        RuleCase(
            "untested-step",
            walked(two + "  two:\n    end: Two", talk + "\n" + talk.replacing("> 1\n< One", with: "> 2\n< Two"))),
        RuleCase("untested-language", languages("en"), severity: .warning),
        RuleCase("untested-language", languages("sw")),
    ]

    @Test(arguments: cases)
    func `talks walk everything`(_ row: RuleCase) { row.expect() }
}
