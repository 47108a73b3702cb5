import Conversation
import Expressions
import Sealing

/// People are erased.
extension Writer {
    /// Erases whoever said so, and sends what tells her so. Who is told by a message is a guest of whom nothing is known
    /// until it has gone.
    mutating func forget(
        _ address: KnownAddress, telling messages: [OutboxDraft], at: Timestamp
    ) throws(StoreFault) {
        let newcomer = try erase(address.person, keeping: messages.isEmpty ? nil : address.id, at: at)
        guard let newcomer else { return }
        for message in messages {
            try add(message, to: newcomer, at: address.id, now: at)
        }
    }

    /// Erases a person and everything that was said by her and to her.
    ///
    /// - Parameter kept: A number of hers that is needed for a last message.
    /// - Returns: Who has that number now.
    @discardableResult mutating func erase(
        _ person: Int64, keeping kept: Int64? = nil, at: Timestamp
    ) throws(StoreFault) -> Int64? {
        let begun = try query(ErasingSQL.begun).all(person) { $0.integer(0) }
        let record = try query(ClaimSQL.record).first(person) { $0.bytes(0) } ?? []
        let isStopped = (try? Person(record, of: person, keys))?.isStopped ?? false
        for sql in ErasingSQL.drop { try query(sql).run(person) }
        try keepingNewestNumber(at: at) { (writer) throws(StoreFault) in
            for sql in ErasingSQL.messages { try writer.query(sql).run(person) }
        }
        try query(ErasingSQL.closeCases).run(person, seal("", as: .note), at)
        try query(PassageSQL.endOfPerson).run(person)
        try query(ErasingSQL.leaveSessions).run(person, at)
        for other in begun { try erase(other, at: at) }
        var heir: Int64?
        for number in try numbers(of: person) {
            let isKept = number.address == kept
            let newcomer = try part(person, from: number, isStopped: isStopped, isKept: isKept, at: at)
            if isKept { heir = newcomer }
        }
        try query(ErasingSQL.blankPerson).run(at, person)
        memory.forget(person)
        return heir
    }

    /// Whether a number that nobody is known on belongs to someone who was erased and wants no messages.
    func isSuppressed(_ subject: Subject) throws(StoreFault) -> Bool {
        guard case .address(let key, _) = subject else { return false }
        return try query(PartingSQL.isSuppressed).first(key.fingerprint, read: { $0.integer(0) }) != nil
    }

    /// When somebody was erased last; nil when nobody ever was.
    func lastErased() throws(StoreFault) -> Int64? {
        try query(ErasingSQL.lastErased).first { $0.optional(0, $0.integer) } ?? nil
    }

    /// A number that she has or had.
    private struct Number {
        let address: Int64
        /// Whom it leads to.
        let holder: Int64
        let fingerprint: [UInt8]
        let gate: Gate?
        let isStopped: Bool
        /// Whether it is hers no more.
        let isLeft: Bool
    }

    private func numbers(of person: Int64) throws(StoreFault) -> [Number] {
        let keys = keys
        return try query(PartingSQL.numbers).all(person) { columns in
            Number(
                address: columns.integer(0), holder: columns.integer(1), fingerprint: columns.bytes(2),
                gate: columns.optional(3, columns.bytes).flatMap { try? Gate(decoding: keys.open($0, as: .gate)) },
                isStopped: columns.integer(4) == 1, isLeft: !columns.isNull(5))
        }
    }

    /// Takes a number from her. Where others have or had it too, or where it is still needed, somebody new has her place.
    ///
    /// - Returns: The newcomer.
    private mutating func part(
        _ person: Int64, from number: Number, isStopped: Bool, isKept: Bool, at: Timestamp
    ) throws(StoreFault) -> Int64? {
        memory.forget(number.fingerprint)
        let hasOthers = try query(PartingSQL.others).first(number.address, person, read: { $0.integer(0) }) != nil
        guard isKept || hasOthers else {
            if isStopped || number.isStopped || number.gate?.isStopped == true {
                try query(PartingSQL.suppress).run(number.fingerprint, at)
            }
            try blank(number, of: person)
            return nil
        }
        guard !number.isLeft || number.holder == person else {
            try query(PartingSQL.dropProfile).run(number.address, person)
            return nil
        }
        let newcomer = try turns.addPerson.inserted(seal(Person(isStopped: isStopped)), at)
        try query(PartingSQL.replace).run(newcomer, number.address, person)
        let gate = try number.gate?.without(person).map { (gate) throws(StoreFault) in
            try seal(gate.encoded(), as: .gate)
        }
        let holder = number.holder == person ? newcomer : number.holder
        try query(PartingSQL.lead).run(holder, gate, number.address)
        if !hasOthers { try query(GuestSQL.add).run(newcomer, at) }
        return newcomer
    }

    /// The number is nobody's, and nobody can tell which it was.
    private mutating func blank(_ number: Number, of person: Int64) throws(StoreFault) {
        let bytes = try query(PartingSQL.waitingBytes).first(number.fingerprint) { Int($0.integer(0)) } ?? 0
        try query(PartingSQL.dropLongMessages).run(number.fingerprint)
        memory.partBytes -= bytes
        try query(PartingSQL.dropProfile).run(number.address, person)
        try query(PartingSQL.blank).run(number.address)
    }
}
