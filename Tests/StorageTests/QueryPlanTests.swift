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
        + Writer.SessionSQL.all + SQLiteStore.SessionListSQL.lists + Writer.StaffSQL.all + Writer.AuditSQL.paged
        + Writer.HoldSQL.all
        + Writer.TimerSQL.all.filter { $0 != Writer.TimerSQL.next }

    @Test(arguments: onEveryTurn) func `no statement of a loop reads a whole table or sorts`(sql: String) throws {
        let plan = try plan(of: sql)
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test func `review pages read no more than they show`() throws {
        #expect(try plan(of: SQLiteStore.ReviewSQL.openCases) == ["SCAN cases USING INDEX cases_open"])
        let transcript = try plan(of: SQLiteStore.SessionListSQL.transcript)
        #expect(transcript == ["SEARCH transcript USING INDEX transcript_session (session=?)"])
    }

    @Test(arguments: [
        (SQLiteStore.SessionListSQL.everything, "sessions_began"),
        (SQLiteStore.SessionListSQL.ofChannel, "sessions_channel"),
        (SQLiteStore.SessionListSQL.ofFlow, "sessions_flow"),
        (SQLiteStore.SessionListSQL.inLanguage, "sessions_language"),
        (SQLiteStore.SessionListSQL.ended, "sessions_outcome"), (SQLiteStore.SessionListSQL.open, "sessions_open"),
        (SQLiteStore.SessionListSQL.flagged, "sessions_flagged"),
        (SQLiteStore.SessionListSQL.ofPerson, "sessions_person"),
    ]) func `a list of sessions is read by the index of what leads`(sql: String, index: String) throws {
        #expect(try plan(of: sql).contains { $0.hasPrefix("SEARCH sessions USING INDEX \(index) ") })
    }

    @Test(arguments: [
        SQLiteStore.SessionListSQL.one, SQLiteStore.SessionListSQL.ofCase, SQLiteStore.SessionListSQL.people,
        SQLiteStore.SessionListSQL.number, SQLiteStore.SessionListSQL.transcript,
        SQLiteStore.ReviewSQL.messagesOfSession,
        SQLiteStore.ReviewSQL.casesOfSession,
    ]) func `what a session page asks is found by an index`(sql: String) throws {
        let plan = try plan(of: sql)
        #expect(!plan.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test func `an entry of the audit log follows the last one without a search`() throws {
        #expect(try plan(of: Writer.AuditSQL.last) == ["SCAN audit"])
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
