import Conversation
import Expressions
import FoundationEssentials
import GRDB
import Sealing
import StorageContract
import TestSupport
import Testing

@testable import Storage

/// Databases from before everything was sealed.
struct SealingMigrationTests {
    private let folder: TemporaryFolder
    private var path: String { folder.file("waymark.db") }

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `what lay in clear is sealed, and reads as before`() async throws {
        try fill()
        let store = try SQLStore(path: path, keys: KeyRing(RootKey(secret: FirstFormat.secret)))
        let session = try #require(try await store.recentSessions(limit: 1).first)
        let lines = try await store.transcript(of: session.id)
        #expect(lines.map(\.input) == ["wages unpaid", ""])
        #expect(lines.map(\.reply) == ["Since when?", nil])
        #expect(lines.map(\.understood) == ["free text", "silence"])
        #expect(lines[1].flags.map(\.detail) == ["lost words"])
        #expect(try await store.openCases(limit: 9).map(\.note) == ["call after dark"])
        #expect(try await store.messages(to: session.person, limit: 9).map(\.text) == ["come tomorrow"])
        let rows = try await store.claimOutbox(rooms: ["sms": 9], at: Timestamp(milliseconds: 9_000), lease: 1)
        #expect(rows.map(\.content) == [.init(number: "+254712000001", text: "come tomorrow")])
        let requests = try await store.waitingRequests(limit: 9)
        #expect(requests.map(\.draft.request.path) == ["/jobs?city=Shenzhen"])
        #expect(requests.map(\.draft.request.body) == ["private body"])
        let due = try await store.dueLongMessages(channels: ["sms"], at: Timestamp(milliseconds: 90_000), limit: 9)
        let taken = try await store.takeLongMessage(
            #require(due.first).id, at: Timestamp(milliseconds: 90_000)
        ) { snapshot, texts in
            Decision(turn: Turn(person: snapshot.person, session: snapshot.session), answer: Array(texts.joined().utf8))
        }
        #expect(taken.answer == Array("first part".utf8))
        await store.close()
    }

    @Test func `nothing of it can be read in the file any more`() async throws {
        try fill()
        let store = try SQLStore(path: path, keys: KeyRing(RootKey(secret: FirstFormat.secret)))
        for moment in ["open", "closed"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let content = try Data(contentsOf: URL(filePath: folder.file(name)))
                for word in [
                    "wages", "Since", "free text", "lost words", "dark", "tomorrow", "Shenzhen", "private body",
                ] {
                    #expect(content.firstRange(of: Data(word.utf8)) == nil, "\(word) in \(name), \(moment)")
                }
            }
            await store.close()
        }
    }

    @Test func `with another key it is refused and stays as it was`() async throws {
        try fill()
        let other = KeyRing(RootKey(secret: Array(repeating: 6, count: 32)))
        let fault = #expect(throws: StoreFault.self) { try SQLStore(path: path, keys: other) }
        #expect(fault?.code == .location)
        #expect(fault?.message.contains("sealed with another key") == true)
        let store = try SQLStore(path: path, keys: KeyRing(RootKey(secret: FirstFormat.secret)))
        #expect(try await store.openCases(limit: 9).map(\.note) == ["call after dark"])
        await store.close()
    }

    /// A database as the last version before left it, with a person in the middle of everything.
    private func fill() throws {
        let queue = try DatabaseQueue(path: path)
        try Migration.migrator(KeyRing(.random())).migrate(queue, upTo: "005 identity")
        let number = try FirstFormat.sealed("+254712000001", as: FirstFormat.numbers)
        let part = try FirstFormat.sealed("first part", as: FirstFormat.texts)
        let session = Session(
            revision: RevisionID("r"), language: "en", kind: .sms, startedAt: Timestamp(milliseconds: 1),
            lastAt: Timestamp(milliseconds: 1), frames: [Frame(id: 0, step: "main#menu")], nextFrame: 1)
        let flags = FlagCoding.text(of: [Flag(.place, step: "main#menu", detail: "lost words")])
        try queue.write { database in
            try database.execute(sql: "PRAGMA application_id = \(DatabaseOpening.applicationID)")
            try database.execute(
                sql: """
                    INSERT INTO persons VALUES (1, ?, 1);
                    INSERT INTO addresses (id, person, fingerprint, sealed, channel, created_at) VALUES (1, 1, x'01', ?, 'sms', 1);
                    INSERT INTO sessions VALUES (1, 1, 1, 'sms', 'r', 1, 1, NULL, NULL, 'main#menu', NULL, ?);
                    INSERT INTO transcript VALUES (1, 1, NULL, 1, 'wages unpaid', 'Since when?', 'free text', 'main#menu', NULL);
                    INSERT INTO transcript VALUES (2, 1, NULL, 2, '', NULL, 'silence', 'main#menu', ?);
                    INSERT INTO cases VALUES (7, 1, 1, 'help', 'call after dark', 'main#help', 1, NULL);
                    INSERT INTO outbox (person, address, channel, text, created_at, due_at) VALUES (1, 1, 'sms', 'come tomorrow', 1, 1);
                    INSERT INTO requests (session, number, channel, system, path, body, within, step, deadline_at)
                    VALUES (1, 1, 'sms', 'jobs', '/jobs?city=Shenzhen', 'private body', 5, 'main#menu', 9);
                    INSERT INTO long_messages VALUES (1, x'02', 'sms', x'01', ?, 2, 1, 38, 10, 20, NULL);
                    INSERT INTO parts VALUES (1, 1, x'03', ?);
                    """,
                arguments: [
                    Data(Person().encoded()), Data(number), Data(session.encoded()), flags, Data(number), Data(part),
                ])
        }
        try queue.close()
    }
}
