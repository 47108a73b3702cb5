import ContentFiles
import Testing

struct LanguageRuleTests {
    private static func end(
        _ source: String, _ translation: String, tag: String = "sw", name: String = "Kiswahili"
    ) -> Fixture {
        bilingual(
            "  start:\n    end: \(source)", [("main#start.end", source.replacing("⟦", with: ""), translation)],
            tag: tag,
            name: name)
    }

    private static let choice =
        "  start:\n    menu: Hi\n    options:\n      - { label: A, set: { person.language: sw }, go: end }"

    private static func marked(_ tag: String, _ name: String) -> Fixture {
        var fixture = end("Hello", "Salamu", tag: tag, name: name)
        fixture.pack = fixture.pack.replacing("  \(tag):", with: "  ⟦\(tag):")
        return fixture
    }

    static let cases: [RuleCase] = [
        RuleCase("untranslated", end("Call us today", "⟦Call us today"), severity: .warning),
        RuleCase("untranslated", end("Call us today", "Tupigie leo")),
        RuleCase(
            "untranslated",
            bilingual(
                choice.replacing("Hi", with: "Free help, msaada wa bure"),
                [
                    ("main#start.menu", "Free help, msaada wa bure", "Free help, msaada wa bure"),
                    ("main#start.options.1", "A", "B"),
                ])),
        RuleCase("untranslated", end("Alipay 12333", "Alipay 12333")),
        RuleCase("untranslated", end("Call us 打电话", "Call us 打电话", tag: "zh", name: "中文")),
        RuleCase(
            "translation-length", end("We will call you on this number in the next two days.", "⟦Tutapiga."),
            severity: .warning),
        RuleCase(
            "translation-length",
            end("We will call you on this number in the next two days.", "两天内会打这个号码给您。", tag: "zh", name: "中文")),
        RuleCase("language-name", marked("zh", "Chinese"), severity: .error),
        RuleCase("language-name", marked("sw", "Swahili")),
        RuleCase("language-name", end("Hello", "你好", tag: "zh", name: "中文")),
        RuleCase(
            "no-language-choice",
            {
                var fixture = end("Hello", "Salamu")
                fixture.pack = fixture.pack.replacing("languages:", with: "⟦languages:")
                return fixture
            }(), severity: .error),
        RuleCase("no-language-choice", "  start:\n    end: Hello"),
        RuleCase(
            "no-language-choice",
            bilingual(choice, [("main#start.menu", "Hi", "Salamu"), ("main#start.options.1", "A", "B")])),
        RuleCase("script-fallback", marked("am", "አማርኛ"), severity: .warning),
        RuleCase("script-fallback", end("Hello", "你好", tag: "zh", name: "中文")),
        RuleCase("mixed-scripts", end("We ⟦s\u{0430}ve it", "Tunatunza"), severity: .warning),
        RuleCase("mixed-scripts", end("We save it 工资", "Tunatunza Привет")),
        RuleCase(
            "native-digits", "  start:\n    menu: Hi\n    options: [Wait ⟦٣ days, B]\n    go: end", severity: .error),
        RuleCase("native-digits", "  start:\n    menu: Open ٣ days\n    options: [Wait 3 days, B]\n    go: end"),
    ]

    @Test(arguments: cases)
    func `every language is its own`(_ row: RuleCase) { row.expect() }
}
