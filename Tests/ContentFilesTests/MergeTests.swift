import ContentFiles
import Conversation
import Expressions
import TestSupport
import Testing

/// What happens to translations when a pack's texts change.
struct MergeTests {
    private func fixture(_ main: String) -> Fixture {
        var fixture = Fixture()
        fixture.pack = """
            title: Test
            language: en
            languages: { en: English, ru: Русский }
            start: main
            """
        fixture.main = main
        return fixture
    }

    private func merge(_ main: String, into old: POFile?) throws -> TranslationMerge {
        let log = DiagnosticLog()
        let reading = try #require(PackLoader.read(fixture(main).source, isTranslated: false, log: log))
        return TranslationMerge(TranslationTemplate(reading), into: old, for: reading.pack, language: "ru")
    }

    private static let two = "steps:\n  start:\n    say: Hello\n    go: done\n  done:\n    end: Bye"

    /// The file of the first pack with every text translated.
    private func translated(_ main: String = Self.two) throws -> POFile {
        var file = try merge(main, into: nil).file
        for index in file.entries.indices {
            file.entries[index].translations = file.entries[index].translations.map { _ in "Т\(index)" }
            file.entries[index].comments = ["note \(index)"]
        }
        return file
    }

    private func entry(_ context: String, in file: POFile) throws -> POEntry {
        try #require(file.entries.first { $0.context == context })
    }

    @Test func `a new language has every text, empty, with its plural rule`() throws {
        let merge = try merge(Self.two, into: nil)
        #expect(merge.added.contains("main#start.say") && merge.added.contains("pack#apology"))
        #expect(merge.file.entries.allSatisfy { $0.translations == [""] })
        #expect(merge.file.pluralRule?.forms == 3)
        #expect(try entry("main#done.end", in: merge.file).notes.first?.hasPrefix("The last text") == true)
    }

    @Test func `merging twice changes nothing`() throws {
        let once = try merge(Self.two, into: translated()).file
        #expect(try merge(Self.two, into: once).file.text == once.text)
        let changed = try merge(Self.two.replacing("Hello", with: "Good day"), into: once).file
        #expect(try merge(Self.two.replacing("Hello", with: "Good day"), into: changed).file.text == changed.text)
    }

    @Test func `a changed text keeps its translation, marked fuzzy with what it was made from`() throws {
        let merge = try merge(Self.two.replacing("Hello", with: "Good day"), into: translated())
        let found = try entry("main#start.say", in: merge.file)
        #expect(found.isFuzzy && found.hasTranslation && found.source.text == "Good day")
        #expect(found.previous?.source?.text == "Hello")
        #expect(found.comments.first?.hasPrefix("note") == true)
        #expect(merge.fuzzy == ["main#start.say"])
    }

    @Test func `a text that moved to another step takes its translation along, marked fuzzy`() throws {
        let old = try translated()
        let translation = try entry("main#start.say", in: old).translations
        let merge = try merge(Self.two.replacing("start:", with: "begin:"), into: old)
        let found = try entry("main#begin.say", in: merge.file)
        #expect(found.translations == translation && found.isFuzzy && found.previous?.context == "main#start.say")
        #expect(merge.file.obsolete.isEmpty)
    }

    @Test func `a text that is gone is kept, and comes back with its translation`() throws {
        let old = try translated()
        let without = try merge("steps:\n  done:\n    end: Bye", into: old)
        #expect(without.dropped == ["main#start.say"])
        #expect(without.file.obsolete.map(\.context) == ["main#start.say"])
        #expect(without.file.text.contains("#~ msgctxt \"main#start.say\""))
        let again = try merge(Self.two, into: without.file)
        #expect(
            try entry("main#start.say", in: again.file).translations == entry("main#start.say", in: old).translations)
        #expect(again.file.obsolete.isEmpty && again.fuzzy.isEmpty)
    }

    @Test func `a text that only its plurals make different gets plural forms`() throws {
        let text =
            "steps:\n  start:\n    set: { n: '2' }\n    go: done\n  done:\n    end: \"${n} ${plural(n, 'day', 'days')}\""
        let merge = try merge(text, into: nil)
        let found = try entry("main#done.end", in: merge.file)
        #expect(found.source == .init("${n} day", plural: "${n} days"))
        #expect(found.translations == ["", "", ""])
    }

    @Test(arguments: 0..<40) func `no translation is ever lost`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let words = ["Hello", "Bye", "Yes", "No", "Call"]
        let flow = { (random: inout SplitMix64) in
            let names = ["start", "one", "two", "three"].prefix(Int.random(in: 1...4, using: &random))
            let steps = names.enumerated().map { index, name in
                "  \(name):\n    say: \(words[Int.random(in: words.indices, using: &random)]) \(index)\n    go: "
                    + (index + 1 < names.count ? names[index + 1] : "done") + "\n"
            }
            return "steps:\n" + steps.joined() + "  done:\n    end: Bye"
        }
        let old = try translated(flow(&random))
        let merged = try merge(flow(&random), into: old).file
        let kept = Set((merged.entries + merged.obsolete).flatMap(\.translations))
        #expect(kept.isSuperset(of: old.entries.flatMap(\.translations)))
    }
}
