import Conversation
import Delivery
import Expressions
import Sealing

/// Several people on one phone.
extension Writer {
    /// The texts of the statements about them; the tests ask for their query plans.
    enum SharingSQL {
        static let sharers = "SELECT person FROM profiles WHERE address = ? AND left_at IS NULL ORDER BY number"

        static let sharer = """
            SELECT persons.record, sessions.state
            FROM persons LEFT JOIN sessions ON sessions.person = persons.id AND sessions.ended_at IS NULL
            WHERE persons.id = ?
            """

        static let all = [sharers, sharer]
    }

    /// Who uses a number, in the order they came.
    func sharers(of address: KnownAddress) throws(StoreFault) -> [Int64] {
        try query(SharingSQL.sharers).all(address.id) { $0.integer(0) }
    }

    /// One of them, and the conversation she is in; one that cannot be read is as none.
    func sharer(_ person: Int64) throws(StoreFault) -> Sharer? {
        let keys = keys
        return try query(SharingSQL.sharer).first(person) { (columns) throws(StoreFault) in
            Sharer(
                holder: Holder(id: person, person: try Person(columns.bytes(0), of: person, keys)),
                session: columns.optional(1, columns.bytes).flatMap {
                    try? Session(decoding: keys.open($0, as: .session))
                })
        }
    }

    /// Somebody new begins beside those who use a number.
    mutating func join(
        _ address: KnownAddress, _ newcomer: Person, _ arrival: Arrival
    ) throws(StoreFault) -> KnownAddress {
        let person = try turns.addPerson.inserted(seal(newcomer), arrival.at)
        try query(IdentitySQL.addProfile).run(address.id, person)
        return try lead(address, to: person, arrival)
    }

    /// A number leads to another of the people who use it, whose record is changed by that.
    mutating func choose(
        _ person: Int64, at address: KnownAddress, _ record: Person, _ arrival: Arrival
    ) throws(StoreFault) -> KnownAddress {
        guard try sharers(of: address).contains(person) else {
            throw StoreFault(.refused, "person \(person) does not use the number any more")
        }
        try turns.changePerson.run(seal(record), person)
        memory.forget(person)
        return try lead(address, to: person, arrival)
    }

    private mutating func lead(
        _ address: KnownAddress, to person: Int64, _ arrival: Arrival
    ) throws(StoreFault) -> KnownAddress {
        try query(IdentitySQL.lead).run(person, address.id)
        let led = KnownAddress(id: address.id, person: person, channel: address.channel, state: address.state)
        guard case .address(let key, _) = arrival.subject else { return led }
        memory.put(led, for: key.fingerprint)
        return try keepChannel(of: arrival, led)
    }

    /// Whose conversation a turn went on with: hers who was chosen, nobody's where somebody new began.
    mutating func known(
        _ known: KnownPerson?, at address: KnownAddress, after move: Move?, _ arrival: Arrival
    ) throws(StoreFault) -> KnownPerson? {
        switch move {
        case .newcomer, .sharer: nil
        case .choice: try person(of: address, arrival)
        case .claim, nil: known
        }
    }

    /// STOP of one of them is for all: what waits for the others on this phone is given up, too.
    func stopOthers(_ turn: Turn, _ address: KnownAddress, at: Timestamp) throws(StoreFault) {
        guard turn.address?.isShared == true, turn.address?.isStopped == true else { return }
        for person in try sharers(of: address) {
            try cancelMessages(to: person, at: address.id, .optedOut, at)
        }
    }
}
