import ContentFiles
import Conversation
import Directory
import Expressions
import SchemaSupport
import Testing

/// The operators' guides are right: their examples can be read, and they tell of every key.
struct FlowGuideTests {
    @Test func `each example says what it is written in`() throws {
        for guide in try Guide.all {
            for example in guide.examples {
                #expect(["yaml", "talk", "po", "csv"].contains(example.language), "\(example)")
            }
        }
    }

    @Test func `the examples of flows and of pack.yaml can be read, and editors do not mark them`() throws {
        let china = try #require(Project.china)
        let examples = try Guide("Flows/README.md").examples(in: "yaml")
        #expect(examples.count > 10)
        let pack = GuidePack(examples, in: china)
        #expect(pack.errors.map(\.description) == [])
        #expect(pack.source.schemaFaults == [])
    }

    @Test func `the examples of talks go as they are written`() throws {
        let log = DiagnosticLog()
        let china = try #require(Project.china)
        let pack = try #require(PackLoader.load(china, log: log))
        let examples = try Guide("Flows/README.md").examples(in: "talk")
        #expect(!examples.isEmpty)
        for example in examples {
            let talks = TalkFile.read(example.text, file: example.guide, log: log)
            #expect(!talks.isEmpty && log.all.map(\.description) == [], "\(example)")
            for talk in talks {
                #expect(TalkRun.play(talk, in: pack).failures == [], "\(example)")
            }
        }
    }

    @Test func `the examples of offices can be read, with columns of the pack's own`() throws {
        let china = try #require(Project.china)
        let example = try #require(Guide("Flows/README.md").examples(in: "csv").first)
        let log = DiagnosticLog()
        let file = PackSource.File(path: "directory/guide.csv", content: example.text)
        let pack = PackLoader.load(PackSource(folder: china.folder, files: china.files + [file]), log: log)
        let offices = try #require(pack).directory.services.filter { $0.kind == "guide" }
        #expect(log.all.map(\.description) == [])
        #expect(offices.first?.value(named: "takes_new", in: "en") == .boolean(true))
    }

    @Test func `the examples of translations can be read`() throws {
        let examples = try Guide("Flows/README.md").examples(in: "po")
        #expect(examples.count > 1)
        for example in examples {
            let log = DiagnosticLog()
            let header = "\nmsgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
            let file = POFile(example.text + header, file: "zh.po", log: log)
            #expect(log.all.map(\.description) == [], "\(example)")
            #expect(!file.entries.isEmpty, "\(example)")
        }
    }

    @Test func `every key of every file is told of`() throws {
        let written = try Guide.all.flatMap { guide in
            guide.examples.map(\.text) + guide.text.matches(of: /`([^`\n]+)`/).map { String($0.1) }
        }
        let told = Set(written.flatMap { $0.matches(of: /[A-Za-z_]+/).map { String($0.0) } })
        for (kind, validator) in SchemaValidator.all {
            let keys = validator.schema.keys().keys.compactMap { $0.split(separator: "/").last.map(String.init) }
            #expect(Set(keys).subtracting(told).sorted() == [], "\(kind.rawValue)")
        }
    }
}
