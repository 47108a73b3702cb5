import GRDB

extension SQLiteStore {
    /// By a connection of its own: it takes minutes with millions of people, and holds up nobody who reads or writes.
    /// <https://www.sqlite.org/pragma.html#pragma_quick_check>
    package func inspect() async throws(StoreFault) {
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
}
