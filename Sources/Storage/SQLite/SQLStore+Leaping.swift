import Expressions

/// What a copy must be changed in before it is served from: since it was made the gateway has given numbers that the copy
/// does not know of.
extension SQLStore {
    /// The texts of the statements; the tests ask for their query plans.
    enum LeapSQL {
        /// More than any gateway gives between two copies.
        static let span = Int64(1_000_000_000)

        static let startRequests = """
            INSERT INTO sqlite_sequence (name, seq)
            SELECT 'requests', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'requests')
            """

        static let requests = "UPDATE sqlite_sequence SET seq = seq + ? WHERE name = 'requests'"
    }

    /// Gives no number again that a message or a request had after the copy was made: a provider would take it for a
    /// repeat, and a report of the one for news of the other.
    package func leapNumbers() async throws(StoreFault) {
        try await changes.commit { (writer) throws(StoreFault) in
            let last = try writer.query("SELECT max(last_at) FROM sessions").first { $0.integer(0) } ?? 0
            let newest = try writer.query(Writer.NumberSQL.newest).first { $0.integer(0) } ?? 0
            try writer.query(Writer.NumberSQL.keep).run(newest + LeapSQL.span, Timestamp(milliseconds: last))
            try writer.query(LeapSQL.startRequests).run()
            try writer.query(LeapSQL.requests).run(LeapSQL.span)
        }
    }
}
