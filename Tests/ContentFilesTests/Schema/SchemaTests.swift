import ContentFiles
import Foundation
import SchemaSupport
import TestSupport
import Testing

/// What editors are told of content files is what their readers know.
struct SchemaTests {
    /// `UPDATE_GOLDEN=1` writes the schemas anew.
    @Test(arguments: ContentKind.allCases) func `the schema that editors read is that of the code`(
        kind: ContentKind
    ) throws {
        let file = Project.folder.appendingPathComponent("Flows/schemas/\(kind.rawValue).json")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(kind.schema.utf8).write(to: file)
        }
        #expect(kind.schema == (try String(contentsOf: file, encoding: .utf8)))
    }

    @Test func `the shipped pack names its schemas and keeps them`() throws {
        let china = try #require(Project.china)
        #expect(china.files.count { ContentKind(path: $0.path) != nil } > 30)
        #expect(china.schemaFaults == [])
        for file in china.files {
            guard let line = ContentKind.firstLine(of: file.path) else { continue }
            #expect(file.content.hasPrefix(line + "\n"), "\(file.path)")
            let schema = Project.folder.appendingPathComponent("Flows/china/\(file.path)").deletingLastPathComponent()
                .appendingPathComponent(String(line.split(separator: "=")[1])).standardized.path
            #expect(FileManager.default.fileExists(atPath: schema), "\(file.path)")
        }
    }

    @Test func `a pack with every key is read, and keeps its schemas`() throws {
        let log = DiagnosticLog()
        #expect(PackLoader.load(EveryKey.source, log: log) != nil, "\(log.sorted.map(\.description))")
        #expect(EveryKey.source.schemaFaults == [])
    }

    @Test(arguments: ContentKind.allCases) func `a misspelt key is refused by the reader and by the schema`(
        kind: ContentKind
    ) throws {
        let places = EveryKey.places(of: kind)
        let usual = Set(EveryKey.source.errors)
        for (pointer, isRequired) in try #require(SchemaValidator.all[kind]).schema.keys() {
            let place = try #require(places[pointer], "\(pointer) is not used in the pack with every key")
            let name = try #require(pointer.split(separator: "/").last)
            let broken = EveryKey.source.inserting("_x", at: place.moved(by: name.count))
            let found = Set(broken.errors).subtracting(usual)
            #expect(!found.isEmpty, "\(pointer)")
            if isRequired { #expect(found != ["unknown-key"], "\(pointer) is not missed by its reader") }
            // Beside what a case of a rule always gives, it may name any value that the rule shows.
            if pointer.hasPrefix("/tests/[]/expect/"), !isRequired { continue }
            let file = try #require(broken.files.first { $0.path == place.file })
            #expect(SchemaValidator.check(file)?.faults.isEmpty == false, "\(pointer)")
        }
    }

    @Test(arguments: [
        "session: { late: soon }", "session: { late: 10 }", "session: { late: 10w }", "session: { resume: never }",
        "quiet_hours: late", "quiet_hours: 21:00", "reminders: { at: noon }", "timezone: \"8\"",
        "timezone: +8:00", "country: China", "screen: { ussd: 20 }", "screen: { sms_segments: many }",
        "person: { age: { type: wohle } }", "person: { age: { type: whole, private: maybe } }", "keys: [0, 1]",
        "checks: { profile: lax }", "texts: { more: [a, b] }",
    ])
    func `a value of another form is refused by the reader and by the schema`(line: String) {
        let source = packFile(line).source
        #expect(!Set(source.errors).subtracting(Fixture().source.errors).isEmpty)
        #expect(!source.schemaFaults.isEmpty)
    }

    @Test(arguments: [
        ("session: { late: VALUE }", "0123459+smhd"), ("quiet_hours: VALUE", "0129:-+"),
        ("timezone: \"VALUE\"", "018+-:"),
        ("reminders: { at: \"VALUE\" }", "01239:+"), ("country: VALUE", "ACEKNacekn"),
        ("screen: { ussd: VALUE }", "0124689+-."),
        ("person: { age: { type: whole, private: VALUE } }", "truefalsynoTF"),
    ])
    func `what a reader takes an editor never marks`(line: String, alphabet: String) {
        var random = SplitMix64(seed: 7)
        let letters = Array(alphabet)
        for _ in 0..<120 {
            let length = Int.random(in: 1...6, using: &random)
            let value = String((0..<length).compactMap { _ in letters.randomElement(using: &random) })
            let source = packFile(line.replacing("VALUE", with: value)).source
            guard PackLoader.load(source, log: DiagnosticLog()) != nil else { continue }
            #expect(source.schemaFaults == [], "\(value)")
        }
    }
}

extension EveryKey {
    /// Where each key of a kind of file first stands, by its pointer in the schema.
    fileprivate static func places(of kind: ContentKind) -> [String: Position] {
        let seen = source.files.filter { ContentKind(path: $0.path) == kind }.flatMap {
            SchemaValidator.check($0)?.seen ?? []
        }
        return Dictionary(seen.map { ($0.pointer, $0.position) }) { first, _ in first }
    }
}

extension PackSource {
    /// The ids of the errors in the pack.
    fileprivate var errors: [String] {
        let log = DiagnosticLog()
        _ = PackCheck().load(self, log: log)
        return log.all.filter { $0.severity == .error }.map(\.id)
    }

    /// The pack with a text put into one of its files.
    fileprivate func inserting(_ text: String, at position: Position) -> PackSource {
        let changed = files.map { file in
            guard file.path == position.file else { return file }
            var lines = file.content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let line = lines[position.line - 1]
            lines[position.line - 1].insert(
                contentsOf: text, at: line.unicodeScalars.index(line.startIndex, offsetBy: position.column - 1))
            return File(path: file.path, content: lines.joined(separator: "\n"))
        }
        return PackSource(folder: folder, files: changed)
    }
}
