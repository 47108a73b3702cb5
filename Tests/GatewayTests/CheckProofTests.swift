import ContentFiles
import Expressions
import FoundationEssentials
import Gateway
import Providers
import Sealing
import Storage
import TestSupport
import Testing

/// A gateway starts without checking again what it has published for the same kinds of channels.
struct CheckProofTests {
    private let folder: TemporaryFolder
    private let store: SQLStore
    private let folders: Folders

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLStore(path: folder.file("waymark.sqlite"), keys: KeyRing(.random()))
        folders = Folders(config: folder.file("Config"), flows: folder.file("Flows"))
        try write(pack: "title: Test\nlanguage: en\nlanguages: { en: English }\nstart: main\n")
    }

    private func write(pack: String) throws {
        // what a check refuses and a loader takes: a date with a number has no value
        let main = "steps:\n  start:\n    set: { later: today + 1 }\n    go: bye\n  bye:\n    end: Bye.\n"
        let manager = FileManager.default
        try manager.createDirectory(atPath: folder.file("Flows/test"), withIntermediateDirectories: true)
        for (name, content) in ["pack.yaml": pack, "main.yaml": main] {
            #expect(manager.createFile(atPath: folder.file("Flows/test/" + name), contents: Data(content.utf8)))
        }
    }

    private func serve(on channels: [Channel]) async throws -> (isServed: Bool, hasErrors: Bool) {
        let log = DiagnosticLog()
        let read = try await folders.pack("test", for: channels, provenBy: store, log: log)
        return (read != nil, log.hasErrors)
    }

    private func proof(on channels: [Channel]) throws -> CheckProof {
        let source = try #require(PackSource.read(folder: folder.file("Flows/test"), log: DiagnosticLog()))
        return CheckProof(source.revision, on: channels)
    }

    @Test func `what was never published is checked, whatever else is in the store`() async throws {
        #expect(try await serve(on: []) == (false, true))
        let source = try #require(PackSource.read(folder: folder.file("Flows/test"), log: DiagnosticLog()))
        try await store.keepRevision(source.revision, pack: "test", archive: [1], at: .init(milliseconds: 1))
        #expect(try await serve(on: []) == (false, true))
    }

    @Test func `what was published is loaded at once, until it changes`() async throws {
        try await proof(on: []).keep(in: store)
        #expect(try await serve(on: []) == (true, false))
        try write(pack: "title: Other\nlanguage: en\nlanguages: { en: English }\nstart: main\n")
        #expect(try await serve(on: []) == (false, true))
    }

    @Test func `what was held against fewer rules is checked by all of them`() async throws {
        let source = try #require(PackSource.read(folder: folder.file("Flows/test"), log: DiagnosticLog()))
        try await CheckProof(source.revision, on: [], by: Array(CheckRule.all.dropLast())).keep(in: store)
        #expect(try await serve(on: []) == (false, true))
    }

    @Test func `what cannot be loaded any more is refused in spite of its proof`() async throws {
        try write(pack: "title: Test\nlanguage: en\nlanguages: { en: English }\nstart: nowhere\n")
        try await proof(on: []).keep(in: store)
        #expect(try await serve(on: []) == (false, true))
    }

    @Test func `other screens are checked anew, the same ones of another channel are not`() async throws {
        let channels = try ["answering", "pushing"].map(JoiningGateway.channel)
        try await proof(on: [channels[0]]).keep(in: store)
        #expect(try await serve(on: [channels[1]]).isServed)
        #expect(try await serve(on: channels).isServed)
        #expect(try await !serve(on: []).isServed)
    }
}
