import GRDB
import GRDBSQLite
import Sealing
import TestSupport
import Testing

@testable import Storage

struct QueryPlanTests {
    /// What turns, loops and pages run.
    static let onEveryTurn: [String] = [
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
        Writer.SessionSQL.all, Writer.NeedSQL.all,
        Writer.PassageSQL.all,
        Writer.PlaceSQL.all,
        Writer.WordSQL.all,
        SQLStore.UnreadSQL.all,
        SQLStore.SayingSQL.all.filter { $0 != SQLStore.SayingSQL.frequency },
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
        SQLStore.CaseListSQL.all,
        SQLStore.NeedSQL.all,
        SQLStore.SessionListSQL.lists,
        SQLStore.OutboxListSQL.all.filter { $0 != SQLStore.OutboxListSQL.everything },
        [SQLStore.OutboxListSQL.sentSince, SQLStore.OutboxListSQL.trace],
        Writer.TimerSQL.all.filter { $0 != Writer.TimerSQL.next },
    ].flatMap { $0 }

    @Test(arguments: onEveryTurn) func `no statement of a loop reads a whole table or sorts`(sql: String) throws {
        let plan = try plan(of: sql)
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test func `review pages read no more than they show`() throws {
        let transcript = try plan(of: SQLStore.SessionListSQL.transcript)
        #expect(transcript == ["SEARCH transcript USING INDEX transcript_session (session=?)"])
    }

    @Test(arguments: [
        (SQLStore.SessionListSQL.everything, "sessions_began"),
        (SQLStore.SessionListSQL.ofChannel, "sessions_channel"),
        (SQLStore.SessionListSQL.ofFlow, "sessions_flow"),
        (SQLStore.SessionListSQL.inLanguage, "sessions_language"),
        (SQLStore.SessionListSQL.ended, "sessions_outcome"), (SQLStore.SessionListSQL.open, "sessions_open"),
        (SQLStore.SessionListSQL.flagged, "sessions_flagged"),
        (SQLStore.SessionListSQL.withStaff, "sessions_with_staff"),
        (SQLStore.SessionListSQL.ofPerson, "sessions_person"),
    ]) func `a list of sessions is read by the index of what leads`(sql: String, index: String) throws {
        #expect(try plan(of: sql).contains { $0.hasPrefix("SEARCH sessions USING INDEX \(index) ") })
    }

    @Test func `sessions in a place are read in its order, and a word is found by its index`() throws {
        let list = try plan(of: SQLStore.SessionListSQL.inPlace)
        let order = "SEARCH session_places USING PRIMARY KEY (place=? AND began_at>? AND (began_at,session)<(?,?))"
        #expect(list.first == order, "\(list)")
        let words = try plan(of: SQLStore.SayingSQL.frequency)
        #expect(words.contains("SEARCH phrase_words USING PRIMARY KEY (word=?)"), "\(words)")
        let last = try plan(of: Writer.WordSQL.last)
        #expect(last.contains("SCAN line_phrases"), "its limit ends it: \(last)")
    }

    @Test func `tagged sessions are read by their tag`() throws {
        let plan = try plan(of: SQLStore.SessionListSQL.ofTag)
        #expect(plan.first == "SEARCH tags USING COVERING INDEX tags_digest (digest=?)")
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }

    @Test(
        arguments: [
            SQLStore.SessionListSQL.one, SQLStore.SessionListSQL.ofCase, SQLStore.SessionListSQL.people,
            SQLStore.SessionListSQL.number, SQLStore.SessionListSQL.transcript,
            SQLStore.ReviewSQL.messagesOfSession,
            SQLStore.RemarkSQL.notes, SQLStore.RemarkSQL.tags,
        ] + SQLStore.PersonSQL.all) func `what a session page asks, and an export, is found by an index`(sql: String)
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
        (SQLStore.PassageListSQL.outOf, "PRIMARY KEY (flow=? AND day>? AND day<?)"),
        (SQLStore.PassageListSQL.into, "INDEX passages_target (target_flow=? AND day>? AND day<?)"),
        (SQLStore.PassageListSQL.movesWithin, "PRIMARY KEY (flow=? AND day>? AND day<?)"),
        (SQLStore.PassageListSQL.movesInto, "INDEX passages_target (target_flow=? AND day>? AND day<?)"),
        (SQLStore.PassageListSQL.revisions, "PRIMARY KEY (flow=? AND day>? AND day<?)"),
    ]) func `the counts of a flow are read by its days`(sql: String, key: String) throws {
        let plan = try plan(of: sql)
        #expect(plan.first == "SEARCH passages USING \(key)")
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }

    @Test func `an entry of the audit log follows the last one without a search`() throws {
        #expect(try plan(of: Writer.AuditSQL.last) == ["SCAN audit"])
    }

    @Test(arguments: [
        (SQLStore.OutboxListSQL.ofChannel, "outbox_channel"), (SQLStore.OutboxListSQL.waiting, "outbox_waiting"),
        (SQLStore.OutboxListSQL.dead, "outbox_dead"), (SQLStore.OutboxListSQL.sent, "outbox_channel"),
        (SQLStore.OutboxListSQL.sentSince, "outbox_settled"),
    ]) func `a list of messages is read by the index of what it has`(sql: String, index: String) throws {
        #expect(try plan(of: sql).contains { $0.hasPrefix("SEARCH outbox USING INDEX \(index) ") })
    }

    @Test func `all messages are read from the latest, by their own order`() throws {
        #expect(
            try plan(of: SQLStore.OutboxListSQL.everything)
                == ["SEARCH outbox USING INTEGER PRIMARY KEY (rowid<?)"])
        #expect(try !plan(of: SQLStore.OutboxListSQL.channels).contains { $0.hasPrefix("SCAN outbox") })
    }

    @Test(arguments: [
        (SQLStore.CaseListSQL.open, "cases_open"), (SQLStore.CaseListSQL.ofTopic, "cases_topic"),
        (SQLStore.CaseListSQL.ofAssignee, "cases_assignee"), (SQLStore.CaseListSQL.ofNobody, "cases_assignee"),
        (SQLStore.CaseListSQL.closed, "cases_closed"), (SQLStore.CaseListSQL.counts, "cases_topic"),
        (SQLStore.CaseListSQL.closedOfTopic, "cases_closed_topic"),
        (SQLStore.CaseListSQL.closedOfAssignee, "cases_closed_assignee"),
        (SQLStore.CaseListSQL.closedOfNobody, "cases_closed_assignee"),
    ]) func `a list of cases is read by the index of what it has`(sql: String, index: String) throws {
        #expect(try plan(of: sql).contains { ($0 + " ").contains(" cases USING INDEX \(index) ") })
    }

    @Test func `the index of conversations that staff lead has none that is over`() throws {
        let folder = try TemporaryFolder()
        let store = try SQLStore(path: folder.file("waymark.db"), keys: KeyRing(.random()))
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
        let store = try SQLStore(path: folder.file("waymark.db"), keys: KeyRing(.random()))
        return try store.pool.read { database in
            let count = try database.makeStatement(sql: sql).sqliteArgumentsCount
            let arguments = StatementArguments([DatabaseValue](repeating: .null, count: count))
            return try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
                .map { $0["detail"] }
        }
    }
}

extension GRDB.Statement {
    /// How many arguments it takes.
    fileprivate var sqliteArgumentsCount: Int { Int(sqlite3_bind_parameter_count(sqliteStatement)) }
}
