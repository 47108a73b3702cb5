import Delivery
package import Expressions

extension SQLStore {
    /// The texts of the statements that list messages; the tests ask for their query plans.
    enum OutboxListSQL {
        private static let columns = """
            SELECT id, person, session, channel, attempts, created_at, due_at, settled_at, expires_at, dead_reason, status
            FROM outbox
            """

        private static let last = " AND id < ?1 ORDER BY id DESC LIMIT ?2"

        /// A number that is only kept free has no channel.
        static let everything = columns + " WHERE channel <> ''" + last
        static let ofChannel = columns + " WHERE channel = ?3" + last
        static let waiting = columns + " WHERE channel = ?3 AND due_at IS NOT NULL" + last
        static let dead = columns + " WHERE channel = ?3 AND dead_reason IS NOT NULL" + last
        static let sent = columns + " WHERE channel = ?3 AND settled_at IS NOT NULL AND dead_reason IS NULL" + last

        static let all = [everything, ofChannel, waiting, dead, sent]

        /// Each channel is one look into an index.
        static let channels = """
            WITH RECURSIVE names (name) AS (
                SELECT min(channel) FROM outbox WHERE channel > ''
                UNION ALL
                SELECT (SELECT min(channel) FROM outbox WHERE channel > name) FROM names WHERE name IS NOT NULL)
            SELECT name FROM names WHERE name IS NOT NULL
            """

        static let sentSince = """
            SELECT count(*) FROM outbox
            WHERE channel = ? AND settled_at IS NOT NULL AND settled_at >= ? AND dead_reason IS NULL
            """

        static let trace = "SELECT trace FROM outbox WHERE id = ?"

        static func list(_ stage: OutboxFilter.Stage?) -> String {
            switch stage {
            case .waiting: waiting
            case .sent: sent
            case .dead: dead
            case nil: ofChannel
            }
        }
    }

    package func outbox(
        _ filter: OutboxFilter, after place: OutboxID?, limit: Int
    ) async throws(StoreFault) -> [OutboxEntry] {
        let last = place?.rawValue ?? .max
        return try await read { (database) throws(StoreFault) in
            if filter == OutboxFilter() {
                return try Query(database, OutboxListSQL.everything).all(last, limit) { OutboxEntry($0) }
            }
            let query = try Query(database, OutboxListSQL.list(filter.stage))
            // What is at one stage lies together only within a channel, and there are few channels.
            let channels = if let channel = filter.channel { [channel] } else { try Self.channels(database) }
            var entries: [OutboxEntry] = []
            for channel in channels { entries += try query.all(last, limit, channel) { OutboxEntry($0) } }
            return Array(entries.sorted { $0.id.rawValue > $1.id.rawValue }.prefix(limit))
        }
    }

    package func sentMessages(since: Timestamp) async throws(StoreFault) -> [String: Int] {
        try await read { (database) throws(StoreFault) in
            var counts: [String: Int] = [:]
            for channel in try Self.channels(database) {
                let query = try Query(database, OutboxListSQL.sentSince)
                counts[channel] = try query.first(channel, since) { Int($0.integer(0)) } ?? 0
            }
            return counts
        }
    }

    package func trace(of message: OutboxID) async throws(StoreFault) -> String? {
        try await read { (database) throws(StoreFault) in
            try Query(database, OutboxListSQL.trace).first(message.rawValue) { $0.optional(0, $0.text) } ?? nil
        }
    }

    /// The channels that messages were ever written for.
    private static func channels(_ database: any Connection) throws(StoreFault) -> [String] {
        try Query(database, OutboxListSQL.channels).all { $0.text(0) }
    }
}

extension OutboxEntry {
    fileprivate init(_ columns: Columns) {
        func moment(_ index: Int32) -> Timestamp? {
            columns.optional(index, columns.integer).map(Timestamp.init(milliseconds:))
        }
        self.init(
            id: OutboxID(rawValue: columns.integer(0)), person: PersonID(rawValue: columns.integer(1)),
            session: columns.optional(2, columns.integer).map(SessionID.init(rawValue:)), channel: columns.text(3),
            attempts: Int(columns.integer(4)), createdAt: Timestamp(milliseconds: columns.integer(5)),
            dueAt: moment(6), settledAt: moment(7), expiresAt: moment(8),
            deadReason: columns.optional(9, columns.text),
            status: columns.optional(10, columns.text).flatMap(DeliveryStatus.init(rawValue:)))
    }
}
