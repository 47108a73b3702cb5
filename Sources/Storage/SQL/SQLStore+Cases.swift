package import Expressions
import Sealing

extension SQLStore {
    /// The texts of the statements that list cases; the tests ask for their query plans.
    enum CaseListSQL {
        private static let columns = """
            SELECT number, person, session, topic, words, step, opened_at, assignee, closed_at, outcome FROM cases
            """

        private static let filtered = """
             AND (?3 IS NULL OR topic = ?3) AND (?4 IS NULL OR assignee = ?4) AND (?5 = 0 OR assignee IS NULL)
            """

        private static let oldest = filtered + " AND number > ?1 ORDER BY number LIMIT ?2"

        static let open = columns + " WHERE closed_at IS NULL" + oldest
        static let ofTopic = columns + " WHERE topic = ?3 AND closed_at IS NULL" + oldest
        static let ofAssignee = columns + " WHERE assignee = ?4 AND closed_at IS NULL" + oldest
        static let ofNobody = columns + " WHERE assignee IS NULL AND closed_at IS NULL" + oldest

        private static let latest = filtered + " AND number < ?1 ORDER BY number DESC LIMIT ?2"

        static let closed = columns + " WHERE closed_at IS NOT NULL" + latest
        static let closedOfTopic = columns + " WHERE topic = ?3 AND closed_at IS NOT NULL" + latest
        static let closedOfAssignee = columns + " WHERE assignee = ?4 AND closed_at IS NOT NULL" + latest
        static let closedOfNobody = columns + " WHERE assignee IS NULL AND closed_at IS NOT NULL" + latest

        static let one = columns + " WHERE number = ?"
        static let ofSession = columns + " WHERE session = ? ORDER BY number"
        static let ofPerson = columns + " WHERE person = ? ORDER BY number"
        static let notes = "SELECT at, author, words FROM notes WHERE case_number = ? ORDER BY id"

        static let counts = """
            SELECT topic, count(*), sum(opened_at < ?), sum(assignee IS NULL) FROM cases
            WHERE closed_at IS NULL GROUP BY topic ORDER BY topic
            """

        static let all = [
            open, ofTopic, ofAssignee, ofNobody, closed, closedOfTopic, closedOfAssignee, closedOfNobody, one,
            ofSession, ofPerson, notes,
        ]

        static func list(_ filter: CaseFilter) -> String {
            switch filter.assignee {
            case .somebody: filter.isClosed ? closedOfAssignee : ofAssignee
            case _ where filter.topic != nil: filter.isClosed ? closedOfTopic : ofTopic
            case .nobody: filter.isClosed ? closedOfNobody : ofNobody
            case nil: filter.isClosed ? closed : open
            }
        }
    }

    package func cases(
        _ filter: CaseFilter, after number: Int?, limit: Int
    ) async throws(StoreFault) -> [CaseSummary] {
        let start = number ?? (filter.isClosed ? .max : .min)
        let assignee: String? = if case .somebody(let name)? = filter.assignee { name } else { nil }
        let isOfNobody = filter.assignee == .nobody ? 1 : 0
        return try await read { (database) throws(StoreFault) in
            let query = try Query(database, CaseListSQL.list(filter))
            return try query.all(start, limit, filter.topic, assignee, isOfNobody) { (row) throws(StoreFault) in
                try CaseSummary(row, keys)
            }
        }
    }

    package func cases(of session: SessionID) async throws(StoreFault) -> [CaseSummary] {
        try await read { (database) throws(StoreFault) in
            try Query(database, CaseListSQL.ofSession).all(session.rawValue) { (row) throws(StoreFault) in
                try CaseSummary(row, keys)
            }
        }
    }

    package func caseNumbered(_ number: Int) async throws(StoreFault) -> CaseSummary? {
        try await read { (database) throws(StoreFault) in
            try Query(database, CaseListSQL.one).first(number) { (row) throws(StoreFault) in try CaseSummary(row, keys)
            }
        }
    }

    package func notes(ofCase number: Int) async throws(StoreFault) -> [StaffNote] {
        try await read { (database) throws(StoreFault) in
            try Query(database, CaseListSQL.notes).all(number) { (columns) throws(StoreFault) in
                try StaffNote(columns, keys)
            }
        }
    }

    package func caseCounts(overdueBefore moment: Timestamp) async throws(StoreFault) -> [CaseCount] {
        try await read { (database) throws(StoreFault) in
            try Query(database, CaseListSQL.counts).all(moment) { columns in
                CaseCount(
                    topic: columns.text(0), open: Int(columns.integer(1)), overdue: Int(columns.integer(2)),
                    unassigned: Int(columns.integer(3)))
            }
        }
    }

    package func changeCase(
        _ number: Int, _ change: CaseChange, by author: String, key: [UInt8], at: Timestamp
    ) async throws(StoreFault) -> CaseChanging {
        try await changes.commit { (writer) throws(StoreFault) in
            try writer.change(caseNumber: number, change, by: author, key: key, at: at)
        }
    }
}

extension CaseSummary {
    /// Reads the columns of `CaseListSQL`.
    init(_ columns: Columns, _ keys: KeyRing) throws(StoreFault) {
        self.init(
            number: Int(columns.integer(0)), person: PersonID(rawValue: columns.integer(1)),
            session: columns.optional(2, columns.integer).map(SessionID.init(rawValue:)), topic: columns.text(3),
            note: try keys.openedText(columns.bytes(4), as: .note), step: columns.text(5),
            openedAt: Timestamp(milliseconds: columns.integer(6)), assignee: columns.optional(7, columns.text),
            closedAt: columns.optional(8, columns.integer).map(Timestamp.init(milliseconds:)),
            outcome: columns.optional(9, columns.text).flatMap(CaseOutcome.init(rawValue:)))
    }
}
