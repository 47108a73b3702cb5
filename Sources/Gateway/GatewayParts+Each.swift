import Logging

extension GatewayParts {
    /// Does something for each row of a batch at the same time. What cannot be done for one, such as one that cannot be
    /// opened, keeps nobody else waiting: it stays, and is told in the log.
    ///
    /// - Parameter name: What the rows are, in the plural.
    /// - Returns: For how many it was done.
    func each<Row: Sendable>(
        _ rows: [Row], _ name: String, _ body: @escaping @Sendable (Row) async throws -> Void
    ) async -> Int {
        let faults = await withTaskGroup(of: (any Error)?.self) { group in
            for row in rows {
                group.addTask {
                    do { try await body(row) } catch { return error }
                    return nil
                }
            }
            return await group.reduce(into: [any Error]()) { faults, fault in if let fault { faults.append(fault) } }
        }
        if let first = faults.first, !Task.isCancelled {
            logger.error(
                "\(name) cannot be dealt with; they stay until they can",
                metadata: ["count": "\(faults.count)", "error": "\(first)"])
        }
        return rows.count - faults.count
    }
}
