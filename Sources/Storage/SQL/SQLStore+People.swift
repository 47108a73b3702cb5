import Conversation
import Expressions
import Sealing

extension SQLStore {
    /// The texts of the statements that read everything of one person; the tests ask for their query plans.
    enum PersonSQL {
        static let record = "SELECT record, created_at FROM persons WHERE id = ? AND erased_at IS NULL"

        static let guest = "SELECT due_at FROM guests WHERE person = ?"

        static let live = "SELECT state FROM sessions WHERE person = ? AND ended_at IS NULL"

        static let numbers = """
            SELECT addresses.sealed, addresses.channel, addresses.standing, addresses.shared, addresses.created_at,
                   addresses.heard_at, profiles.left_at
            FROM profiles JOIN addresses ON addresses.id = profiles.address
            WHERE profiles.person = ? ORDER BY profiles.address
            """

        static let codes = "SELECT expires_at, used_at FROM claim_codes WHERE person = ? ORDER BY id"

        static let reminders = "SELECT step, channel, due_at, rule FROM reminders WHERE person = ? ORDER BY step, rule"

        static let lines = "SELECT at, step, line FROM transcript WHERE person = ? ORDER BY id"

        static let held = """
            SELECT message, at FROM held_messages WHERE address IN (SELECT id FROM addresses WHERE person = ?)
            """

        static let cases = CaseListSQL.ofPerson

        static let cameToHers = ClaimListSQL.columns + " WHERE person = ?"
        static let cameFromHers = ClaimListSQL.columns + " WHERE other = ?"

        static let wishes = "SELECT at, case_number, decided_at, claim FROM pleas WHERE person = ? ORDER BY id"

        static let all = [
            record, guest, live, numbers, codes, reminders, lines, held, cases, cameToHers, cameFromHers, wishes,
        ]
    }

    package func holdings(of person: PersonID) async throws(StoreFault) -> PersonHoldings? {
        // Nobody is person 0: whose the conversations of erased people are.
        guard person.rawValue > 0 else { return nil }
        return try await read { (database) throws(StoreFault) in
            try PersonReading(database: database, person: person.rawValue, keys: keys).holdings()
        }
    }
}

/// Reads everything of one person in one snapshot.
private struct PersonReading {
    private typealias SQL = SQLStore.PersonSQL

    let database: any Connection
    let person: Int64
    let keys: KeyRing

    func holdings() throws(StoreFault) -> PersonHoldings? {
        let known = try Query(database, SQL.record).first(person) { (columns) throws(StoreFault) in
            (record: try Person(columns.bytes(0), of: person, keys), since: columns.moment(1))
        }
        guard let known else { return nil }
        return PersonHoldings(
            id: PersonID(rawValue: person), record: known.record, since: known.since,
            guestUntil: try Query(database, SQL.guest).first(person) { $0.moment(0) }, live: try live(),
            numbers: try numbers(),
            codes: try all(SQL.codes) { ShownCode(expiresAt: $0.moment(0), usedAt: $0.optional(1, $0.moment)) },
            reminders: try all(SQL.reminders) {
                PlannedReminder(
                    step: $0.text(0), channel: $0.text(1), dueAt: $0.optional(2, $0.moment),
                    rule: $0.text(3).isEmpty ? nil : $0.text(3))
            },
            lines: try all(SQL.lines) { (columns) throws(StoreFault) in try TranscriptLine(columns, keys) },
            held: try held(), cases: try all(SQL.cases) { (row) throws(StoreFault) in try CaseSummary(row, keys) },
            claims: try claims(), wishes: try wishes())
    }

    private func all<Value>(
        _ sql: String, _ read: (Columns) throws(StoreFault) -> Value
    ) throws(StoreFault) -> [Value] {
        try Query(database, sql).all(person, read: read)
    }

    /// One that cannot be read is as none, as for a turn.
    private func live() throws(StoreFault) -> Session? {
        try Query(database, SQL.live).first(person) { columns in
            try? Session(decoding: keys.open(columns.bytes(0), as: .session))
        } ?? nil
    }

    /// Whose a number is held to be that has become somebody else's, is not about her any more.
    private func numbers() throws(StoreFault) -> [OwnNumber] {
        try all(SQL.numbers) { (columns) throws(StoreFault) in
            let leftAt = columns.optional(6, columns.moment)
            let isHers = leftAt == nil
            return OwnNumber(
                number: try keys.openedText(columns.bytes(0), as: .number), channel: columns.text(1),
                standing: isHers ? Standing(rawValue: Int(columns.integer(2))) : nil,
                isShared: isHers && columns.integer(3) == 1, since: columns.moment(4),
                heardAt: isHers ? columns.optional(5, columns.moment) : nil, leftAt: leftAt)
        }
    }

    private func held() throws(StoreFault) -> [HeldMessage] {
        let held = try all(SQL.held) { (columns) throws(StoreFault) in
            HeldMessage(text: try keys.openedText(columns.bytes(0), as: .held), since: columns.moment(1))
        }
        return held.sorted { $0.since < $1.since }
    }

    private func claims() throws(StoreFault) -> [ClaimRow] {
        let claims = try all(SQL.cameToHers) { ClaimRow($0) } + all(SQL.cameFromHers) { ClaimRow($0) }
        return claims.sorted { $0.id.rawValue < $1.id.rawValue }
    }

    private func wishes() throws(StoreFault) -> [OwnWish] {
        try all(SQL.wishes) { columns in
            OwnWish(
                at: columns.moment(0), caseNumber: Int(columns.integer(1)),
                decidedAt: columns.optional(2, columns.moment),
                claim: columns.optional(3, columns.integer).map(ClaimID.init(rawValue:)))
        }
    }
}

extension Columns {
    fileprivate func moment(_ index: Int32) -> Timestamp { Timestamp(milliseconds: integer(index)) }
}
