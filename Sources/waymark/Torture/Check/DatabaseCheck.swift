import GRDB

/// What the database of the last gateway says, read behind its back.
struct DatabaseCheck: Sendable {
    let lines: Int
    let requests: Int
    let openSessions: Int
    let endedSessions: Int
    let messages: Int
    let delivered: Int
    /// What is wrong in the file itself, and what was left behind.
    let findings: [String]

    init(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        self = try queue.read { try DatabaseCheck($0) }
    }

    private init(_ database: Database) throws {
        func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: "SELECT count(*) FROM " + sql) ?? 0 }
        lines = try count("transcript")
        requests = try count("inbound_keys")
        openSessions = try count("sessions WHERE ended_at IS NULL")
        endedSessions = try count("sessions WHERE ended_at IS NOT NULL")
        messages = try count("outbox")
        delivered = try count("outbox WHERE status = 'delivered'")
        var findings: [String] = []
        let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check")
        if integrity != ["ok"] { findings.append("the database is damaged: \(integrity.joined(separator: "; "))") }
        let strays = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
        if strays > 0 { findings.append("\(strays) rows of the database point to rows that are not there") }
        let dead = try count("outbox WHERE dead_reason IS NOT NULL")
        if dead > 0 { findings.append("\(dead) messages were given up") }
        let waiting = try count("reminders")
        if waiting > 0 { findings.append("\(waiting) reminders were left behind") }
        let timers = try count("timers WHERE session NOT IN (SELECT id FROM sessions WHERE ended_at IS NULL)")
        if timers > 0 { findings.append("\(timers) timers are set for sessions that are over") }
        let ended = try Int.fetchOne(database, sql: "SELECT coalesce(sum(total), 0) FROM needs") ?? 0
        if ended != endedSessions {
            findings.append("\(ended) ends were counted of \(endedSessions) sessions that ended")
        }
        let exits = try Int.fetchOne(
            database,
            sql: "SELECT coalesce(sum(count), 0) FROM passages WHERE outcome NOT IN ('', 'language')")
        if exits != endedSessions {
            findings.append("\(exits ?? 0) ends were counted among the moves of \(endedSessions) sessions that ended")
        }
        self.findings = findings
    }
}
