import GRDB
import Sealing

/// A connection of SQLite; it is used inside the queue of GRDB that owns it.
struct SQLiteConnection: Connection {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    func statement(_ sql: String) throws(StoreFault) -> any Statement {
        do {
            return SQLiteStatement(try database.cachedStatement(sql: sql).sqliteStatement)
        } catch {
            throw StoreFault(error)
        }
    }

    func ask(_ sql: String) {}

    func foresee(keys: [[UInt8]], fingerprints: [[UInt8]], _ ring: KeyRing) -> Foresight { Foresight() }

    var changes: Int { database.changesCount }

    var hasCompany: Bool { false }

    func gather(_: Duration) {}

    func begin(_: Company) throws(StoreFault) {
        try Query(self, "BEGIN IMMEDIATE").run()
    }

    /// <https://www.sqlite.org/pragma.html#pragma_data_version>
    func hold(_: [Int64], _: Reach?) throws(StoreFault) -> Elsewhere {
        Elsewhere(version: try Query(self, "PRAGMA data_version").first { $0.integer(0) } ?? 0)
    }

    func require(_: Int64?, _: [UInt8]?) {}

    func requireAlone() {}

    func commit() throws(StoreFault) {
        try Query(self, "COMMIT").run()
    }

    func rollBack() {
        if database.isInsideTransaction { try? Query(self, "ROLLBACK").run() }
    }
}
