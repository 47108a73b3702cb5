import Conversation
import Expressions
import Sealing

/// SMS that are held while a USSD dialogue is open.
extension Writer {
    /// The texts of the statements about them; the tests ask for their query plans.
    enum HoldSQL {
        static let add = "INSERT INTO held_messages (address, channel, message, at, due_at) VALUES (?, ?, ?, ?, ?)"

        static let postpone = "UPDATE held_messages SET due_at = ? WHERE id = ?"

        static let drop = "DELETE FROM held_messages WHERE id = ?"

        /// On whatever number of hers.
        static let count = """
            SELECT count(*)
            FROM addresses JOIN held_messages ON held_messages.address = addresses.id
            WHERE addresses.person = ?
            """

        static let free = """
            UPDATE held_messages SET due_at = ? WHERE address IN (SELECT id FROM addresses WHERE person = ?)
            """

        static let dropHers = """
            DELETE FROM held_messages WHERE address IN (SELECT id FROM addresses WHERE person = ?)
            """

        static let dropThere = "DELETE FROM held_messages WHERE address = ?"

        /// The oldest of each person.
        static let due = """
            SELECT held_messages.id, held_messages.channel
            FROM held_messages JOIN addresses ON addresses.id = held_messages.address
            WHERE held_messages.due_at <= ? AND NOT EXISTS (
                SELECT 1
                FROM addresses AS hers JOIN held_messages AS earlier ON earlier.address = hers.id
                WHERE hers.person = addresses.person AND earlier.id < held_messages.id)
            ORDER BY held_messages.due_at LIMIT ?
            """

        static let find = """
            SELECT addresses.fingerprint, held_messages.channel, held_messages.message, held_messages.at
            FROM held_messages JOIN addresses ON addresses.id = held_messages.address
            WHERE held_messages.id = ? AND held_messages.due_at <= ?
            """

        static let isAny = "SELECT EXISTS (SELECT 1 FROM held_messages)"

        static let all = [add, postpone, drop, count, free, dropHers, dropThere, due, find]
    }

    /// How many are held of whoever has an address.
    func heldCount(of address: KnownAddress) throws(StoreFault) -> Int {
        guard memory.mayHold else { return 0 }
        return try query(HoldSQL.count).first(address.person) { Int($0.integer(0)) } ?? 0
    }

    /// Holds an SMS.
    ///
    /// - Parameter held: Its number, when it was held before.
    mutating func hold(
        _ decision: Decision, _ arrival: Arrival, at address: KnownAddress?, again held: Int64?
    ) throws(StoreFault) -> Settlement {
        guard let hold = decision.turn.hold, let address, case .address(_, let channel) = arrival.subject else {
            throw StoreFault(.refused, "only an SMS from a known number can be held")
        }
        if let held {
            try query(HoldSQL.postpone).run(hold.until, held)
        } else {
            try query(HoldSQL.add).run(address.id, channel, seal(hold.text, as: .held), arrival.at, hold.until)
            memory.mayHold = true
        }
        return Settlement(
            answer: decision.answer, isRepeat: false, hasOutgoing: false, isHeld: true,
            hasFreed: try free(decision.turn, address.person, at: arrival.at))
    }

    /// What is held of a person is due where a turn says so. Returns whether anything is.
    func free(_ turn: Turn, _ person: Int64, at: Timestamp) throws(StoreFault) -> Bool {
        guard turn.frees, memory.mayHold else { return false }
        try query(HoldSQL.free).run(at, person)
        return try changes > 0
    }

    /// Whoever wants no messages gets no answer any more: neither she nor, on a shared number, the others.
    func dropHeld(after turn: Turn, wasStopped: Bool, _ address: KnownAddress) throws(StoreFault) {
        guard memory.mayHold else { return }
        if turn.person.isStopped, !wasStopped { try query(HoldSQL.dropHers).run(address.person) }
        if turn.address?.isStopped == true { try query(HoldSQL.dropThere).run(address.id) }
    }

    /// Lets an SMS that was held advance the conversation of whoever has its number by now.
    mutating func takeHeld(
        _ id: HeldID, at: Timestamp, _ decide: HeldDecision
    ) throws(StoreFault) -> Settlement {
        let row = try query(HoldSQL.find).first(id.rawValue, at) { columns in
            (
                fingerprint: columns.bytes(0), channel: columns.text(1), sealed: columns.bytes(2),
                since: Timestamp(milliseconds: columns.integer(3))
            )
        }
        guard let row else { return Settlement(answer: nil, isRepeat: true, hasOutgoing: false) }
        guard let text = try? openText(row.sealed, as: .held) else {
            try drop(held: id.rawValue)  // one that was damaged since counts as one that never came
            return Settlement(answer: nil, isRepeat: true, hasOutgoing: false)
        }
        let message = HeldMessage(text: text, since: row.since)
        let address = AddressKey(fingerprint: row.fingerprint, number: "")  // it is known, so the number is not written
        let arrival = Arrival(key: nil, subject: .address(address, channel: row.channel), at: at)
        return try advance(arrival, taking: id.rawValue) { decide($0, message) }
    }

    /// One that is dealt with goes.
    mutating func drop(held id: Int64) throws(StoreFault) {
        try query(HoldSQL.drop).run(id)
        memory.mayHold = try query(HoldSQL.isAny).first { $0.integer(0) == 1 } ?? false
    }
}
