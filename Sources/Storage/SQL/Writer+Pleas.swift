import Conversation
import Expressions
import Sealing

/// Records that staff are asked to bring.
extension Writer {
    /// The texts of the statements about them; the tests ask for their query plans.
    enum PleaSQL {
        static let waits = "SELECT 1 FROM pleas WHERE person = ? AND decided_at IS NULL"

        static let add = """
            INSERT INTO pleas (at, address, person, old, case_number)
            VALUES (?, ?, ?, (SELECT id FROM addresses WHERE fingerprint = ?), ?)
            """

        static let find = """
            SELECT pleas.address, pleas.person, pleas.old, addresses.channel, pleas.case_number
            FROM pleas JOIN addresses ON addresses.id = pleas.address
            WHERE pleas.id = ? AND pleas.decided_at IS NULL
            """

        /// Who has or had a number, without those who use the number that she asked from: they are others, on her phone.
        static let records = """
            SELECT person FROM profiles
            WHERE address = ? AND person NOT IN (SELECT person FROM profiles WHERE address = ? AND left_at IS NULL)
            ORDER BY number DESC
            """

        static let decide = "UPDATE pleas SET decided_at = ?, claim = ? WHERE id = ?"

        static let close = "UPDATE cases SET closed_at = ? WHERE number = ? AND closed_at IS NULL"

        static let all = [waits, add, find, records, decide, close]
    }

    /// Whether somebody waits for staff to bring her a record.
    func waits(_ person: Int64) throws(StoreFault) -> Bool {
        try query(PleaSQL.waits).first(person, read: { $0.integer(0) }) != nil
    }

    /// Keeps what somebody asks staff for.
    func keep(_ plea: PleaDraft, of address: KnownAddress, at: Timestamp) throws(StoreFault) {
        try query(PleaSQL.add).run(at, address.id, address.person, plea.fingerprint, plea.caseNumber)
    }

    /// Does what staff have decided: the record comes as with a code, or nothing changes but that she is told.
    ///
    /// - Parameter record: Whose record it is; nil for the only one that the number had.
    mutating func decidePlea(
        _ id: PleaID, record: PersonID?, at: Timestamp, _ decide: (_ record: Person?, _ begun: Person) -> PleaDecision,
        isRefusal: Bool
    ) throws(StoreFault) -> PleaOutcome {
        let plea = try query(PleaSQL.find).first(id.rawValue) { columns in
            (
                address: KnownAddress(id: columns.integer(0), person: columns.integer(1), channel: columns.text(3)),
                old: columns.optional(2, columns.integer), caseNumber: columns.integer(4)
            )
        }
        guard let plea else { return .unknown }
        let begun = try sharer(plea.address.person)?.holder.person ?? Person()
        guard !isRefusal else {
            let decision = decide(nil, begun)
            try settle(id, plea.caseNumber, decision, plea.address, claim: nil, at)
            return .done
        }
        guard try sharers(of: plea.address).contains(plea.address.person) else { return .overtaken }
        let holders = try plea.old.map { (old) throws(StoreFault) in
            try query(PleaSQL.records).all(old, plea.address.id) { $0.integer(0) }
        }
        let records = (holders ?? []).filter { $0 != plea.address.person }
        guard record != nil || records.count < 2 else { return .several }
        guard let chosen = record?.rawValue ?? records.first, records.contains(chosen),
            let holder = try sharer(chosen)?.holder
        else { return .missing }
        let decision = decide(holder.person, begun)
        guard let merged = decision.merged else { return .missing }
        let claim = Claim(holder: chosen, code: nil)
        let (brought, number) = try bring(claim, to: plea.address, merged: merged, begun: begun, at: at)
        try tell(decision.notice, asking: decision.objection, except: brought, at: at)
        try settle(id, plea.caseNumber, decision, brought, claim: number, at)
        return .done
    }

    /// The wish is decided, its case is closed, and she is told.
    private func settle(
        _ id: PleaID, _ caseNumber: Int64, _ decision: PleaDecision, _ address: KnownAddress, claim: Int64?,
        _ at: Timestamp
    ) throws(StoreFault) {
        try query(PleaSQL.decide).run(at, claim, id.rawValue)
        try query(PleaSQL.close).run(at, caseNumber)
        guard let word = decision.word else { return }
        try add(word, to: address.person, at: address.id, now: at)
    }
}
