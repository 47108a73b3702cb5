import Delivery
import Expressions

extension Writer {
    /// The texts of the outbox's statements; the tests ask for their query plans.
    enum OutboxSQL {
        /// A lease is nothing but a later due time: an unsettled message comes back when it ends.
        static let due = """
            SELECT outbox.id, outbox.person, addresses.sealed, outbox.text, outbox.attempts,
                   outbox.created_at, outbox.expires_at
            FROM outbox
            JOIN addresses ON addresses.id = outbox.address
            WHERE outbox.channel = ?1 AND outbox.due_at <= ?2 AND NOT EXISTS (
                SELECT 1 FROM outbox AS earlier
                WHERE earlier.person = outbox.person AND earlier.channel = outbox.channel
                  AND earlier.id < outbox.id AND earlier.due_at IS NOT NULL)
            ORDER BY outbox.due_at
            LIMIT ?3
            """

        static let postpone =
            "UPDATE outbox SET due_at = ?, attempts = attempts + ? WHERE id = ? AND due_at IS NOT NULL"

        static let settle = """
            UPDATE outbox
            SET due_at = NULL, settled_at = ?, attempts = attempts + ?, provider_id = ?, status = ?, dead_reason = ?
            WHERE id = ? AND due_at IS NOT NULL
            """

        static let reported = """
            SELECT id, status FROM outbox WHERE channel = ? AND provider_id = ? ORDER BY id DESC LIMIT 1
            """

        static let report = "UPDATE outbox SET status = ?, reported_at = ? WHERE id = ?"

        static let nextDue = "SELECT min(due_at) FROM outbox WHERE channel = ? AND due_at > ?"

        static let all = [due, postpone, settle, reported, report, nextDue]
    }

    /// Takes due messages of the channels in turn.
    func claim(
        channels: [String], at: Timestamp, lease: Int64, limit: Int
    ) throws(StoreFault) -> [OutboxRow] {
        let due = try query(OutboxSQL.due)
        let postpone = try query(OutboxSQL.postpone)
        var rows: [OutboxRow] = []
        for channel in channels where rows.count < limit {
            rows += try due.all(channel, at, limit - rows.count) { OutboxRow($0, channel: channel) }
        }
        for row in rows { try postpone.run(at + lease, 0, row.id.rawValue) }
        return rows
    }

    func settle(_ results: [OutboxResult]) throws(StoreFault) {
        for result in results {
            let id = result.id.rawValue
            switch result.action {
            case .sent(let provider):
                let status = DeliveryStatus.accepted.rawValue
                try query(OutboxSQL.settle).run(result.at, 1, provider, status, String?.none, id)
            case .dead(let reason):
                let attempts = reason == .expired ? 0 : 1
                try query(OutboxSQL.settle)
                    .run(result.at, attempts, String?.none, String?.none, reason.description, id)
            case .retry(let at): try query(OutboxSQL.postpone).run(at, 1, id)
            case .hold(let until): try query(OutboxSQL.postpone).run(until, 0, id)
            }
        }
    }

    func report(channel: String, providerID: String, status: DeliveryStatus, at: Timestamp) throws(StoreFault) -> Bool {
        let found = try query(OutboxSQL.reported).first(channel, providerID) { columns in
            (columns.integer(0), DeliveryStatus(rawValue: columns.text(1)))
        }
        guard let (id, before) = found else { return false }
        if before?.isFinal != true { try query(OutboxSQL.report).run(status.rawValue, at, id) }
        return true
    }
}

extension OutboxRow {
    /// Reads the columns of `OutboxSQL.due`.
    fileprivate init(_ columns: Columns, channel: String) {
        self.init(
            id: OutboxID(rawValue: columns.integer(0)), person: PersonID(rawValue: columns.integer(1)),
            channel: channel, sealed: columns.bytes(2), text: columns.text(3), attempts: Int(columns.integer(4)),
            createdAt: Timestamp(milliseconds: columns.integer(5)),
            expiresAt: columns.optional(6, columns.integer).map(Timestamp.init(milliseconds:)))
    }
}
