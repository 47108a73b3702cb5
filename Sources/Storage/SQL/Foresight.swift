import Expressions

/// What an arrival will ask the database for before anything else.
struct Prefetch: Sendable {
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
    /// Numbers for what begins; nil where the database gives each at once.
    var numbers: Numbers?
    /// Those who are there.
    var known: [(fingerprint: [UInt8], address: KnownAddress, person: KnownPerson)] = []
}

/// Numbers that were taken for sessions that begin, for people and for addresses that are new, in their order. Those that
/// are left count for the next group; those that are never used are nobody's.
final class Numbers {
    var sessions: ArraySlice<Int64> = []
    var people: ArraySlice<Int64> = []
    var addresses: ArraySlice<Int64> = []
}

extension Writer {
    /// Puts what was asked for where it is looked for.
    mutating func remember(_ foresight: Foresight) {
        self.foresight = foresight
        for one in foresight.known {
            memory.put(one.address, for: one.fingerprint)
            memory.put(one.person, for: one.address.person)
        }
    }

    /// Keeps the key of something that counts once. Returns whether it was not there yet.
    mutating func keepKey(_ key: [UInt8], _ answer: [UInt8]? = nil, at: Timestamp) throws(StoreFault) -> Bool {
        guard foresight.freshKeys.remove(key) == nil else {
            try turns.addKey.run(key, at, answer)
            return true
        }
        try turns.rememberKey.run(key, at, answer)
        return try changes == 1
    }

    /// Adds a row with a number that was taken for it, if there is one: then nobody waits for the database to give one.
    /// Returns its number.
    func insert<each Argument: Bindable>(
        _ plain: Query, _ numbered: Query, _ numbers: ReferenceWritableKeyPath<Numbers, ArraySlice<Int64>>,
        _ arguments: repeat each Argument
    ) throws(StoreFault) -> Int64 {
        guard let id = foresight.numbers?[keyPath: numbers].popFirst() else {
            return try plain.inserted(repeat each arguments)
        }
        try numbered.run(repeat each arguments, id)
        return id
    }
}
