import Conversation
import Expressions
import GRDB
import TestSupport
import Testing

@testable import Storage

/// Databases of every version, with rows in every table that it had.
struct MigrationDataTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(arguments: Migration.all.map(\.name))
    func `what a version kept is there after all later migrations`(name: String) async throws {
        let version = try #require(Migration.all.first { $0.name == name })
        let before = try MigrationRows.make(folder.file("waymark.db"), upTo: version)
        let store = try SQLStore(path: folder.file("waymark.db"), keys: MigrationRows.keys)
        let (after, strays) = try await store.pool.read { database in
            (try MigrationRows.counts(database), try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count)
        }
        for (table, count) in before { #expect((after[table] ?? 0) >= count, "\(table)") }
        #expect(strays == 0)
        try await store.inspect()
        try await expectConversations(in: store)
        await store.close()
    }

    @Test func `every table of the newest version has rows in this test`() throws {
        let newest = try #require(Migration.all.last)
        let counts = try MigrationRows.make(folder.file("waymark.db"), upTo: newest)
        #expect(counts.filter { $0.value == 0 }.keys.sorted() == [])
    }

    private func expectConversations(in store: SQLStore) async throws {
        let sessions = try await store.recentSessions(limit: 9)
        #expect(sessions.map(\.outcome) == [.finished, nil])
        let open = try #require(sessions.last)
        #expect(try await store.transcript(of: open.id).map(\.input) == ["wages unpaid"])
        #expect(try await store.transcript(of: open.id).map(\.reply) == ["Since when?"])
        #expect(try await store.openCases(limit: 9).map(\.note) == ["call after dark"])
        #expect(
            try await Set(store.messages(to: open.person, limit: 9).map(\.text)) == ["come tomorrow", "come today"])
        #expect(try await store.dueTimers(at: Timestamp(milliseconds: 99), limit: 9).count == 1)
    }
}
