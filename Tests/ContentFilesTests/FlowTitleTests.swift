import ContentFiles
import Conversation
import Testing

/// What staff call flows, in their own language.
struct FlowTitleTests {
    private func pack(_ title: String, translated entry: String = "") throws -> Fixture {
        var fixture = PackTests.good()
        fixture.pack.replace("  en: English", with: "  en: English\n  zh-Hans: 中文")
        fixture.main.replace("title: Main", with: "title: \(title)")
        let reading = try #require(PackLoader.read(fixture.source, isTranslated: false, log: DiagnosticLog()))
        let template = TranslationTemplate(reading)
        var file = TranslationMerge(template, into: nil, for: reading.pack, language: "zh-Hans").file
        for index in file.entries.indices where file.entries[index].context != "main#title" {
            file.entries[index].translations = [file.entries[index].source.text]
        }
        fixture.files["languages/zh-Hans.po"] = file.text.replacing(
            "msgid \"\(title)\"\nmsgstr \"\"", with: "msgid \"\(title)\"\nmsgstr \"\(entry)\"")
        return fixture
    }

    @Test func `a title is read in the language of whoever reads it`() throws {
        let (pack, log) = try pack("Main menu", translated: "主菜单").load()
        #expect(log.sorted.map(\.description) == [])
        let made = try #require(pack)
        #expect(made.title(ofFlow: "main", in: "zh-Hans") == "主菜单")
        #expect(made.title(ofFlow: "main", in: "en") == "Main menu")
        #expect(made.beginnings(in: "zh-Hans").map(\.title) == ["主菜单"])
    }

    @Test func `without a translation, in another language and without a title there is still a name`() throws {
        let (pack, log) = try pack("Main menu").load()
        #expect(log.sorted.map(\.description) == [])
        let made = try #require(pack)
        for language in ["zh-Hans", "sw", nil] { #expect(made.title(ofFlow: "main", in: language) == "Main menu") }
        #expect(made.title(ofFlow: "wages/late", in: "zh-Hans") == "wages/late")
    }

    @Test func `translators get the title first, and are told who reads it`() throws {
        let reading = try #require(PackLoader.read(PackTests.good().source, log: DiagnosticLog()))
        let entry = try #require(TranslationTemplate(reading).entries.first { $0.references == ["main.yaml"] })
        #expect((entry.context, entry.source.text) == ("main#title", "Main"))
        #expect(entry.notes == ["The title of a flow: a few words for staff. It may stay empty."])
    }

    @Test func `a title has no values`() {
        var fixture = Fixture()
        fixture.main = "title: ⟦Since ${today}\nsteps:\n  start:\n    end: Hello"
        fixture.expect(["flow-title"])
    }
}
