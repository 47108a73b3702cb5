import Sealing

/// What one group of changes is written with: the connection inside its transaction, the statements of the path of
/// every turn, looked up once for the whole group, and what is remembered from the groups before.
struct Writer {
    let database: any Connection
    let turns: TurnQueries
    let keys: KeyRing
    var memory: Memory
    /// What was asked for the whole group.
    var foresight = Foresight()
    /// How often each move was made that is not written yet.
    var passages: [CountedPassage: Int] = [:]

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
            let sql = """
                SELECT (SELECT coalesce(max(number), 0) + 1 FROM cases), (\(PartSQL.waitingBytes)), (\(HoldSQL.isAny))
                """
            let memory = try Query(database, sql).first { columns in
                Memory(
                    version: version, nextCase: Int(columns.integer(0)), partBytes: Int(columns.integer(1)),
                    mayHold: columns.integer(2) == 1)
            }
            self.memory = memory ?? Memory(version: version, nextCase: 1, partBytes: 0, mayHold: false)
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
