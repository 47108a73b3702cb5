import Conversation
import Delivery
import Expressions
import Sealing

/// Records that come to another number.
extension Writer {
    /// A decision, once the store has answered what it needs.
    func decided(
        _ snapshot: Snapshot, at now: Timestamp, _ decide: (Snapshot) -> Decision
    ) throws(StoreFault) -> Decision {
        try answering(snapshot, at: now, decide).decision
    }

    /// What a decision knows once the store has answered what it needs, and the decision.
    func answering(
        _ snapshot: Snapshot, at now: Timestamp, _ decide: (Snapshot) -> Decision
    ) throws(StoreFault) -> (snapshot: Snapshot, decision: Decision) {
        var snapshot = snapshot
        var decision = decide(snapshot)
        for _ in 0..<Lookup.most {
            guard let lookup = decision.lookup else { return (snapshot, decision) }
            var findings = snapshot.findings ?? Findings()
            try find(lookup, &findings, at: now)
            snapshot.findings = findings
            decision = decide(snapshot)
        }
        throw StoreFault(.refused, "a decision asks the store for more and more")
    }

    private func find(_ lookup: Lookup, _ findings: inout Findings, at now: Timestamp) throws(StoreFault) {
        switch lookup {
        case .code(let digest):
            let keys = keys
            let found = try query(ClaimSQL.code).first(digest, now) { (columns) throws(StoreFault) in
                Findings.Code.of(try Holder(columns, 1, keys), code: columns.integer(0))
            }
            findings.code = found ?? .nobody
        case .plea(let person): findings.isWaiting = try waits(person)
        case .sharer(let person): findings.sharer = try sharer(person)
        case .counts(let person): findings.counts = try counts(of: person, at: now)
        case .holders(let fingerprint):
            let keys = keys
            findings.holders = try query(ClaimSQL.holders).all(fingerprint) { (columns) throws(StoreFault) in
                try Holder(columns, 0, keys)
            }
        }
    }

    /// Lets a number lead to a record that was elsewhere. The one that was begun there becomes part of it.
    mutating func bring(
        _ claim: Claim, to address: KnownAddress, merged: Person, begun: Person, at: Timestamp
    ) throws(StoreFault) -> (address: KnownAddress, claim: Int64) {
        let (person, other) = (claim.holder, address.person)
        if let code = claim.code {
            try query(ClaimSQL.useCode).run(at, code)
            guard try changes == 1 else { throw StoreFault(.refused, "the claim code was used meanwhile") }
        }
        guard let before = try query(ClaimSQL.record).first(person, read: { $0.bytes(0) }) else {
            throw StoreFault(.refused, "there is no record \(person) to bring")
        }
        if let live = try query(IdentitySQL.live).first(person, read: { $0.integer(0) }) {
            try countEnd(of: live, .moved)
            try end(live, .moved, at: at)
        }
        let isBeside = try sharers(of: address).contains(person)
        let id = try query(ClaimSQL.add).inserted(
            at, address.id, person, other, before, seal(begun), claim.code, isBeside ? 1 : 0)
        for sql in ClaimSQL.note { try query(sql).run(id, other) }
        try query(ClaimSQL.noteReminders).run(id, person)
        try query(ClaimSQL.noteAddresses).run(id, person, address.id)
        for old in try query(ClaimSQL.others).all(person, address.id, read: { $0.integer(0) }) {
            try cancelMessages(to: person, at: old, .moved, at)
        }
        for sql in ClaimSQL.take { try query(sql).run(person, other) }
        try query(ClaimSQL.takeReminders).run(address.id, person)
        try query(ClaimSQL.doubt).run(person, address.id)
        try query(IdentitySQL.leave).run(at, address.id, other)
        try query(ClaimSQL.enter).run(address.id, person)
        try query(ClaimSQL.resettle).run(person, address.id, other)
        try turns.changePerson.run(seal(merged), person)
        memory.forgetPeople()
        let brought = KnownAddress(id: address.id, person: person, channel: address.channel, state: address.state)
        return (brought, id)
    }

