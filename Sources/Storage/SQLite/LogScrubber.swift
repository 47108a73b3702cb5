import GRDB
import Synchronization

/// Takes what was erased out of the write-ahead log, too: pages as they were before lie there until it is emptied.
/// <https://www.sqlite.org/wal.html#the_wal_file>
final class LogScrubber: Sendable {
    /// Milliseconds to wait for whoever reads: all turns would wait with it.
    private static let patience = 20

    private let pool: DatabasePool
    /// Seconds that everything else waits for whoever holds the database.
    private let lockWait: Int
    /// When somebody was erased last before the log was emptied.
    private let scrubbed = Mutex<Int64?>(nil)

    init(_ pool: DatabasePool, _ settings: SQLiteSettings) {
        self.pool = pool
        lockWait = settings.lockWait
    }

    /// Empties the log if somebody was erased since it was emptied. While somebody reads that waits for the next time.
    func scrub(erasedAt last: Int64?) async {
        guard last != scrubbed.withLock({ $0 }), await empty() else { return }
        scrubbed.withLock { $0 = last }
    }

    /// Moves the log into the database. Returns whether it is empty.
    @discardableResult func empty() async -> Bool {
        let lockWait = lockWait
        let busy = try? await pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA busy_timeout = \(Self.patience)")
            defer { try? database.execute(sql: "PRAGMA busy_timeout = \(lockWait * 1_000)") }
            return try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        return busy == 0
    }
}
