import Expressions
import GRDB

/// SQLite in one file: one connection writes, some read beside it.
struct SQLiteEngine: Engine {
    let pool: DatabasePool
    private let log: LogScrubber

    init(_ pool: DatabasePool, _ settings: SQLiteSettings) {
        self.pool = pool
        log = LogScrubber(pool, settings)
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws(StoreFault) -> Value
    ) async throws(StoreFault) -> Value {
        do {
            return try await pool.read { database in try body(SQLiteConnection(database)) }
        } catch {
            throw StoreFault(error)
        }
    }

    func write(_ body: @escaping @Sendable (Result<any Connection, StoreFault>) -> Void) {
        pool.asyncWriteWithoutTransaction { database in body(.success(SQLiteConnection(database))) }
    }

    func check() async throws(StoreFault) {
        _ = try await read { (database) throws(StoreFault) in
            try Query(database, "SELECT 1 FROM sqlite_schema LIMIT 1").first { $0.integer(0) }
        }
    }

    /// By a connection of its own: it takes minutes with millions of people, and holds up nobody who reads or writes.
    /// <https://www.sqlite.org/pragma.html#pragma_quick_check>
    func inspect() async throws(StoreFault) {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.label = "inspection"
            let queue = try DatabaseQueue(path: pool.path, configuration: configuration)
            let words = try await queue.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
            try queue.close()
            guard words == ["ok"] else {
                throw StoreFault(
                    .damaged, "the database is damaged (\(words.joined(separator: "; "))): restore it from a backup")
            }
        } catch {
            throw StoreFault(error)
        }
    }

    func scrub(erasedAt last: Int64?) async {
        await log.scrub(erasedAt: last)
    }

    func dropPartitions(_ kept: KeptTexts, at: Timestamp) -> DroppedTexts { DroppedTexts() }

    var grace: Int64 { 0 }

    /// The file is this process's alone.
    func listen(_ act: @escaping @Sendable () -> Void) {}

    func close() async {
        _ = try? await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA optimize") }
        await log.empty()
        try? pool.close()
    }
}
