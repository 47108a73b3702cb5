import Conversation
import Delivery
import Expressions
import Sealing

extension SQLStore {
    /// The texts of the review pages' statements; the tests ask for their query plans.
    enum ReviewSQL {
        static let deadLetters = """
            SELECT id, person, channel, dead_reason, attempts, created_at, settled_at
            FROM outbox WHERE dead_reason IS NOT NULL ORDER BY id DESC LIMIT ?
            """

        static let deadLettersOfChannel = """
            SELECT id, person, channel, dead_reason, attempts, created_at, settled_at
            FROM outbox WHERE channel = ? AND dead_reason IS NOT NULL ORDER BY id DESC LIMIT ?
            """

        private static let message = """
            SELECT id, channel, message, created_at, settled_at, dead_reason, status,
                   (SELECT code FROM deliveries WHERE outbox = outbox.id AND code IS NOT NULL LIMIT 1),
                   attempts, due_at
            FROM outbox
            """

        static let messages = message + " WHERE person = ? ORDER BY id DESC LIMIT ?"

        static let messagesOfSession = message + " WHERE session = ? ORDER BY id"

        static let backlog = """
            SELECT channel, sum(waiting), min(oldest), sum(dead), sum(retrying) FROM (
                SELECT channel, count(*) AS waiting, min(created_at) AS oldest, 0 AS dead,
                       sum(attempts > 0) AS retrying
                FROM outbox WHERE due_at IS NOT NULL GROUP BY channel
                UNION ALL
                SELECT channel, 0, NULL, count(*), 0 FROM outbox WHERE dead_reason IS NOT NULL GROUP BY channel
            ) AS counted
            GROUP BY channel ORDER BY channel
            """

        static let counts = """
            SELECT (SELECT count(*) FROM persons WHERE id > 0 AND erased_at IS NULL), (SELECT count(*) FROM sessions),
                   (SELECT count(*) FROM sessions WHERE \(SessionListSQL.isOpen)), (SELECT count(*) FROM transcript),
                   (SELECT count(*) FROM inbound_keys), (SELECT count(*) FROM outbox WHERE due_at IS NOT NULL),
                   (SELECT count(*) FROM cases WHERE closed_at IS NULL), (SELECT count(*) FROM revisions)
            """
    }

    package func deadLetters(channel: String?, limit: Int) async throws(StoreFault) -> [DeadLetter] {
        try await read { (database) throws(StoreFault) in
            guard let channel else {
                return try Query(database, ReviewSQL.deadLetters).all(limit) { DeadLetter($0) }
            }
            return try Query(database, ReviewSQL.deadLettersOfChannel).all(channel, limit) { DeadLetter($0) }
        }
    }

    package func messages(to person: PersonID, limit: Int) async throws(StoreFault) -> [MessageSummary] {
        try await read { (database) throws(StoreFault) in
            try Query(database, ReviewSQL.messages).all(person.rawValue, limit) { (row) throws(StoreFault) in
                try MessageSummary(row, keys)
            }
        }
    }

    package func messages(of session: SessionID) async throws(StoreFault) -> [MessageSummary] {
        try await read { (database) throws(StoreFault) in
            try Query(database, ReviewSQL.messagesOfSession).all(session.rawValue) { (row) throws(StoreFault) in
                try MessageSummary(row, keys)
            }
        }
    }

    package func outboxBacklog() async throws(StoreFault) -> [OutboxBacklog] {
        try await read { (database) throws(StoreFault) in
            try Query(database, ReviewSQL.backlog).all { OutboxBacklog($0) }
        }
    }

    package func counts() async throws(StoreFault) -> StoreCounts {
        let counts = try await read { (database) throws(StoreFault) in
            try Query(database, ReviewSQL.counts).first { StoreCounts($0) }
        }
        return counts ?? StoreCounts()
    }
}

extension DeadLetter {
    fileprivate init(_ columns: Columns) {
        self.init(
            id: OutboxID(rawValue: columns.integer(0)), person: PersonID(rawValue: columns.integer(1)),
            channel: columns.text(2), reason: columns.text(3), attempts: Int(columns.integer(4)),
            createdAt: Timestamp(milliseconds: columns.integer(5)), diedAt: Timestamp(milliseconds: columns.integer(6)))
    }
}

extension MessageSummary {
    fileprivate init(_ columns: Columns, _ keys: KeyRing) throws(StoreFault) {
        self.init(
            id: OutboxID(rawValue: columns.integer(0)), channel: columns.text(1),
            text: try keys.openedText(columns.bytes(2), as: .message),
            createdAt: Timestamp(milliseconds: columns.integer(3)),
            settledAt: columns.optional(4, columns.integer).map(Timestamp.init(milliseconds:)),
            deadReason: columns.optional(5, columns.text),
            status: columns.optional(6, columns.text).flatMap(DeliveryStatus.init(rawValue:)),
            code: columns.optional(7, columns.text), attempts: Int(columns.integer(8)),
            dueAt: columns.optional(9, columns.integer).map(Timestamp.init(milliseconds:)))
    }
}

extension OutboxBacklog {
    fileprivate init(_ columns: Columns) {
        self.init(
            channel: columns.text(0), waiting: Int(columns.integer(1)), retrying: Int(columns.integer(4)),
            oldest: columns.optional(2, columns.integer).map(Timestamp.init(milliseconds:)),
            dead: Int(columns.integer(3)))
    }
}

extension StoreCounts {
    fileprivate init(_ columns: Columns) {
        persons = Int(columns.integer(0))
        sessions = Int(columns.integer(1))
        liveSessions = Int(columns.integer(2))
        turns = Int(columns.integer(3))
        inboundKeys = Int(columns.integer(4))
        waitingMessages = Int(columns.integer(5))
        openCases = Int(columns.integer(6))
        revisions = Int(columns.integer(7))
    }
}
