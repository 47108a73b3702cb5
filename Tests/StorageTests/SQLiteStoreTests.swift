import Conversation
import Delivery
import Dispatch
import Expressions
import GRDB
import Sealing
import TestSupport
import Testing

@testable import Storage

struct SQLiteStoreTests {
    private let folder: TemporaryFolder
    private let keys = KeyRing(.random())

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `commits survive a loss of power`() throws {
        let store = try open()
        let modes = try store.pool.writeWithoutTransaction { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA synchronous"),
                try String.fetchOne(database, sql: "PRAGMA journal_mode"),
                try Int.fetchOne(database, sql: "PRAGMA foreign_keys")
            )
        }
        #expect(modes == (2, "wal", 1))
    }

    @Test func `every table is strict`() throws {
        let loose = try open().pool.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type = 'table' AND strict = 0
                      AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%'
                    """)
        }
        #expect(loose.isEmpty)
    }

    @Test func `the schema of every version is brought up to date and keeps what was there`() async throws {
        for version in Migration.all {
            let path = folder.file(version.name)
            let queue = try DatabaseQueue(path: path)
            try Migration.migrator(keys).migrate(queue, upTo: version.name)
            try await queue.write { database in
                try database.execute(sql: "INSERT INTO persons (record, created_at) VALUES (x'01000000', 1)")
                try database.execute(sql: "PRAGMA application_id = \(DatabaseOpening.applicationID)")
            }
            try queue.close()
            let store = try SQLStore(path: path, keys: keys)
            #expect(try await store.counts().persons == 1)
        }
    }

    @Test func `a full disk is a fault that says so, and nothing is kept`() async throws {
        let store = try open()
        try await store.fill()
        let fault = await #expect(throws: StoreFault.self) {
            try await store.advance(arrival(1)) { snapshot in
                var turn = Turn(person: snapshot.person, session: nil)
                turn.input = String(repeating: "long ", count: 20_000)
                return Decision(turn: turn)
            }
        }
        #expect(fault?.code == .full)
        #expect(fault?.message == "the disk of the database is full, so nothing was kept: make room on it")
        #expect(try await store.counts() == StoreCounts())
    }

    @Test func `more than may wait is refused at once`() async throws {
        var settings = SQLiteSettings()
        settings.groups.queue = 3
        let store = try SQLStore(path: folder.file("waymark.db"), keys: keys, settings: settings)
        let isFree = DispatchSemaphore(value: 0)
        try store.pool.asyncWriteWithoutTransaction { _ in isFree.wait() }
        let codes = await withTaskGroup(of: StoreFault.Code?.self) { group in
            for person in 1...8 { group.addTask { await store.fault(advancing: person)?.code } }
            var codes: [StoreFault.Code?] = []
            for _ in 1...5 { codes.append(await group.next() ?? nil) }
            isFree.signal()
            for await code in group { codes.append(code) }
            return codes
        }
        #expect(codes == [.busy, .busy, .busy, .busy, .busy, nil, nil, nil])
    }

    @Test func `what a provider took is written down, however much waits`() async throws {
        var settings = SQLiteSettings()
        settings.groups.queue = 1
        let store = try SQLStore(path: folder.file("waymark.db"), keys: keys, settings: settings)
        _ = try await store.advance(arrival(1)) { snapshot in
            Decision(turn: snapshot.unchanged.turn, outgoing: [OutboxDraft(channel: "sms", text: "hello")])
        }
        let now = Timestamp(milliseconds: 1_000)
        let row = try #require(try await store.claimOutbox(rooms: ["sms": 9], at: now, lease: 1).first)
        let isFree = DispatchSemaphore(value: 0)
        try store.pool.asyncWriteWithoutTransaction { _ in isFree.wait() }
        let codes = await withTaskGroup(of: StoreFault.Code?.self) { group in
            for person in 2...3 { group.addTask { await store.fault(advancing: person)?.code } }
            let refused = await group.next() ?? nil  // from here on the queue is full
            async let settled: Void? = try? store.settleOutbox([OutboxResult(id: row.id, action: .sent, at: now)])
            for _ in 0..<100_000 where store.statistics.waiting < 2 { await Task.yield() }
            isFree.signal()
            return [refused, await group.next() ?? nil, await settled == nil ? .closed : nil]
        }
        #expect(codes == [.busy, nil, nil])
        #expect(try await store.claimOutbox(rooms: ["sms": 9], at: now + 9, lease: 1).isEmpty)
    }

    @Test func `changes that wait together share commits`() async throws {
        let store = try open()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in 1...300 {
                group.addTask { _ = try await store.advance(arrival(person)) { $0.unchanged } }
            }
            try await group.waitForAll()
        }
        let statistics = store.statistics
        #expect(statistics.members == 300)
        #expect(statistics.groups < 300)
        #expect(statistics.largest > 1)
    }

    @Test func `a session whose bytes are damaged is ended, flagged, and she begins anew`() async throws {
        let store = try open()
        _ = try await store.advance(arrival(1)) { $0.begun }
        try await elsewhere { try $0.execute(sql: "UPDATE sessions SET state = x'63'") }
        _ = try await store.advance(arrival(1)) { snapshot in
            #expect(snapshot.session == nil)
            return snapshot.begun
        }
        let sessions = try await store.recentSessions(limit: 9)
        #expect(sessions.map(\.outcome) == [nil, .restarted])
        let flags = try await store.transcript(of: sessions[0].id).flatMap(\.flags)
        #expect(flags.map(\.kind) == [.place])
        #expect(flags.first?.detail.hasPrefix("the session was lost: ") == true)
    }

    @Test func `what another process writes is seen by the next turn`() async throws {
        let store = try open()
        _ = try await store.advance(arrival(1)) { $0.begun }
        try await elsewhere { database in
            try database.execute(
                sql: """
                    UPDATE sessions SET ended_at = 2, outcome = 'stopped', state = NULL;
                    INSERT INTO cases (number, person, topic, words, step, opened_at) VALUES (41, 1, '', x'', '', 1)
                    """)
        }
        _ = try await store.advance(arrival(1)) { snapshot in
            #expect((snapshot.caseNumber, snapshot.session) == (42, nil))
            return snapshot.unchanged
        }
    }

    @Test func `a group that fails leaves nothing in memory`() async throws {
        let store = try open()
        _ = try await store.advance(arrival(1)) { $0.begun }
        await #expect(throws: StoreFault.self) {
            try await store.advance(arrival(1)) { snapshot in
                var turn = Turn(person: Person(language: "fr"), session: nil)
                turn.cases = [1, 1].map { OpenedCase(number: $0, topic: "", note: "", step: "") }
                return Decision(turn: turn)
            }
        }
        _ = try await store.advance(arrival(1)) { snapshot in
            #expect((snapshot.person, snapshot.session) == (Person(), snapshot.begun.turn.session))
            return snapshot.unchanged
        }
    }

    /// Writes to the database as another process would.
    private func elsewhere(_ write: @escaping @Sendable (Database) throws -> Void) async throws {
        let queue = try DatabaseQueue(path: folder.file("waymark.db"))
        try await queue.write(write)
        try queue.close()
    }

    private func open() throws -> SQLStore {
        try SQLStore(path: folder.file("waymark.db"), keys: keys)
    }
}

/// A person's message at 1 ms.
private func arrival(_ person: Int) -> Arrival {
    let address = AddressKey(fingerprint: Array("\(person)".utf8), number: "\(person)")
    return Arrival(key: nil, subject: .address(address, channel: "sms"), at: Timestamp(milliseconds: 1))
}

extension Snapshot {
    /// A decision that changes nothing.
    fileprivate var unchanged: Decision { Decision(turn: Turn(person: person, session: session)) }

    /// A decision that begins a session.
    fileprivate var begun: Decision {
        let now = Timestamp(milliseconds: 1)
        var turn = Turn(
            person: person,
            session: Session(
                revision: RevisionID("r"), language: "en", kind: .sms, startedAt: now, lastAt: now,
                frames: [Frame(id: 0, step: "main#menu")], nextFrame: 1))
        turn.isBeginning = true
        turn.input = "hello"
        return Decision(turn: turn)
    }
}

extension SQLStore {
    /// Lets the database grow no more.
    fileprivate func fill() async throws {
        _ = try await pool.writeWithoutTransaction { database in
            try Int.fetchOne(database, sql: "PRAGMA max_page_count = 1")
        }
    }

    fileprivate func fault(advancing person: Int) async -> StoreFault? {
        do throws(StoreFault) {
            _ = try await advance(arrival(person)) { $0.unchanged }
            return nil
        } catch {
            return error
        }
    }
}
