import GRDB

/// Reads a store behind the back of the gateways that serve from it, on a connection of its own.
package struct StoreWitness: Sendable {
    private enum Place: Sendable {
        case file(String)
        #if Postgres
            case server(PostgresSettings)
        #endif
    }

    private let place: Place

    /// Reads the SQLite database in a file.
    package init(file: String) {
        place = .file(file)
    }

    #if Postgres
        /// Reads the schema of a PostgreSQL database.
        package init(postgres settings: PostgresSettings) {
            place = .server(settings)
        }
    #endif

    /// What is in the store at this moment.
    package func tally() throws(StoreFault) -> StoreTally {
        try read { (database) throws(StoreFault) in try StoreTally(database) }
    }

    /// How many messages are neither sent nor given up.
    package func waitingMessages() throws(StoreFault) -> Int {
        try read { (database) throws(StoreFault) in
            let sql = "SELECT count(*) FROM outbox WHERE due_at IS NOT NULL"
            return try Query(database, sql).first { Int($0.integer(0)) } ?? 0
        }
    }

    /// What the engine itself finds wrong in how the store lies on the disk. PostgreSQL holds rows to each other by itself,
    /// so there only its checksums are asked.
    package func damage() throws(StoreFault) -> [String] {
        switch place {
        case .file:
            return try read { (database) throws(StoreFault) in
                let words = try Query(database, "PRAGMA integrity_check").all { $0.text(0) }
                let strays = try Query(database, "PRAGMA foreign_key_check").all { $0.text(0) }
                return (words == ["ok"] ? [] : ["the database is damaged: \(words.joined(separator: "; "))"])
                    + (strays.isEmpty ? [] : ["\(strays.count) rows of the database point to rows that are not there"])
            }
        #if Postgres
            case .server:
                return try read { (database) throws(StoreFault) in
                    let pages = try Query(database, PostgresSQL.failures).first { $0.integer(0) } ?? 0
                    return pages == 0 ? [] : ["the database has \(pages) damaged pages"]
                }
        #endif
        }
    }

    private func read<Value>(
        _ body: (any Connection) throws(StoreFault) -> Value
    ) throws(StoreFault) -> Value {
        switch place {
        case .file(let path):
            var configuration = Configuration()
            configuration.readonly = true
            do {
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                return try queue.read { try body(SQLiteConnection($0)) }
            } catch {
                throw StoreFault(error)
            }
        #if Postgres
            case .server(let settings):
                return try PostgresConnection(link: PostgresLink(settings)).reading(body)
        #endif
        }
    }
}
