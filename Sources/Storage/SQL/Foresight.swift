import Expressions

/// What an arrival will ask the database for before anything else.
struct Need: Sendable {
    /// What would make it a repeat.
    let key: [UInt8]?
    /// Who it is from.
    let fingerprint: [UInt8]?

    init(_ arrival: Arrival) {
        key = arrival.key
        fingerprint = if case .address(let address, _) = arrival.subject { address.fingerprint } else { nil }
    }
}

/// What a group of arrivals will ask for, asked at once. Of what it says nothing the database is asked.
struct Foresight {
    /// Keys that no arrival had yet.
    var freshKeys: Set<[UInt8]> = []
    /// Fingerprints of numbers that nobody wrote from yet.
    var strangers: Set<[UInt8]> = []
    /// Numbers for sessions that begin, in their order. Those that are not used are nobody's.
    var sessions: ArraySlice<Int64> = []
    /// Those who are there.
    var known: [(fingerprint: [UInt8], address: KnownAddress, person: KnownPerson)] = []
}

extension Writer {
    /// Asks for what the arrivals of a group need, where each question costs a journey to the database.
    mutating func foresee(_ needs: [Need]) throws(StoreFault) {
        let unknown = needs.compactMap(\.fingerprint).filter { memory.addresses.find($0) == nil }
        foresight = try database.foresee(keys: needs.compactMap(\.key), fingerprints: unknown, keys)
        for one in foresight.known {
            memory.addresses.put(one.address, for: one.fingerprint)
            memory.people.put(one.person, for: one.address.person)
        }
    }

    /// Keeps the key of something that counts once. Returns whether it was not there yet.
    mutating func keepKey(_ key: [UInt8], _ answer: [UInt8]? = nil, at: Timestamp) throws(StoreFault) -> Bool {
        try turns.rememberKey.run(key, at, answer)
        if foresight.freshKeys.remove(key) != nil { return true }
        return try changes == 1
    }
}
