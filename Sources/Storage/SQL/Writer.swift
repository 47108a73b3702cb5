import Sealing

/// What one group of changes is written with: the connection inside its transaction, the statements of the path of
/// every turn, looked up once for the whole group, and what is remembered from the groups before.
struct Writer {
    let database: any Connection
    let turns: TurnQueries
    let keys: KeyRing
    var memory: Memory

    /// - Parameters:
    ///   - version: The number of the database's state as the transaction began.
    ///   - memory: What the group before remembered; it counts if nobody else wrote since.
    init(
        _ database: any Connection, at version: Int64, keys: KeyRing, memory: consuming Memory?
    ) throws(StoreFault) {
        self.database = database
        self.keys = keys
        turns = try TurnQueries(database)
        if let memory, memory.version == version {
            self.memory = memory
        } else {
            let sql = "SELECT coalesce(max(number), 0) + 1 FROM cases"
            let nextCase = try Query(database, sql).first { Int($0.integer(0)) } ?? 1
            let partBytes = try Query(database, PartSQL.waitingBytes).first { Int($0.integer(0)) } ?? 0
            let mayHold = try Query(database, HoldSQL.isAny).first { $0.integer(0) == 1 } ?? false
            self.memory = Memory(version: version, nextCase: nextCase, partBytes: partBytes, mayHold: mayHold)
        }
    }

    /// How many rows the last statement that writes has written.
    var changes: Int {
        get throws(StoreFault) { try database.changes }
    }

    /// A statement that is not on the path of every turn.
    func query(_ sql: String) throws(StoreFault) -> Query {
        try Query(database, sql)
    }
}
