import ContentFiles
import Conversation
import Foundation
import TestSupport
import Testing

/// The files of translators, held against GNU gettext's own tools.
@Suite(.enabled(if: Gettext.isThere, "gettext is not installed: apt-get install gettext"))
struct GettextTests {
    private let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test func `msgfmt and msgcat take the shipped file as it is`() throws {
        let file = project.appendingPathComponent("Flows/china/languages/zh-Hans.po")
        let content = try String(contentsOf: file, encoding: .utf8)
        #expect(try Gettext.run("msgfmt", "--check", "-o", "/dev/null", file.path).code == 0)
        #expect(try Gettext.run("msgcat", "--no-wrap", file.path).output == content)
    }

    @Test(arguments: 0..<12) func `msgcat writes what we write`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let file = RandomPO.file(&random)
        let log = DiagnosticLog()
        #expect(POFile(file.text, file: "x.po", log: log).text == file.text)
        #expect(log.sorted.map(\.description) == [])
        let folder = try TemporaryFolder()
        let path = folder.file("x.po")
        try Data(file.text.utf8).write(to: URL(fileURLWithPath: path))
        let run = try Gettext.run("msgcat", "--no-wrap", path)
        #expect(run.output == file.text, "\(run.errors)")
    }

    @Test func `msgmerge keeps every translation that merge made`() throws {
        let log = DiagnosticLog()
        let folder = project.appendingPathComponent("Flows/china").path
        let source = try #require(PackSource.read(folder: folder, log: log))
        let reading = try #require(PackLoader.read(source, log: log))
        let template = TranslationTemplate(reading)
        let content = try #require(source.files.first { $0.path == "languages/zh-Hans.po" }?.content)
        let po = POFile(content, file: "zh-Hans.po", log: log)
        let merged = TranslationMerge(template, into: po, for: reading.pack, language: "zh-Hans").file
        #expect(merged.text == content, "run 'waymark translate merge'")
        let temporary = try TemporaryFolder()
        let (old, pot) = (temporary.file("zh.po"), temporary.file("t.pot"))
        try Data(merged.text.utf8).write(to: URL(fileURLWithPath: old))
        try Data(template.file(for: reading.pack).text.utf8).write(to: URL(fileURLWithPath: pot))
        let run = try Gettext.run("msgmerge", "--quiet", "--no-wrap", "--no-fuzzy-matching", old, pot)
        let again = POFile(run.output, file: "m.po", log: log)
        #expect(again.entries.map(\.context) == merged.entries.map(\.context))
        #expect(again.entries.map(\.translations) == merged.entries.map(\.translations))
        #expect(again.obsolete.isEmpty && !again.entries.contains(where: \.isFuzzy))
        #expect(log.sorted.map(\.description) == [])
    }
}

/// gettext's tools.
enum Gettext {
    static let isThere = ["msgfmt", "msgcat", "msgmerge"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
    }

    static func run(_ tool: String, _ arguments: String...) throws -> (output: String, errors: String, code: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/" + tool)
        process.arguments = arguments
        process.environment = ["LC_ALL": "C.UTF-8"]
        let folder = try TemporaryFolder()
        let (output, errors) = (folder.file("out"), folder.file("err"))
        for path in [output, errors] { try Data().write(to: URL(fileURLWithPath: path)) }
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try process.run()
        process.waitUntilExit()
        return (
            try String(contentsOfFile: output, encoding: .utf8), try String(contentsOfFile: errors, encoding: .utf8),
            process.terminationStatus
        )
    }
}

/// Files with everything that may stand in one.
enum RandomPO {
    private static let alphabet = Array("abc \"\\\n\t工资é😀%${}")

    static func file(_ random: inout SplitMix64) -> POFile {
        var header = POEntry(
            context: nil, source: .init(""),
            translations: [
                "Project-Id-Version: x\nLanguage: ru\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
                    + "Content-Transfer-Encoding: 8bit\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
            ], position: .init(file: "x.po"))
        header.comments = ["A file."]
        let entries = (0..<Int.random(in: 0...9, using: &random)).map { entry("f#s\($0)", &random) }
        let gone = (0..<Int.random(in: 0...3, using: &random)).map { number in
            var entry = entry("gone#\(number)", &random)
            (entry.notes, entry.references) = ([], [])
            return entry
        }
        return POFile(header: header, entries: entries, obsolete: gone)
    }

    private static func entry(_ context: String, _ random: inout SplitMix64) -> POEntry {
        let isPlural = Int.random(in: 0..<4, using: &random) == 0
        var entry = POEntry(
            context: context, source: .init(text(&random), plural: isPlural ? text(&random) : nil),
            translations: (0..<(isPlural ? 2 : 1)).map { _ in text(&random) }, position: .init(file: "x.po"))
        if Bool.random(using: &random) { entry.comments = ["By hand", "two lines"] }
        if Bool.random(using: &random) { entry.notes = ["A question."] }
        if Bool.random(using: &random) { entry.references = ["main.yaml", "wages/late.yaml"] }
        if Int.random(in: 0..<3, using: &random) == 0 {
            entry.isFuzzy = true
            entry.previous = .init(context: nil, source: .init(text(&random)))
        }
        return entry
    }

    /// A text that is neither empty nor begins or ends unlike the others with a line end, which msgfmt would refuse.
    private static func text(_ random: inout SplitMix64) -> String {
        let count = Int.random(in: 1...20, using: &random)
        return "x" + String((0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] }) + "x"
    }
}
