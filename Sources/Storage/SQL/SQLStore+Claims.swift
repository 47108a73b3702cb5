package import Conversation
package import Expressions

extension SQLStore {
    /// The texts of the statements that list claims.
    enum ClaimListSQL {
        static let columns = """
            SELECT id, at, person, other, code, undone_at, EXISTS (SELECT 1 FROM pleas WHERE claim = claims.id) FROM claims
            """

        static let latest = columns + " ORDER BY id DESC LIMIT ?"
    }

    package func claims(limit: Int) async throws(StoreFault) -> [ClaimRow] {
        try await read { (database) throws(StoreFault) in
            try Query(database, ClaimListSQL.latest).all(limit) { ClaimRow($0) }
        }
    }

    package func waitingPleas(limit: Int) async throws(StoreFault) -> [PleaRow] {
        try await read { (database) throws(StoreFault) in
            let sql = """
                SELECT id, at, person, old, case_number, address FROM pleas WHERE decided_at IS NULL ORDER BY id LIMIT ?
                """
            let rows = try Query(database, sql).all(limit) { columns in
                (
                    id: columns.integer(0), at: columns.integer(1), person: columns.integer(2),
                    old: columns.optional(3, columns.integer), caseNumber: Int(columns.integer(4)),
                    address: columns.integer(5)
                )
            }
            return try rows.map { (row) throws(StoreFault) in
                let holders = try row.old.map { (old) throws(StoreFault) in
                    try Query(database, Writer.PleaSQL.records).all(old, row.address) { $0.integer(0) }
                }
                return PleaRow(
                    id: PleaID(rawValue: row.id), at: Timestamp(milliseconds: row.at),
                    person: PersonID(rawValue: row.person), caseNumber: row.caseNumber,
                    records: (holders ?? []).filter { $0 != row.person }.map(PersonID.init(rawValue:)))
            }
        }
    }

    package func approvePlea(
        _ id: PleaID, record: PersonID?, at: Timestamp,
        _ decide: @escaping @Sendable (_ record: Person?, _ begun: Person) -> PleaDecision
    ) async throws(StoreFault) -> PleaOutcome {
        try await changes.commit { (writer) throws(StoreFault) in
            try writer.decidePlea(id, record: record, at: at, decide, isRefusal: false)
        }
    }

    package func refusePlea(
        _ id: PleaID, at: Timestamp,
        _ decide: @escaping @Sendable (_ record: Person?, _ begun: Person) -> PleaDecision
    ) async throws(StoreFault) -> PleaOutcome {
        try await changes.commit { (writer) throws(StoreFault) in
            try writer.decidePlea(id, record: nil, at: at, decide, isRefusal: true)
        }
    }
}

extension ClaimRow {
    /// Reads the columns of `ClaimListSQL`.
    init(_ columns: Columns) {
        self.init(
            id: ClaimID(rawValue: columns.integer(0)), at: Timestamp(milliseconds: columns.integer(1)),
            person: PersonID(rawValue: columns.integer(2)), other: PersonID(rawValue: columns.integer(3)),
            isByCode: !columns.isNull(4), isByStaff: columns.integer(6) == 1,
            undoneAt: columns.optional(5, columns.integer).map(Timestamp.init(milliseconds:)))
    }
}
