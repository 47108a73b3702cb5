/// What is remembered of the database from one group of changes to the next, so that people in the middle of a
/// conversation need not be looked up for every turn. It is true as long as nobody else writes and every group
/// commits; after anything else it is made anew.
struct Memory {
    /// People and addresses remembered, each: as many as fill a table of 4,096 places, of which a quarter stays free.
    private static let limit = 3_072

    /// The connection's number for the state in which others left the database.
    let version: Int64
    /// The number the next case gets.
    var nextCase = 1
    /// Bytes of all parts of long messages that wait.
    var partBytes = 0
    /// Whether an SMS of anybody may be held.
    var mayHold = false
    /// By fingerprint.
    var addresses = Recent<[UInt8], KnownAddress>(limit: limit)
    /// By number.
    var people = Recent<Int64, KnownPerson>(limit: limit)

    /// Holds whom a group is about. Whose numbers led to others meanwhile are found out later, when what is remembered proves
    /// to be over.
    mutating func hold(_ reach: Reach?, in database: any Connection) throws(StoreFault) -> Int64 {
        guard var reach else { return try database.hold([], nil) }
        var people: [Int64] = []
        var unknown: [[UInt8]] = []
        for fingerprint in reach.fingerprints {
            if let known = addresses.find(fingerprint) {
                people.append(known.person)
            } else {
                unknown.append(fingerprint)
            }
        }
        reach.fingerprints = unknown
        return try database.hold(people, reach)
    }

    /// People or numbers changed hands: they are looked up again.
    mutating func forgetPeople() {
        addresses.forgetAll()
        people.forgetAll()
    }

    /// What counts for no database.
    static let none = Memory(version: .min)

    /// Knows nothing yet.
    init(version: Int64) {
        self.version = version
    }

    /// What is to be known of the database as a whole.
    static let sql = """
        SELECT (SELECT coalesce(max(number), 0) + 1 FROM cases), (\(Writer.PartSQL.waitingBytes)), (\(Writer.HoldSQL.isAny))
        """

    mutating func learn(from database: any Connection) throws(StoreFault) {
        let whole = try Query(database, Self.sql).first { columns in
            (nextCase: Int(columns.integer(0)), bytes: Int(columns.integer(1)), mayHold: columns.integer(2) == 1)
        }
        guard let whole else { return }
        (nextCase, partBytes, mayHold) = whole
    }
}
