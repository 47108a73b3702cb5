import Conversation
import Delivery
import Expressions
import Sealing

extension Writer {
    /// The texts of the statements about whose a number is; the tests ask for their query plans.
    enum IdentitySQL {
        static let keepState = """
            UPDATE addresses
            SET standing = ?, heard_at = ?, gate = ?, attempts = ?, shared = ?, stopped = ?, blocked_until = ?,
                objection_until = ?
            WHERE id = ?
            """

        static let addProfile = """
            INSERT INTO profiles (address, number, person)
            VALUES (?1, 1 + coalesce((SELECT max(number) FROM profiles WHERE address = ?1), 0), ?2)
            """

        static let leave = "UPDATE profiles SET left_at = ? WHERE address = ? AND person = ? AND left_at IS NULL"

        static let lead = "UPDATE addresses SET person = ? WHERE id = ?"

        static let liveAt = "SELECT id FROM sessions WHERE person = ? AND address = ? AND ended_at IS NULL"

        static let live = "SELECT id FROM sessions WHERE person = ? AND ended_at IS NULL"

        /// What is on its way is not called back; what of it comes back is not sent again.
        static let cancel = """
            UPDATE outbox
            SET due_at = iif(state = 1, due_at, NULL), settled_at = iif(state = 1, NULL, ?1),
                dead_reason = iif(state = 1, NULL, ?2), expires_at = ?1
            WHERE person = ?3 AND address = ?4 AND due_at IS NOT NULL
            """

        static let all = [keepState, addProfile, leave, lead, liveAt, live, cancel]
    }

    /// Keeps what a turn changes about its number, and gives up what waits for a number that is nobody's.
    mutating func keepState(
        of turn: Turn, _ address: KnownAddress, _ arrival: Arrival
    ) throws(StoreFault) -> KnownAddress {
        guard let state = turn.address, state != address.state else { return address }
        var address = address
        let gate = try state.gate.map { (gate) throws(StoreFault) in try seal(gate.encoded(), as: .gate) }
        try query(IdentitySQL.keepState).run(
            state.standing.rawValue, state.heardAt, gate,
            state.attempts == Attempts() ? nil : state.attempts.encoded(), state.isShared ? 1 : 0,
            state.isStopped ? 1 : 0, state.blockedUntil, state.objectionUntil, address.id)
        if state.standing == .unverified, address.state.standing == .verified {
            for person in try sharers(of: address) {
                try cancelMessages(to: person, at: address.id, .unverified, arrival.at)
            }
        }
        address.state = state
        if case .address(let key, _) = arrival.subject {
            memory.put(address, for: key.fingerprint)
        } else {
            memory.forgetPeople()  // numbers are remembered by their fingerprints, which only arrivals bring
        }
        return address
    }

    /// Lets a number lead to a new person. Who had it keeps her record; what waits for her there is given up.
    mutating func hand(
        _ address: KnownAddress, to newcomer: Person, _ arrival: Arrival
    ) throws(StoreFault) -> KnownAddress {
        for person in try sharers(of: address) {
            if let live = try query(IdentitySQL.liveAt).first(person, address.id, read: { $0.integer(0) }) {
                try countEnd(of: live, .moved)
                try end(live, .moved, step: nil, at: arrival.at)
            }
            try cancelMessages(to: person, at: address.id, .moved, arrival.at)
            try query(IdentitySQL.leave).run(arrival.at, address.id, person)
            memory.forget(person)
        }
        if memory.mayHold { try query(HoldSQL.dropThere).run(address.id) }
        let person = try turns.addPerson.inserted(seal(newcomer), arrival.at)
        try query(IdentitySQL.addProfile).run(address.id, person)
        try query(IdentitySQL.lead).run(person, address.id)
        let handed = KnownAddress(id: address.id, person: person, channel: address.channel, state: address.state)
        if case .address(let key, _) = arrival.subject { memory.put(handed, for: key.fingerprint) }
        return handed
    }

    func cancelMessages(
        to person: Int64, at address: Int64, _ reason: DeadReason, _ at: Timestamp
    ) throws(StoreFault) {
        try query(IdentitySQL.cancel).run(at, reason.description, person, address)
    }
}
