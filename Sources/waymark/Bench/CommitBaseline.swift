import Foundation
import GRDB
import Sealing
import Storage

/// What SQLite alone commits: the rows of the benchmark's conversations, written by plain statements in groups of a
/// given size, each group one durable transaction, with the settings of the store. The gateway's rate is told as a share of
/// it.
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
            let settings = SQLiteSettings()
            try database.execute(
                sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; "
                    + "PRAGMA wal_autocheckpoint = \(settings.checkpoint); PRAGMA cache_size = -\(settings.cache)")
            return try Rows(database: database, group: group).write(seconds: seconds)
        }
    }
}

/// Writes what turns leave behind. Nothing is looked up but by the conditions of the statements, and nothing is sealed.
private final class Rows {
    /// The moves of a turn: with the last one the session ends, too.
    private static let moves = [["", "1"], ["2"], ["1"], ["3", "end"]]

    private let database: Database
    private let group: Int
    private let state = Data(repeating: 7, count: 130)
    private let answer = Data(repeating: 8, count: 220)
    private let line = Data(repeating: 6, count: 160)
    private let revision = String(repeating: "a", count: 64)
    private var turn = 0
    /// How often each move was made since the last commit.
    private var passages: [String: Int] = [:]

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
                try writePassages()
                return .commit
            }
        }
        return Double(turn) / (clock.now - start).inSeconds
    }

    /// One turn of a conversation of four: begins, goes on twice, ends. As many conversations are under way as there are
    /// turns in a group.
    private func writeTurn() throws {
        let session = turn / (4 * group) * group + turn % group + 1
        let place = turn / group % 4
        switch place {
        case 0: try begin(session)
        case 3: try end(session)
        default: try advance(session)
        }
        for move in Self.moves[place] { passages[move, default: 0] += 1 }
        var key = Data(count: 16)
        for place in key.indices { key[place] = UInt8.random(in: 0...255) }
        try run("INSERT INTO inbound_keys (key, at, answer) VALUES (?, ?, ?)", [key, turn, answer])
        try run(
            """
            INSERT INTO transcript (session, person, at, step, line, arrival) VALUES (?, NULL, ?, 'main#pay', ?, ?)
            """,
            [session, turn, line, key])
        turn += 1
    }

    /// Of a person who is known from her first conversation on.
    private func begin(_ session: Int) throws {
        let person = (session - 1) % VirtualPhone.people + 1
        if session <= VirtualPhone.people {
            try run(
                "INSERT INTO persons (id, record, created_at) VALUES (?, ?, ?)",
                [person, Data(repeating: 1, count: 40), turn])
            try run(
                """
                INSERT INTO addresses (id, person, fingerprint, sealed, channel, created_at) \
                VALUES (?, ?, ?, ?, 'bench', ?)
                """,
                [person, person, Data("\(person) of the bench".utf8), Data(repeating: 2, count: 40), turn])
            try run("INSERT INTO profiles (address, number, person) VALUES (?, 1, ?)", [person, person])
        }
        try run(
            """
            INSERT INTO sessions (
                id, person, address, channel, revision, began_at, last_at, step, silence_at, state, flow, language, day) \
            VALUES (?, ?, ?, 'bench', ?, ?, ?, 'main#start', ?, ?, 'main', 'en', 20800)
            """,
            [session, person, person, revision, turn, turn, turn, state])
        try run("INSERT INTO timers (session, due_at) VALUES (?, ?)", [session, turn])
    }

    private func advance(_ session: Int) throws {
        try run(
            "UPDATE sessions SET last_at = ?, step = 'main#pay', silence_at = ?, state = ? WHERE id = ?",
            [turn, turn, state, session])
    }

    private func end(_ session: Int) throws {
        try run(
            "UPDATE sessions SET ended_at = ?, outcome = 'finished', silence_at = NULL, state = NULL WHERE id = ?",
            [turn, session])
        try run("DELETE FROM timers WHERE session = ?", [session])
        try run(
            """
            INSERT INTO needs (month, flow, place, language, outcome, total) VALUES ('2026-01', 'main', '', 'en', 'finished', 1)
            ON CONFLICT (month, flow, place, language, outcome) DO UPDATE SET total = needs.total + 1
            """, [])
    }

    private func writePassages() throws {
        for (move, count) in passages {
            try run(
                """
                INSERT INTO passages (flow, target_flow, day, revision, language, step, way, target, outcome, count)
                VALUES ('main', 'main', 20800, ?, 'en', 'main#start', ?, 'main#pay', '', ?)
                ON CONFLICT (flow, day, revision, language, step, way, target, outcome)
                DO UPDATE SET count = passages.count + excluded.count
                """,
                [revision, move, count])
        }
        passages.removeAll(keepingCapacity: true)
    }

    private func run(_ sql: String, _ values: [any DatabaseValueConvertible]) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }
}
