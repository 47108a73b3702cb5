/// What the gateway's database says of its messages, read behind its back.
struct OutboxRows: Sendable {
    /// A message.
    struct Row: Sendable {
        let isSettled: Bool
        let deadReason: String?
        let providerID: String?
        let status: String?
    }

    let rows: [Row]
    /// The provider's ids of messages that are done with.
    let settledIDs: Set<String>

    init(_ deployment: Deployment) throws {
        let found = try deployment.place.connect().rows(
            """
            SELECT outbox.due_at, outbox.dead_reason, deliveries.provider_id, outbox.status
            FROM outbox LEFT JOIN deliveries ON deliveries.outbox = outbox.id
            """)
        rows = found.map { columns in
            Row(isSettled: columns[0] == nil, deadReason: columns[1], providerID: columns[2], status: columns[3])
        }
        settledIDs = Set(rows.filter(\.isSettled).compactMap(\.providerID))
    }

    /// The statuses after which nothing more is heard, by the provider's id.
    var finalStatuses: [String: String] {
        let final = rows.filter { ["delivered", "failed"].contains($0.status) }
        return Dictionary(final.compactMap { row in row.providerID.map { ($0, row.status ?? "") } }) { first, _ in first
        }
    }
}
