import ContentFiles
import Testing

struct WordingRuleTests {
    private static func end(_ text: String) -> String { "  start:\n    end: \"\(text)\"" }

    private static func question(_ text: String) -> String {
        "  start:\n    menu: \"\(text)\"\n    options: [\"Yes\", \"No\"]\n    go: end"
    }

    private static func chinese(_ source: String, _ translation: String) -> Fixture {
        bilingual(end(source), [("main#start.end", source, translation)], tag: "zh-Hans", name: "中文")
    }

    private static func swahili(_ source: String, _ translation: String, tag: String = "sw") -> Fixture {
        bilingual(end(source), [("main#start.end", source, translation)], tag: tag, name: "Kiswahili")
    }

    private static let thirteen = "we come to you and we bring all that you need for this"

    static let cases: [RuleCase] = [
        RuleCase("long-sentence", end("Hello. ⟦Now \(thirteen)."), severity: .warning),
        RuleCase("long-sentence", end("⟦Now \(thirteen) and \(thirteen)."), severity: .error),
        RuleCase("long-sentence", end("We come to you: we bring all (the papers and the pens and the rest) for this.")),
        RuleCase("long-sentence", chinese("We come.", "⟦外出务工的人在城里干活受了伤可以自己去人社局申请工伤认定要带上所有的证据")),
        RuleCase("long-sentence", chinese("We come.", "受了伤，可以去申请工伤认定。")),
        RuleCase("crowded-screen", question("⟦We help you. We keep your number. Is it OK?"), severity: .warning),
        RuleCase("crowded-screen", question("⟦Is it far? Do you come?")),
        RuleCase("crowded-screen", question("OK. We keep your number. Is it good?")),
        RuleCase("question-not-last", question("⟦Do you come? We wait here."), severity: .warning),
        RuleCase("question-not-last", question("We wait here. Do you come?")),
        RuleCase("long-word", end("This is ⟦internationalised."), severity: .warning),
        RuleCase("long-word", end("See the Interpretations of 2025.")),
        RuleCase("hard-word", end("⟦Submit the form, ask for ⟦assistance."), severity: .warning),
        RuleCase("hard-word", chinese("Send it.", "请⟦提交材料")),
        RuleCase("hard-word", swahili("Send it.", "⟦Wasilisha barua")),
        RuleCase("hard-word", end("Send the form. Law: Social Assistance Law.")),
        RuleCase("capitals", end("Go to the ⟦HRSS office ⟦NOW."), severity: .warning),
        RuleCase("capitals", end("Go to social security (HRSS). Send an SMS with STOP or I.")),
        RuleCase("capitals", swahili("Keep it.", "Tunza PIN yako na ⟦KRA yako.")),
        RuleCase("capitals", swahili("Keep it.", "Tunza PIN yako na ⟦KRA yako.", tag: "rw")),
        RuleCase("shorthand", end("⟦Pls come, mornings ⟦& evenings."), severity: .warning),
        RuleCase("shorthand", end("Please come, mornings and evenings.")),
        RuleCase("negative-question", question("Did you ⟦not get a paper?"), severity: .warning),
        RuleCase("negative-question", question("Do not worry. Did you get a paper?")),
        RuleCase("number-word", end("You have ⟦five days."), severity: .warning),
        RuleCase("number-word", end("You have 5 days for one paper.")),
        RuleCase("number-word", swahili("You have 5 days.", "Una siku ⟦tano kwa barua moja.")),
        RuleCase("ungrouped-amount", end("It is ⟦12500 yuan, or $⟦20000."), severity: .warning),
        RuleCase("ungrouped-amount", end("It is 12,500 yuan, or 3600 yuan. Call 12333.")),
        RuleCase("compared-amounts", question("Is it 300 yuan or ⟦400 yuan?"), severity: .warning),
        RuleCase("compared-amounts", question("Is it more than 300 yuan?")),
        RuleCase("ambiguous-date", end("Come on ⟦03/04."), severity: .warning),
        RuleCase("ambiguous-date", end("Come on ⟦3.4.2026 or so.")),
        RuleCase("ambiguous-date", end("Come on 2026-03-04, 24/7, for 1/2 day, before 25/12/2026 or 3.5.")),
        RuleCase("screen-word", end("⟦Click here."), severity: .error),
        RuleCase("screen-word", chinese("Send 1.", "⟦点击1")),
        RuleCase("screen-word", swahili("Send 1.", "⟦Bofya 1.")),
        RuleCase("screen-word", end("Keep in touch. Tap water is safe.")),
        RuleCase("key-word", end("⟦Press 1 to go on."), severity: .error),
        RuleCase("key-word", end("Reply with 1. Press hard on the wound.")),
        RuleCase("key-word", swahili("Reply with 1.", "⟦Bonyeza 1 kuendelea.")),
        RuleCase("unsaid-cost", end("⟦We help you."), severity: .warning),
        RuleCase("unsaid-cost", end("We help you. It is free.")),
        RuleCase(
            "unsaid-cost",
            "  start:\n    menu: Language?\n    options:\n      - { label: English, set: { person.language: en } }\n"
                + "    go: next\n  next:\n    end: Free help."),
        RuleCase("measures", end("⟦We help you. Come."), severity: .info),
        RuleCase("measures", "  start:\n    set: { a: 1 }\n    go: end"),
    ]

    @Test(arguments: cases)
    func `a text is plain`(_ row: RuleCase) { row.expect() }
}
