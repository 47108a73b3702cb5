/// What is remembered of the database from one group of changes to the next, so that people in the middle of a
/// conversation need not be looked up for every turn. It is true as long as nobody else writes and every group commits;
/// after anything else it is made anew, or those are forgotten whom others wrote about.
struct Memory {
    /// A person, and those of her numbers that led to her.
    private struct Remembered {
        var person: KnownPerson?
        var numbers: [(fingerprint: [UInt8], address: KnownAddress)] = []
    }

    /// People and numbers remembered, each: as many as fill a table of 4,096 places, of which a quarter stays free.
    private static let limit = 3_072

    /// The connection's number for the state in which others left the database.
    let version: Int64
    /// The number the next case gets.
    var nextCase = 1
    /// Bytes of all parts of long messages that wait.
    var partBytes = 0
    /// Whether an SMS of anybody may be held.
    var mayHold = false
    /// Whom a number led to, by its fingerprint.
    private var holders = Recent<[UInt8], Int64>(limit: limit)
    private var people = Recent<Int64, Remembered>(limit: limit)

    /// What counts for no database.
    static let none = Memory(version: .min)

    /// Knows nothing yet.
    init(version: Int64) {
        self.version = version
    }

    /// Holds whom a group is about. Whose numbers led to others meanwhile are found out later, when what is remembered proves
    /// to be over.
    mutating func hold(_ reach: Reach?, in database: any Connection) throws(StoreFault) -> Elsewhere {
        guard var reach else { return try database.hold([], nil) }
        var people: [Int64] = []
        var unknown: [[UInt8]] = []
        for fingerprint in reach.fingerprints {
            if let known = find(fingerprint) {
                people.append(known.person)
            } else {
                unknown.append(fingerprint)
            }
        }
        reach.fingerprints = unknown
        return try database.hold(people, reach)
    }
}

/// People and their numbers: whoever is forgotten is so with all of them.
extension Memory {
    /// The address with a fingerprint.
    mutating func find(_ fingerprint: [UInt8]) -> KnownAddress? {
        guard let holder = holders.find(fingerprint) else { return nil }
        return people.find(holder)?.numbers.first { $0.fingerprint == fingerprint }?.address
    }

    mutating func find(_ person: Int64) -> KnownPerson? { people.find(person)?.person }

    mutating func put(_ address: KnownAddress, for fingerprint: [UInt8]) {
        holders.put(address.person, for: fingerprint)
        people.change(address.person, or: Remembered()) { holder in
            holder.numbers.removeAll { $0.fingerprint == fingerprint }
            holder.numbers.append((fingerprint, address))
        }
    }

    mutating func put(_ person: KnownPerson, for id: Int64) {
        people.change(id, or: Remembered()) { $0.person = person }
    }

    mutating func forget(_ fingerprint: [UInt8]) { holders.forget(fingerprint) }

    mutating func forget(_ person: Int64) { people.forget(person) }

    mutating func forgetPeople() {
        holders.forgetAll()
        people.forgetAll()
    }
}

/// The database as a whole.
extension Memory {
    /// What is to be known of it.
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
