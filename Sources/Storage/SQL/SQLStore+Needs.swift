import Conversation

extension SQLStore {
    /// The texts of the statements that read what was counted; the tests ask for their query plans.
    enum NeedSQL {
        static let ofMonth = """
            SELECT flow, place, language, outcome, total FROM needs
            WHERE month = ? ORDER BY flow, place, language, outcome
            """

        static let byMonth = """
            SELECT month, flow, sum(total) FROM needs WHERE month >= ? GROUP BY month, flow ORDER BY month, flow
            """

        static let messages = """
            SELECT channel, fate, total, segments FROM message_counts WHERE month = ? ORDER BY channel, fate
            """

        static let all = [ofMonth, byMonth, messages]
    }

    package func needs(in month: String) async throws(StoreFault) -> [NeedCount] {
        try await read { (database) throws(StoreFault) in
            try Query(database, NeedSQL.ofMonth).all(month) { columns in
                Outcome(rawValue: columns.text(3)).map { outcome in
                    NeedCount(
                        flow: columns.text(0), place: columns.text(1), language: columns.text(2), outcome: outcome,
                        total: Int(columns.integer(4)))
                }
            }
        }.compactMap(\.self)
    }

    package func needsByMonth(from month: String) async throws(StoreFault) -> [MonthCount] {
        try await read { (database) throws(StoreFault) in
            try Query(database, NeedSQL.byMonth).all(month) { columns in
                MonthCount(month: columns.text(0), flow: columns.text(1), total: Int(columns.integer(2)))
            }
        }
    }

    package func messageCounts(in month: String) async throws(StoreFault) -> [MessageCount] {
        try await read { (database) throws(StoreFault) in
            try Query(database, NeedSQL.messages).all(month) { columns in
                MessageState(rawValue: columns.text(1)).map { state in
                    MessageCount(
                        channel: columns.text(0), state: state, total: Int(columns.integer(2)),
                        segments: Int(columns.integer(3)))
                }
            }
        }.compactMap { count in count.flatMap { $0.total > 0 ? $0 : nil } }
    }
}
