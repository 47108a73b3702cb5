/// What is remembered of the database from one group of changes to the next, so that people in the middle of a
/// conversation need not be looked up for every turn. It is true as long as nobody else writes and every group
/// commits; after anything else it is made anew.
struct Memory {
    /// People and addresses remembered, each.
    private static let limit = 8_192

    /// The connection's number for the state in which others left the database.
    let version: Int64
    /// The number the next case gets.
    var nextCase: Int
    /// Bytes of all parts of long messages that wait.
    var partBytes: Int
    /// Whether an SMS of anybody may be held.
    var mayHold: Bool
    /// By fingerprint.
    var addresses = Recent<[UInt8], KnownAddress>(limit: limit)
    /// By number.
    var people = Recent<Int64, KnownPerson>(limit: limit)

    /// People or numbers changed hands: they are looked up again.
    mutating func forgetPeople() {
        addresses.forgetAll()
        people.forgetAll()
    }

    init(version: Int64, nextCase: Int, partBytes: Int, mayHold: Bool) {
        self.mayHold = mayHold
        self.version = version
        self.nextCase = nextCase
        self.partBytes = partBytes
    }
}
