package import Conversation
import GRDB

extension SQLiteStore {
    /// The texts of the statements that read what was counted; the tests ask for their query plans.
    enum NeedSQL {
        static let ofMonth = """
            SELECT flow, place, language, outcome, total FROM needs
            WHERE month = ? ORDER BY flow, place, language, outcome
            """

        static let byMonth = """
            SELECT month, flow, sum(total) FROM needs WHERE month >= ? GROUP BY month, flow ORDER BY month, flow
            """

        static let endings =
            "SELECT flow, step, total FROM endings WHERE month = ? AND outcome = ? ORDER BY flow, step"

        static let all = [ofMonth, byMonth, endings]
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

    package func endings(in month: String, by outcome: Outcome) async throws(StoreFault) -> [EndingCount] {
        try await read { (database) throws(StoreFault) in
            try Query(database, NeedSQL.endings).all(month, outcome.rawValue) { columns in
                EndingCount(flow: columns.text(0), step: columns.text(1), total: Int(columns.integer(2)))
            }
        }
    }
}
