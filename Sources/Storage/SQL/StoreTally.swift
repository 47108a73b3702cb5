/// What is in a store, counted, and what must not be there.
package struct StoreTally: Hashable, Sendable {
    /// Turns that left a line.
    package let lines: Int
    /// Webhooks that are remembered.
    package let requests: Int
    package let openSessions: Int
    package let endedSessions: Int
    package let messages: Int
    /// Messages that are known to have arrived.
    package let delivered: Int
    /// Messages that are neither sent nor given up.
    package let waiting: Int
    /// What contradicts something else in it, and what was given up or left behind.
    package let findings: [String]

    init(_ database: any Connection) throws(StoreFault) {
        func number(_ sql: String) throws(StoreFault) -> Int {
            try Query(database, sql).first { Int($0.integer(0)) } ?? 0
        }
        lines = try number("SELECT count(*) FROM transcript")
        requests = try number("SELECT count(*) FROM inbound_keys")
        openSessions = try number("SELECT count(*) FROM sessions WHERE ended_at IS NULL")
        endedSessions = try number("SELECT count(*) FROM sessions WHERE ended_at IS NOT NULL")
        messages = try number("SELECT count(*) FROM outbox")
        delivered = try number("SELECT count(*) FROM outbox WHERE status = 'delivered'")
        waiting = try number("SELECT count(*) FROM outbox WHERE due_at IS NOT NULL")
        var findings: [String] = []
        let dead = try number("SELECT count(*) FROM outbox WHERE dead_reason IS NOT NULL")
        if dead > 0 { findings.append("\(dead) messages were given up") }
        let reminders = try number("SELECT count(*) FROM reminders")
        if reminders > 0 { findings.append("\(reminders) reminders were left behind") }
        let timers = try number(
            "SELECT count(*) FROM timers WHERE session NOT IN (SELECT id FROM sessions WHERE ended_at IS NULL)")
        if timers > 0 { findings.append("\(timers) timers are set for sessions that are over") }
        let ends = try number("SELECT coalesce(sum(total), 0) FROM needs")
        if ends != endedSessions {
            findings.append("\(ends) ends were counted of \(endedSessions) sessions that ended")
        }
        let exits = try number(
            "SELECT coalesce(sum(count), 0) FROM passages WHERE outcome NOT IN ('', 'language')")
        if exits != endedSessions {
            findings.append("\(exits) ends were counted among the moves of \(endedSessions) sessions that ended")
        }
        self.findings = findings
    }
}
