import GRDB
import Testing

@testable import Storage

extension SQLStore {
    /// SQLite's own connections, for what only SQLite can be asked.
    var pool: DatabasePool {
        get throws { try #require(engine as? SQLiteEngine).pool }
    }
}
