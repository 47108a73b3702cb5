import GRDB
import GRDBSQLite
import Sealing
import TestSupport
import Testing

@testable import Storage

struct QueryPlanTests {
    private static let onEveryTurn =
        TurnQueries.SQL.all + Writer.OutboxSQL.all + Writer.ReportSQL.all + Writer.LaterSQL.all + Writer.PartSQL.all
        + Writer.IdentitySQL.all + Writer.SharingSQL.all + Writer.PleaSQL.all + Writer.ClaimSQL.all
        + Writer.TimerSQL.all.filter { $0 != Writer.TimerSQL.next }

    @Test(arguments: onEveryTurn) func `no statement of a loop reads a whole table or sorts`(sql: String) throws {
        let plan = try plan(of: sql)
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test func `review pages read no more than they show`() throws {
        #expect(try plan(of: SQLiteStore.ReviewSQL.recentSessions) == ["SCAN sessions"])
        #expect(try plan(of: SQLiteStore.ReviewSQL.openCases) == ["SCAN cases USING INDEX cases_open"])
        let transcript = try plan(of: SQLiteStore.ReviewSQL.transcript)
        #expect(transcript == ["SEARCH transcript USING INDEX transcript_session (session=?)"])
    }

    @Test func `the next timer is the first entry of its index`() throws {
        #expect(try plan(of: Writer.TimerSQL.next) == ["SEARCH timers USING COVERING INDEX timers_due"])
    }

    private func plan(of sql: String) throws -> [String] {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file("waymark.db"), keys: KeyRing(.random()))
        return try store.pool.read { database in
            let count = try database.makeStatement(sql: sql).sqliteArgumentsCount
            let arguments = StatementArguments([DatabaseValue](repeating: .null, count: count))
            return try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
                .map { $0["detail"] }
        }
    }
}

extension Statement {
    /// How many arguments it takes.
    fileprivate var sqliteArgumentsCount: Int { Int(sqlite3_bind_parameter_count(sqliteStatement)) }
}
