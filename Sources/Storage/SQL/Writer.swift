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
    /// Those who are new with the group: nobody else can be about them yet.
    var newcomers: Set<Int64> = []
    /// How often each move was made that is not written yet.
    var passages: [CountedPassage: Int] = [:]
    /// How many conversations ended that are not counted yet.
    var needs: [CountedNeed: Int] = [:]

    /// Waits for whom a group is about, and asks for what it needs at once, where each question is a journey to the database.
    ///
    /// - Parameters:
    ///   - reach: What the group is about; nil where it is written alone.
    ///   - memory: What the group before remembered; it counts but for those whom others wrote about since. It is changed in
    ///     place, and nobody else may hold it: all that is in it would be copied with each group.
    ///   - prefetches: What the arrivals of the group need.
    init(
        _ database: any Connection, keys: KeyRing, memory: consuming Memory, for prefetches: [Prefetch],
        reaching reach: Reach?
    ) throws(StoreFault) {
        self.database = database
        self.keys = keys
        turns = try TurnQueries(database)
        self.memory = memory
        let elsewhere = try self.memory.hold(reach, in: database)
        let isKnown = self.memory.version == elsewhere.version
        if isKnown {
            for person in elsewhere.people { self.memory.forget(person) }
        } else {
            self.memory = Memory(version: elsewhere.version)
            try database.ask(Memory.sql)
        }
        let unknown = prefetches.compactMap(\.fingerprint).filter { self.memory.find($0) == nil }
        let foresight = try database.foresee(keys: prefetches.compactMap(\.key), fingerprints: unknown, keys)
        if !isKnown { try self.memory.learn(from: database) }
        remember(foresight)
    }

    /// Leaves what it remembers to the next group.
    mutating func leave() -> Memory {
        var left = Memory.none
        swap(&left, &memory)
        return left
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
