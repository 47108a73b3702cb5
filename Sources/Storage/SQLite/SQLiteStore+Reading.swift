package import Conversation
package import Expressions
import GRDB

extension SQLiteStore {
    package func nextOutboxDue(channels: [String], after: Timestamp) async throws(StoreFault) -> Timestamp? {
        try await read { (database) throws(StoreFault) in
            let query = try Query(database, Writer.OutboxSQL.nextDue)
            var next: Timestamp?
            for channel in channels {
                let due = try query.first(channel, after) { columns in columns.optional(0, columns.integer) } ?? nil
                guard let due = due.map(Timestamp.init(milliseconds:)) else { continue }
                next = next.map { min($0, due) } ?? due
            }
            return next
        }
    }

    package func nextTimerDue() async throws(StoreFault) -> Timestamp? {
        try await read { (database) throws(StoreFault) in
            let query = try Query(database, Writer.TimerSQL.next)
            let due = try query.first { columns in columns.optional(0, columns.integer) } ?? nil
            return due.map(Timestamp.init(milliseconds:))
        }
    }

    package func revision(_ id: RevisionID) async throws(StoreFault) -> [UInt8]? {
        try await read { (database) throws(StoreFault) in
            try Query(database, "SELECT archive FROM revisions WHERE hash = ?").first(id.hash) { $0.bytes(0) }
        }
    }

    package func revisionsInUse() async throws(StoreFault) -> [RevisionID: Int] {
        try await read { (database) throws(StoreFault) in
            let sql = """
                SELECT revision, count(*) FROM sessions WHERE ended_at IS NULL AND revision IS NOT NULL GROUP BY revision
                """
            let counts = try Query(database, sql).all { (RevisionID($0.text(0)), Int($0.integer(1))) }
            return Dictionary(counts) { first, _ in first }
        }
    }

    package func check() async throws(StoreFault) {
        try await read { (database) throws(StoreFault) in
            _ = try Query(database, "SELECT 1 FROM sqlite_schema LIMIT 1").first { $0.integer(0) }
        }
    }

    /// Reads in a snapshot of its own, beside whatever is being written.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws(StoreFault) -> Value
    ) async throws(StoreFault) -> Value {
        do {
            return try await pool.read { database in try body(database) }
        } catch {
            throw StoreFault(error)
        }
    }
}
