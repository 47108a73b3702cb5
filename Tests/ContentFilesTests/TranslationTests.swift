import ContentFiles
import Conversation
import Expressions
import Testing

struct TranslationTests {
    /// The header, at the end, so that lines count from the first text.
    private static let header = "\nmsgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"

    private func entries(_ content: String) -> (entries: [POEntry], log: [String]) {
        let log = DiagnosticLog()
        let file = POFile(content + Self.header, file: "zh.po", log: log)
        return (file.entries, log.sorted.map { "\($0.position.line) \($0.id)" })
    }

    @Test func `entries are read with their contexts, escapes, pieces and marks`() {
        let (found, log) = entries(
            #"""
            # A translator's comment
            #. extracted
            #: main.yaml:3
            msgctxt "main#start.menu"
            msgid "Say \"hi\"\tand \\ go\n"
            "on"
            msgstr ""
            "一\n"
            "二"

            #, fuzzy
            msgctxt "main#b.say"
            msgid "B"
            msgstr "乙"
            msgctxt "main#c.say"
            msgid "C"
            msgstr "丙"
            #~ msgid "old"
            #~ msgstr "旧"
            """#)
        #expect(log == [])
        #expect(found.map(\.context) == ["main#start.menu", "main#b.say", "main#c.say"])
        #expect(found.map(\.source.text) == ["Say \"hi\"\tand \\ go\non", "B", "C"])
        #expect(found.map { $0.translations.first ?? "" } == ["一\n二", "乙", "丙"])
        #expect(found.map(\.isFuzzy) == [false, true, false])
        #expect(found.map(\.position.line) == [4, 12, 15])
    }

    @Test(arguments: [
        ("msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"B", ["3 po"]), ("msgctxt \"a\"\nmsgid \"A\"x\nmsgstr \"B\"", ["2 po"]),
        ("msgctxt \"a\"\nmsgid \"A\"\nmsgid_plural \"As\"\nmsgstr[0] \"B\"", []), ("hello", ["1 po"]),
        ("msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"B\\\"", ["3 po"]), ("", []),
    ])
    func `what cannot be read is reported with its line`(_ content: String, _ expected: [String]) {
        #expect(entries(content).log == expected)
    }

    private func fixture(_ translations: String, text: String = "Hello") -> Fixture {
        var fixture = Fixture()
        fixture.pack = """
            title: Test
            language: en
            languages: { en: English, sw: Kiswahili }
            start: main
            """
        fixture.main = "steps:\n  start:\n    end: \(text)\n"
        fixture.files["languages/sw.po"] = translations + "\n" + Self.builtIn + Self.header
        return fixture
    }

    private static let builtIn = BuiltInTexts.Name.allCases.map { name in
        let context = name == .apology ? "pack#apology" : "pack#texts.\(name.rawValue)"
        return "\nmsgctxt \"\(context)\"\nmsgid \"\(name.english)\"\nmsgstr \"\(name.english)!\"\n"
    }.joined()

    @Test func `a translated pack shows each language its own`() throws {
        let (pack, log) = fixture("msgctxt \"main#start.end\"\nmsgid \"Hello\"\nmsgstr \"Habari\"").load()
        #expect(log.sorted.map(\.description) == [])
        let made = try #require(pack)
        guard case .end(let text) = made.steps[0].verb else { return #expect(Bool(false), "not an end") }
        #expect(text.versions.map(\.source) == ["Hello", "Habari"])
        #expect(made.texts[.back].versions.map(\.source) == ["Back", "Back!"])
    }

    @Test func `a text that is missing, stale, doubled, unused or with other values is reported where it stands`() {
        fixture("", text: "⟦Hello").expect(["missing-translation"])
        fixture("⟦msgctxt \"main#start.end\"\nmsgid \"Hi\"\nmsgstr \"Habari\"").expect(["stale-translation"])
        fixture("#, fuzzy\n⟦msgctxt \"main#start.end\"\nmsgid \"Hello\"\nmsgstr \"Habari\"").expect([
            "stale-translation"
        ])
        fixture(
            "msgctxt \"main#start.end\"\nmsgid \"Hello\"\nmsgstr \"A\"\n\n"
                + "⟦msgctxt \"main#start.end\"\nmsgid \"Hello\"\nmsgstr \"B\""
        ).expect(["po"])
        fixture(
            "msgctxt \"main#start.end\"\nmsgid \"Hello\"\nmsgstr \"A\"\n\n"
                + "⟦msgctxt \"main#gone.say\"\nmsgid \"X\"\nmsgstr \"B\""
        ).expect(["unused-translation"])
        fixture(
            "msgctxt \"main#start.end\"\nmsgid \"Hello ${channel.name}\"\nmsgstr \"⟦Habari ${channel.kind}\"",
            text: "Hello ${channel.name}"
        ).expect(["placeholders"])
        fixture(
            "msgctxt \"main#start.end\"\nmsgid \"Hello ${today} ${todai}\"\nmsgstr \"Habari ${⟦todai} ${today}\"",
            text: "Hello ${today} ${⟦todai}"
        ).expect(["unknown-name", "unknown-name"])
        fixture("msgctxt \"main#start.end\"\nmsgid \"Hello\"\nmsgstr \"Habari ${1 +⟦}\"").expect(["expression"])
    }

    @Test func `a language without a file is an error`() {
        var fixture = Fixture()
        fixture.pack = "⟦title: Test\nlanguage: en\nlanguages: { en: English, sw: Kiswahili }\nstart: main\n"
        fixture.expect(["missing-language"])
    }
}
