import Expressions

extension Writer {
    /// The texts of the timers' statements; the tests ask for their query plans.
    enum TimerSQL {
        static let due = """
            SELECT timers.session, sessions.silence_at
            FROM timers JOIN sessions ON sessions.id = timers.session
            WHERE timers.due_at <= ? ORDER BY timers.due_at LIMIT ?
            """

        static let catchUp = "UPDATE timers SET due_at = ? WHERE session = ?"

        static let next = "SELECT min(due_at) FROM timers"

        static let all = [due, catchUp, next]
    }

    /// The timers whose session was silent long enough. Timers that fire too early catch up and are looked at again.
    func dueTimers(at: Timestamp, limit: Int) throws(StoreFault) -> [TimerID] {
        while true {
            let fired = try query(TimerSQL.due).all(at, limit) { columns in
                (session: columns.integer(0), silenceAt: columns.optional(1, columns.integer))
            }
            let early = fired.filter { $0.silenceAt.map { $0 > at.milliseconds } ?? true }
            guard !early.isEmpty else { return fired.map { TimerID(rawValue: $0.session) } }
            for (session, silenceAt) in early {
                if let silenceAt {
                    try query(TimerSQL.catchUp).run(silenceAt, session)
                } else {
                    try turns.dropTimer.run(session)
                }
            }
        }
    }
}
