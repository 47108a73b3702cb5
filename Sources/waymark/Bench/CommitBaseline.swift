import Foundation
import GRDB
import Sealing
import Storage

/// What SQLite alone commits: the rows of the benchmark's conversations, written by plain statements in groups of a
/// given size, each group one durable transaction. The gateway's rate is told as a share of it.
struct CommitBaseline {
    let folder: String
    /// Turns in one transaction.
    let group: Int

    /// Turns per second over about `seconds`.
    func measure(seconds: Double) async throws -> Double {
        let path = folder + "/baseline.sqlite"
        let store = try SQLStore(path: path, keys: KeyRing(.random()))
        await store.close()
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try await queue.writeWithoutTransaction { database in
            try database.execute(
                sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000")
            return try Rows(database: database, group: group).write(seconds: seconds)
        }
    }
}

/// Writes what turns leave behind.
private final class Rows {
    private let database: Database
    private let group: Int
    private let state = Data(repeating: 7, count: 130)
    private let answer = Data(repeating: 8, count: 220)
    private let line = Data(repeating: 6, count: 135)
    private var turn = 0

    init(database: Database, group: Int) {
        self.database = database
        self.group = max(1, group)
    }

    func write(seconds: Double) throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        let end = start + .seconds(seconds)
        while clock.now < end {
            try database.inTransaction(.immediate) {
                for _ in 0..<group { try writeTurn() }
                return .commit
            }
        }
        return Double(turn) / (clock.now - start).inSeconds
    }

    /// One turn of a conversation of four: begins, goes on twice, ends.
    private func writeTurn() throws {
        let person = turn / 4 + 1
        switch turn % 4 {
        case 0: try begin(person)
        case 3: try end(person)
        default: try advance(person)
        }
        try run(
            """
            INSERT INTO transcript (session, person, at, step, line) VALUES (?, NULL, ?, 'main#pay', ?)
            """,
            [person, turn, line])
        var key = [UInt8](repeating: 0, count: 16)
        for place in key.indices { key[place] = UInt8.random(in: 0...255) }
        try run("INSERT INTO inbound_keys (key, at, answer) VALUES (?, ?, ?)", [Data(key), turn, answer])
        turn += 1
    }

    private func begin(_ person: Int) throws {
        try run(
            "INSERT INTO persons (id, record, created_at) VALUES (?, ?, ?)",
            [person, Data(repeating: 1, count: 8), turn])
        try run(
            """
            INSERT INTO addresses (id, person, fingerprint, sealed, channel, created_at) \
            VALUES (?, ?, ?, ?, 'bench', ?)
            """,
            [person, person, Data("\(person) of the bench".utf8), Data(repeating: 2, count: 40), turn])
        try run(
            """
            INSERT INTO sessions (id, person, address, channel, revision, began_at, last_at, step, silence_at, state) \
            VALUES (?, ?, ?, 'bench', 'r', ?, ?, 'main#start', ?, ?)
            """,
            [person, person, person, turn, turn, turn, state])
        try run("INSERT INTO timers (session, due_at) VALUES (?, ?)", [person, turn])
    }

    private func advance(_ person: Int) throws {
        try run(
            "UPDATE sessions SET last_at = ?, step = 'main#pay', silence_at = ?, state = ? WHERE id = ?",
            [turn, turn, state, person])
    }

    private func end(_ person: Int) throws {
        try run(
            "UPDATE sessions SET ended_at = ?, outcome = 'finished', silence_at = NULL, state = NULL WHERE id = ?",
            [turn, person])
        try run("DELETE FROM timers WHERE session = ?", [person])
    }

    private func run(_ sql: String, _ values: [any DatabaseValueConvertible]) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }
}
