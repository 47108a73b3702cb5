import Expressions
import Gateway
import Storage

extension APIHandlers {
    /// How much waits, of everything that is not over.
    func counts(_ call: APICall) async throws -> APIAnswer {
        let backlog = try await gateway.parts.store.outboxBacklog()
        let cases = try await gateway.cases.counts()
        let sessions = try await gateway.parts.store.revisionsInUse().values.reduce(0, +)
        let isAssisting = call.rights.contains(.assist)
        return APIAnswer(
            CountsJSON(
                openSessions: sessions, waitingMessages: backlog.reduce(0) { $0 + $1.waiting },
                deadMessages: backlog.reduce(0) { $0 + $1.dead }, openCases: cases.reduce(0) { $0 + $1.open },
                overdueCases: cases.reduce(0) { $0 + $1.overdue },
                waitingClaims: try await gateway.claims.waiting().count,
                topics: isAssisting ? cases.map(TopicJSON.init) : nil))
    }

    /// What staff and programs did, the latest first.
    func audit(_ call: APICall) async throws -> APIAnswer {
        let before = try call.query.whole("before")
        if before == nil { try await note(.readAudit, call) }
        let rows = try await gateway.staff.audit(before: before)
        let isMore = rows.count == StaffDesk.auditPage && (rows.last?.id ?? 1) > 1
        return APIAnswer(AuditJSON(entries: rows.map(EntryJSON.init), next: isMore ? rows.last?.id : nil))
    }

    private struct CountsJSON: Encodable {
        let openSessions, waitingMessages, deadMessages, openCases, overdueCases, waitingClaims: Int
        /// Only for who may see cases.
        let topics: [TopicJSON]?
    }

    private struct TopicJSON: Encodable {
        let topic: String
        let open, overdue, unassigned: Int

        init(_ count: CaseCount) {
            topic = count.topic
            open = count.open
            overdue = count.overdue
            unassigned = count.unassigned
        }
    }

    private struct AuditJSON: Encodable {
        let entries: [EntryJSON]
        let next: Int64?
    }

    private struct EntryJSON: Encodable {
        let id: Int64
        let at: String
        let staff, token: Int64?
        let act: String
        let subject, reason: String?

        init(_ row: AuditRow) {
            id = row.id
            at = row.at.rfc3339()
            staff = row.staff?.rawValue
            token = row.token?.rawValue
            act = row.act
            subject = row.subject
            reason = row.reason
        }
    }
}
