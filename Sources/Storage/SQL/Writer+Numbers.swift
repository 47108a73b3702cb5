import Expressions

/// The numbers of messages: providers know them, so that none may be given twice.
extension Writer {
    /// The texts of the statements that see to it; the tests ask for their query plans.
    enum NumberSQL {
        static let newest = "SELECT coalesce(max(id), 0) FROM outbox"

        /// Nobody's message, settled, keeps a number from being given again.
        static let keep = """
            INSERT INTO outbox (id, person, address, channel, message, created_at, settled_at)
            VALUES (?1, 0, 0, '', x'', ?2, ?2) ON CONFLICT (id) DO NOTHING
            """

        static let all = [newest, keep]
    }

    /// Does something by which messages go. The newest one leaves its number behind: the next one has the number after it.
    func keepingNewestNumber(at: Timestamp, _ body: (Writer) throws(StoreFault) -> Void) throws(StoreFault) {
        let newest = try query(NumberSQL.newest).first { $0.integer(0) } ?? 0
        try body(self)
        if newest > 0 { try query(NumberSQL.keep).run(newest, at) }
    }
}
