import GRDB
import GRDBSQLite
import Sealing
import TestSupport
import Testing

@testable import Storage

struct QueryPlanTests {
    private static let onEveryTurn: [String] = [
        TurnQueries.SQL.all,
        Writer.KeySQL.all,
        Writer.NumberSQL.all,
        Writer.OutboxSQL.all,
        Writer.ReportSQL.all,
        Writer.LaterSQL.all,
        Writer.PartSQL.all,
        Writer.IdentitySQL.all,
        Writer.SharingSQL.all,
        Writer.PleaSQL.all,
        Writer.ClaimSQL.all,
        Writer.ObjectionSQL.all,
        Writer.CountingSQL.all,
        Writer.SessionSQL.all,
        Writer.PassageSQL.all,
        Writer.PlaceSQL.all,
        Writer.WordSQL.all,
        SQLiteStore.UnreadSQL.all,
        SQLiteStore.SayingSQL.all.filter { $0 != SQLiteStore.SayingSQL.frequency },
        Writer.CaseSQL.all,
        Writer.RemarkSQL.all,
        Writer.StaffSQL.all,
        Writer.TokenSQL.all,
        Writer.AuditSQL.paged,
        Writer.HoldSQL.all,
        Writer.ErasingSQL.all,
        LaterErasureSQL.all,
        Writer.PartingSQL.all,
        Writer.GuestSQL.all,
        Writer.ConsentSQL.all.filter { $0 != Writer.ConsentSQL.ofPerson },
        Writer.AgingSQL.all,
        SQLiteStore.CaseListSQL.all,
        SQLiteStore.NeedSQL.all,
        SQLiteStore.SessionListSQL.lists,
        SQLiteStore.OutboxListSQL.all.filter { $0 != SQLiteStore.OutboxListSQL.everything },
        [SQLiteStore.OutboxListSQL.sentSince, SQLiteStore.OutboxListSQL.trace],
        Writer.TimerSQL.all.filter { $0 != Writer.TimerSQL.next },
    ].flatMap { $0 }

    @Test(arguments: onEveryTurn) func `no statement of a loop reads a whole table or sorts`(sql: String) throws {
        let plan = try plan(of: sql)
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test func `review pages read no more than they show`() throws {
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
        (SQLiteStore.SessionListSQL.withStaff, "sessions_with_staff"),
        (SQLiteStore.SessionListSQL.ofPerson, "sessions_person"),
    ]) func `a list of sessions is read by the index of what leads`(sql: String, index: String) throws {
        #expect(try plan(of: sql).contains { $0.hasPrefix("SEARCH sessions USING INDEX \(index) ") })
    }

    @Test func `sessions in a place are read in its order, and a word is found by its index`() throws {
        let list = try plan(of: SQLiteStore.SessionListSQL.inPlace)
        let order = "SEARCH session_places USING PRIMARY KEY (place=? AND began_at>? AND (began_at,session)<(?,?))"
        #expect(list.first == order, "\(list)")
        let words = try plan(of: SQLiteStore.SayingSQL.frequency)
        #expect(words.contains("SEARCH phrase_words USING PRIMARY KEY (word=?)"), "\(words)")
        let last = try plan(of: Writer.WordSQL.last)
        #expect(last.contains("SCAN line_phrases"), "its limit ends it: \(last)")
    }

    @Test func `tagged sessions are read by their tag`() throws {
        let plan = try plan(of: SQLiteStore.SessionListSQL.ofTag)
        #expect(plan.first == "SEARCH tags USING COVERING INDEX tags_digest (digest=?)")
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }

