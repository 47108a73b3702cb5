import ContentFiles
import Testing

struct MenuRuleTests {
    /// A menu of options in YAML's short form, all of which end.
    private static func menu(_ options: String, _ text: String = "Hi", more: String = "") -> String {
        "  start:\n    menu: \(text)\n    options: \(options)\n    go: end\(more)"
    }

    private static func published(_ options: String) -> @Sendable (inout CheckSettings) -> Void {
        { $0.published = flow(menu(options)).load().pack }
    }

    /// Menus one behind the other, and a text at the end.
    private static func chain(_ length: Int, _ end: String) -> String {
        let steps = (1...length).map {
            "  s\($0):\n    menu: \"Which \($0)?\"\n    options: [A, B]\n    go: s\($0 + 1)\n"
        }
        return steps.joined() + "  \(end)s\(length + 1):\n    end: There"
    }

    private static let tree =
        "  start:\n    menu: \"All:\"\n    options:\n      - ⟦Pay -> pay\n      - Home -> home_of\n"
    private static let leaves =
        "  pay:\n    menu: \"Pay:\"\n    options: [A, B]\n    go: end\n  home_of:\n    end: Here it is."

    static let cases: [RuleCase] = [
        RuleCase("many-options", menu("[A, B, C, D, E, F]").replacing("options", with: "⟦options"), severity: .warning),
        RuleCase(
            "many-options", menu("[A, B, C, D, E, F, G, H]").replacing("options", with: "⟦options"), severity: .error),
        RuleCase("many-options", menu("[A, B, C, D, E]")),
        RuleCase("option-order", menu("[{ label: A, number: 3 }, { label: B, ⟦number: 1 }]"), severity: .error),
        RuleCase("option-order", menu("[{ label: A, number: 9 }, { label: B, number: 8 }]")),
        RuleCase("option-gap", menu("[A, { label: B, ⟦number: 3 }]"), severity: .warning),
        RuleCase("option-gap", menu("[A, B, { label: Why, number: 8 }, { label: More, number: 9 }]")),
        RuleCase("moved-option", menu("[⟦Two, ⟦One]"), severity: .error, settings: published("[One, Two]")),
        RuleCase(
            "moved-option", menu("[Two, { label: ⟦One, number: 3 }]"),
            settings: published("[{ label: One, number: 2 }]")
        ),
        RuleCase(
            "moved-option", menu("[Two, { label: One, number: 3, alias: ['2'] }, New]"),
            settings: published("[Two, { label: One, number: 2 }]")),
        RuleCase("moved-option", menu("[One, Two]"), settings: published("[One, Two]")),
        RuleCase(
            "reserved-key",
            Fixture(
                pack: Fixture().pack + "\nkeys: { back: \"1\" }", main: "steps:\n" + menu("[⟦A, B]")), severity: .error),
        RuleCase(
            "reserved-key",
            menu(
                "[{ label: ⟦Next, number: 9 }, { label: Why is it so and not as before, number: 8 }]",
                Array(repeating: "We help.", count: 15).joined(separator: " "))),
        RuleCase("reserved-key", menu("[A, { label: Why, number: 8 }, { label: Next, number: 9 }]")),
        RuleCase("long-label", menu("[⟦What I get when I am sick, ⟦Compensationsanspruche]"), severity: .warning),
        RuleCase("long-label", menu("[What I get now, Pay]")),
        RuleCase("similar-labels", menu("[Send money home, ⟦Send money away]"), severity: .warning),
        RuleCase("similar-labels", menu("[Pay for my work, ⟦Pay for our work]")),
        RuleCase("similar-labels", menu("[Send money, Get money, Pay]")),
        RuleCase("many-hops", Fixture(pack: Fixture().pack, main: "steps:\n" + chain(5, "⟦")), severity: .warning),
        RuleCase("many-hops", Fixture(pack: Fixture().pack, main: "steps:\n" + chain(9, "⟦")), severity: .error),
        RuleCase("many-hops", Fixture(pack: Fixture().pack, main: "steps:\n" + chain(4, ""))),
        RuleCase(
            "many-hops",
            Fixture(pack: Fixture().pack + "\nkeywords: { main#s3: [THREE] }", main: "steps:\n" + chain(5, ""))),
        RuleCase(
            "no-other", menu("[Red, Green, Blue]", more: "\n    save: a").replacing("options", with: "⟦options"),
            severity: .warning),
        RuleCase("no-other", menu("[Red, Green, Other]", more: "\n    save: a")),
        RuleCase("no-other", menu("[Red, Green, { label: No idea, number: 7 }]", more: "\n    save: a")),
        RuleCase("single-option", menu("[Go]", "Ready?").replacing("options", with: "⟦options"), severity: .warning),
        RuleCase("single-option", menu("[Call me]", "We open at 9. Come early.")),
        RuleCase("nested-menus", tree + leaves, severity: .warning),
        RuleCase(
            "nested-menus",
            tree.replacing("⟦", with: "").replacing("home_of", with: "pay")
                + leaves.replacing("  home_of:\n    end: Here it is.", with: "")),
        RuleCase(
            "nested-menus",
            "  start:\n    set: { a: \"'Tell'\" }\n    go: told\n  told:\n    menu: ${a}\n    options: [Why -> why]\n"
                + "  why:\n    menu: ${a}\n    options: [Call me -> done]\n  done:\n    end: Here it is."),
    ]

    @Test(arguments: cases)
    func `a menu can be chosen from`(_ row: RuleCase) { row.expect() }
}
