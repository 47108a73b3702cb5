import ContentFiles
import Conversation
import Expressions
import Gateway
import Sealing
import Storage
import Synchronization
import TestSupport
import Testing

/// Revisions that are published while people talk.
struct PackLibraryTests {
    private let folder: TemporaryFolder
    private let store: SQLStore
    private let library: PackLibrary
    private let first: (pack: Pack, files: [UInt8])
    private let second: (pack: Pack, files: [UInt8])

    init() async throws {
        folder = try TemporaryFolder()
        store = try SQLStore(path: folder.file("waymark.sqlite"), keys: KeyRing(.random()))
        first = try Self.pack("What do you need?")
        second = try Self.pack("How can we help?")
        library = PackLibrary(first.pack, store: store)
        #expect(try await library.publish(first.pack, files: first.files, at: Self.time(0)) == [])
    }

    private static func time(_ seconds: Int64) -> Timestamp { Timestamp(milliseconds: seconds * 1_000) }

    private static func pack(_ question: String) throws -> (pack: Pack, files: [UInt8]) {
        let source = PackSource(
            folder: "Flows/test",
            files: [
                PackSource.File(
                    path: "pack.yaml",
                    content: "title: Test\nlanguage: en\nlanguages: { en: English }\nstart: main\n"),
                PackSource.File(
                    path: "main.yaml",
                    content: "steps:\n  start:\n    menu: \(question)\n    options: [Pay -> bye, Home -> bye]\n"
                        + "  bye:\n    end: Bye.\n"),
            ])
        let log = DiagnosticLog()
        let pack = PackLoader.load(source, log: log)
        return (try #require(pack, "\(log.sorted.map(\.description))"), try source.archived())
    }

    /// What a person is shown when she sends an SMS.
    @discardableResult
    private func send(_ text: String, to library: PackLibrary? = nil, at seconds: Int64) async throws -> String? {
        let machine = (library ?? self.library).machine
        let address = AddressKey(fingerprint: Array("fingerprint".utf8), number: "+254712000001")
        let arrival = Arrival(key: nil, subject: .address(address, channel: "sms"), at: Self.time(seconds))
        let shown = Mutex<String?>(nil)
        _ = try await store.advance(arrival) { snapshot in
            let view = ChannelView(name: "sms", kind: .sms)
            let turn = machine.receive(.message(text), on: view, snapshot, at: Self.time(seconds))
            shown.withLock { $0 = turn.reply?.text }
            return Decision(turn: turn)
        }
        return shown.withLock { $0 }
    }

    @Test func `a conversation ends on the revision it began with`() async throws {
        #expect(try await send("hello", at: 1)?.hasPrefix("What do you need?") == true)
        #expect(try await library.publish(second.pack, files: second.files, at: Self.time(2)) == [])
        #expect(try await send("1", at: 3) == "Bye.")
        #expect(try await send("hello", at: 4)?.hasPrefix("How can we help?") == true)
    }

    @Test func `a revision is kept as long as a session is on it, and no longer`() async throws {
        try await send("hello", at: 1)
        _ = try await library.publish(second.pack, files: second.files, at: Self.time(2))
        try await library.retire(at: Self.time(1_000))
        #expect(library.machine.packs[first.pack.revision] != nil)
        #expect(try await store.revision(first.pack.revision) == first.files)
        try await send("1", at: 1_001)
        try await library.retire(at: Self.time(1_002))
        #expect(library.machine.packs[first.pack.revision] == nil)
        #expect(try await store.revision(first.pack.revision) == nil)
        #expect(try await store.revision(second.pack.revision) == second.files)
    }

    @Test func `a revision that was replaced a moment ago is kept for turns that just begin`() async throws {
        _ = try await library.publish(second.pack, files: second.files, at: Self.time(2))
        try await library.retire(at: Self.time(3))
        #expect(library.machine.packs[first.pack.revision] != nil)
        try await library.retire(at: Self.time(63))
        #expect(library.machine.packs[first.pack.revision] == nil)
    }

    @Test func `after a restart the revisions of sessions are loaded from the store`() async throws {
        try await send("hello", at: 1)
        let restarted = PackLibrary(second.pack, store: store)
        #expect(try await restarted.publish(second.pack, files: second.files, at: Self.time(2)) == [])
        #expect(restarted.machine.packs[first.pack.revision]?.revision == first.pack.revision)
    }

    @Test func `a revision whose files are not there any more is told`() async throws {
        try await send("hello", to: PackLibrary(second.pack, store: store), at: 1)
        #expect(try await library.publish(first.pack, files: first.files, at: Self.time(2)) == [second.pack.revision])
    }

    @Test func `publishing back an earlier revision makes it the current one again`() async throws {
        try await send("hello", at: 1)
        _ = try await library.publish(second.pack, files: second.files, at: Self.time(2))
        _ = try await library.publish(first.pack, files: first.files, at: Self.time(3))
        #expect(library.machine.packs.current.revision == first.pack.revision)
        #expect(library.machine.packs.earlier.keys.sorted { $0.hash < $1.hash } == [second.pack.revision])
    }
}
