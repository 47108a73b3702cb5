import GRDB
import Synchronization

/// Takes what was erased out of the write-ahead log, too: pages as they were before lie there until it is emptied.
/// <https://www.sqlite.org/wal.html#the_wal_file>
final class LogScrubber: Sendable {
    private let pool: DatabasePool
    /// When somebody was erased last before the log was emptied.
    private let scrubbed = Mutex<Int64?>(nil)

    init(_ pool: DatabasePool) {
        self.pool = pool
    }

    /// Empties the log if somebody was erased since it was emptied. While somebody reads that waits for the next time.
    func scrub(erasedAt last: Int64?) async {
        guard last != scrubbed.withLock({ $0 }), await empty() else { return }
        scrubbed.withLock { $0 = last }
    }

    /// Moves the log into the database. Returns whether it is empty.
    @discardableResult func empty() async -> Bool {
        let busy = try? await pool.writeWithoutTransaction { database in
            try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        return busy == 0
    }
}