    @Test(
        arguments: [
            SQLiteStore.SessionListSQL.one, SQLiteStore.SessionListSQL.ofCase, SQLiteStore.SessionListSQL.people,
            SQLiteStore.SessionListSQL.number, SQLiteStore.SessionListSQL.transcript,
            SQLiteStore.ReviewSQL.messagesOfSession,
            SQLiteStore.RemarkSQL.notes, SQLiteStore.RemarkSQL.tags,
        ] + SQLiteStore.PersonSQL.all) func `what a session page asks, and an export, is found by an index`(sql: String)
        throws
    {
        let plan = try plan(of: sql)
        #expect(!plan.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test func `what somebody agreed to is found by her records, which are few`() throws {
        let plan = try plan(of: Writer.ConsentSQL.ofPerson)
        #expect(plan.contains { $0.hasPrefix("SEARCH consents USING INDEX consents_person ") }, "\(plan)")
        #expect(
            !plan.contains { $0.hasPrefix("SCAN") && !$0.hasPrefix("SCAN records") && $0 != "SCAN CONSTANT ROW" },
            "\(plan)")
    }

    @Test(arguments: [
        (SQLiteStore.PassageListSQL.outOf, "PRIMARY KEY (flow=? AND day>? AND day<?)"),
        (SQLiteStore.PassageListSQL.into, "INDEX passages_target (target_flow=? AND day>? AND day<?)"),
        (SQLiteStore.PassageListSQL.movesWithin, "PRIMARY KEY (flow=? AND day>? AND day<?)"),
        (SQLiteStore.PassageListSQL.movesInto, "INDEX passages_target (target_flow=? AND day>? AND day<?)"),
        (SQLiteStore.PassageListSQL.revisions, "PRIMARY KEY (flow=? AND day>? AND day<?)"),
    ]) func `the counts of a flow are read by its days`(sql: String, key: String) throws {
        let plan = try plan(of: sql)
        #expect(plan.first == "SEARCH passages USING \(key)")
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }

    @Test func `an entry of the audit log follows the last one without a search`() throws {
        #expect(try plan(of: Writer.AuditSQL.last) == ["SCAN audit"])
    }

    @Test(arguments: [
        (SQLiteStore.OutboxListSQL.ofChannel, "outbox_channel"), (SQLiteStore.OutboxListSQL.waiting, "outbox_waiting"),
        (SQLiteStore.OutboxListSQL.dead, "outbox_dead"), (SQLiteStore.OutboxListSQL.sent, "outbox_channel"),
        (SQLiteStore.OutboxListSQL.sentSince, "outbox_settled"),
    ]) func `a list of messages is read by the index of what it has`(sql: String, index: String) throws {
        #expect(try plan(of: sql).contains { $0.hasPrefix("SEARCH outbox USING INDEX \(index) ") })
    }

    @Test func `all messages are read from the latest, by their own order`() throws {
        #expect(
            try plan(of: SQLiteStore.OutboxListSQL.everything)
                == ["SEARCH outbox USING INTEGER PRIMARY KEY (rowid<?)"])
        #expect(try !plan(of: SQLiteStore.OutboxListSQL.channels).contains { $0.hasPrefix("SCAN outbox") })
    }

    @Test(arguments: [
        (SQLiteStore.CaseListSQL.open, "cases_open"), (SQLiteStore.CaseListSQL.ofTopic, "cases_topic"),
        (SQLiteStore.CaseListSQL.ofAssignee, "cases_assignee"), (SQLiteStore.CaseListSQL.ofNobody, "cases_assignee"),
        (SQLiteStore.CaseListSQL.closed, "cases_closed"), (SQLiteStore.CaseListSQL.counts, "cases_topic"),
        (SQLiteStore.CaseListSQL.closedOfTopic, "cases_closed_topic"),
        (SQLiteStore.CaseListSQL.closedOfAssignee, "cases_closed_assignee"),
        (SQLiteStore.CaseListSQL.closedOfNobody, "cases_closed_assignee"),
    ]) func `a list of cases is read by the index of what it has`(sql: String, index: String) throws {
        #expect(try plan(of: sql).contains { ($0 + " ").contains(" cases USING INDEX \(index) ") })
    }

    @Test func `the index of conversations that staff lead has none that is over`() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file("waymark.db"), keys: KeyRing(.random()))
        let index = try store.pool.read { database in
            try String.fetchOne(database, sql: "SELECT sql FROM sqlite_master WHERE name = 'sessions_with_staff'")
        }
        #expect(index?.hasSuffix("WHERE with_staff = 1 AND ended_at IS NULL") == true)
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
