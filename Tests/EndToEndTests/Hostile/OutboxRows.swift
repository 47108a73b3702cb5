/// What the gateway's database says of its messages, read behind its back.
struct OutboxRows: Sendable {
    /// A message.
    struct Row: Sendable {
        let channel: String
        let text: String
        let isSettled: Bool
        let deadReason: String?
        let providerID: String?
        let status: String?
    }

    let rows: [Row]

    init(_ deployment: Deployment) throws {
        let found = try SQLiteFile.rows(
            "SELECT channel, text, due_at IS NULL, dead_reason, provider_id, status FROM outbox",
            on: deployment.database)
        rows = found.map { columns in
            Row(
                channel: columns[0] ?? "", text: columns[1] ?? "", isSettled: columns[2] == "1",
                deadReason: columns[3], providerID: columns[4], status: columns[5])
        }
    }

    /// The provider's ids that are written down.
    var settledIDs: Set<String> { Set(rows.filter(\.isSettled).compactMap(\.providerID)) }

    /// The statuses after which nothing more is heard, by the provider's id.
    var finalStatuses: [String: String] {
        let final = rows.filter { ["delivered", "failed"].contains($0.status) }
        return Dictionary(final.compactMap { row in row.providerID.map { ($0, row.status ?? "") } }) { first, _ in first
        }
    }
}

extension Deployment {
    /// The path of the gateway's database.
    var database: String { data + "/waymark.sqlite" }

    /// A number that the database counts.
    func count(_ sql: String) throws -> Int {
        try SQLiteFile.rows(sql, on: database).first?.first.flatMap { $0.flatMap { Int($0) } } ?? 0
    }
}