    /// Keeps what else a turn did about codes and PINs.
    mutating func keepIdentity(
        of decision: Decision, _ address: KnownAddress, at: Timestamp
    ) throws(StoreFault) {
        for wrong in decision.turn.mistakes {
            try turns.changePerson.run(seal(wrong.person), wrong.holder)
            memory.forget(wrong.holder)
        }
        if decision.turn.endsCodes { try query(ClaimSQL.dropCodes).run(address.person, Int64.max) }
        if let offer = decision.offer {
            try query(ClaimSQL.addCode).run(offer.digest, address.person, offer.expiresAt)
            let old = try query(ClaimSQL.oldCode).first(address.person, OfferedCode.kept) { $0.integer(0) }
            if let old { try query(ClaimSQL.dropCodes).run(address.person, old) }
        }
        if let plea = decision.plea { try keep(plea, of: address, at: at) }
        guard case .claim? = decision.turn.move else { return }
        try tell(decision.notice, asking: decision.objection, except: address, at: at)
    }

    /// The latest claim after one that stands and is of the same records or on the same number; nil where none does.
    func latest(after id: ClaimID) throws(StoreFault) -> ClaimID? {
        let claim = try query(ClaimSQL.claim).first(id.rawValue) { columns in
            (address: columns.integer(1), people: [columns.integer(2), columns.integer(3)])
        }
        guard let claim else { return nil }
        var later = [try query(ClaimSQL.laterOnAddress).first(claim.address, id.rawValue, read: { $0.integer(0) })]
        for sql in [ClaimSQL.laterOfPerson, ClaimSQL.laterOfOther] {
            for person in claim.people {
                later.append(try query(sql).first(person, id.rawValue, read: { $0.integer(0) }))
            }
        }
        return later.compactMap(\.self).max().map(ClaimID.init(rawValue:))
    }

    /// Forgets codes that nobody can use any more.
    func forgetCodes(before: Timestamp) throws(StoreFault) {
        try query(ClaimSQL.forgetCodes).run(before)
    }

    /// Puts the records of a claim back as they were.
    ///
    /// - Parameter isTrusted: Whether the numbers are hers again that were before.
    mutating func undoClaim(
        _ id: ClaimID, isTrusted: Bool = true, at: Timestamp
    ) throws(StoreFault) -> ClaimUndoing {
        let claim = try query(ClaimSQL.claim).first(id.rawValue) { columns in
            (
                at: Timestamp(milliseconds: columns.integer(0)), address: columns.integer(1),
                person: columns.integer(2), other: columns.integer(3), records: (columns.bytes(4), columns.bytes(5)),
                isBeside: columns.integer(6) == 1
            )
        }
        guard let claim else { return .unknown }
        guard at - claim.at <= Int64(ClaimUndoing.days) * 86_400 else { return .late }
        let isLast = try latest(after: id) == nil
        let holders = try query(SharingSQL.sharers).all(claim.address) { $0.integer(0) }
        guard isLast, holders.contains(claim.person) else { return .overtaken }
        if let live = try query(IdentitySQL.live).first(claim.person, read: { $0.integer(0) }) {
            try countEnd(of: live, .moved)
            try end(live, .moved, at: at)
        }
        for sql in ClaimSQL.giveBack { try query(sql).run(id.rawValue, claim.other) }
        try query(ClaimSQL.giveBackReminders).run(id.rawValue)
        if isTrusted { try query(ClaimSQL.trust).run(id.rawValue, claim.person) }
        try cancelMessages(to: claim.person, at: claim.address, .moved, at)
        try turns.changePerson.run(claim.records.0, claim.person)
        try turns.changePerson.run(claim.records.1, claim.other)
        if !claim.isBeside { try query(IdentitySQL.leave).run(at, claim.address, claim.person) }
        try query(ClaimSQL.enter).run(claim.address, claim.other)
        try query(ClaimSQL.resettle).run(claim.other, claim.address, claim.person)
        try query(ClaimSQL.undo).run(at, id.rawValue)
        memory.forgetPeople()
        return .done
    }
}

extension Holder {
    /// Reads a record's number and, behind it, the record.
    fileprivate init(_ columns: Columns, _ first: Int32, _ keys: KeyRing) throws(StoreFault) {
        let id = columns.integer(first)
        self.init(id: id, person: try Person(columns.bytes(first + 1), of: id, keys))
    }
}
