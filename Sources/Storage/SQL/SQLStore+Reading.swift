package import Conversation
package import Expressions
import Sealing

extension SQLStore {
    package func nextTimerDue() async throws(StoreFault) -> Timestamp? {
        try await read { (database) throws(StoreFault) in
            let query = try Query(database, Writer.TimerSQL.next)
            let due = try query.first { columns in columns.optional(0, columns.integer) } ?? nil
            return due.map(Timestamp.init(milliseconds:))
        }
    }

    package func dueReminders(at: Timestamp, limit: Int) async throws(StoreFault) -> [ReminderRow] {
        try await read { (database) throws(StoreFault) in
            try Query(database, Writer.LaterSQL.dueReminders).all(at, limit) { columns in
                let reminder = Reminder(step: columns.text(1), at: Timestamp(milliseconds: columns.integer(2)))
                return ReminderRow(
                    id: ReminderID(rawValue: columns.integer(0)), reminder: reminder, channel: columns.text(3))
            }
        }
    }

    package func plannedReminders() async throws(StoreFault) -> [String: Int] {
        try await read { (database) throws(StoreFault) in
            let sql = "SELECT step, count(*) FROM reminders GROUP BY step"
            let counts = try Query(database, sql).all { ($0.text(0), Int($0.integer(1))) }
            return Dictionary(counts) { first, _ in first }
        }
    }

    package func dueHeld(at: Timestamp, limit: Int) async throws(StoreFault) -> [HeldRow] {
        try await read { (database) throws(StoreFault) in
            try Query(database, Writer.HoldSQL.due).all(at, limit) { columns in
                HeldRow(id: HeldID(rawValue: columns.integer(0)), channel: columns.text(1))
            }
        }
    }

    package func dueLongMessages(
        channels: [String], at: Timestamp, limit: Int
    ) async throws(StoreFault) -> [LongMessageRow] {
        try await read { (database) throws(StoreFault) in
            var rows: [LongMessageRow] = []
            for channel in channels where rows.count < limit {
                let query = try Query(database, Writer.PartSQL.due)
                rows += try query.all(channel, at, limit - rows.count) { columns in
                    LongMessageRow(id: LongMessageID(rawValue: columns.integer(0)), channel: channel)
                }
            }
            return rows
        }
    }

    package func waitingRequests(limit: Int) async throws(StoreFault) -> [RequestRow] {
        try await read { (database) throws(StoreFault) in
            let sql = """
                SELECT id, number, system, question, within, step, channel, arrival_key, deadline_at, trace
                FROM requests ORDER BY id LIMIT ?
                """
            // One that cannot be opened must not keep the others from being asked.
            return try Query(database, sql).all(limit) { columns in try? RequestRow(columns, keys) }
                .compactMap(\.self)
        }
    }

    package func revision(_ id: RevisionID) async throws(StoreFault) -> [UInt8]? {
        try await read { (database) throws(StoreFault) in
            try Query(database, "SELECT archive FROM revisions WHERE hash = ?").first(id.hash) { $0.bytes(0) }
        }
    }

    package func marked(_ name: String) async throws(StoreFault) -> [UInt8]? {
        try await read { (database) throws(StoreFault) in
            try Query(database, "SELECT value FROM marks WHERE name = ?").first(name) { $0.bytes(0) }
        }
    }

    package func revisionsInUse() async throws(StoreFault) -> [RevisionID: Int] {
        try await read { (database) throws(StoreFault) in
            let sql = """
                SELECT revision, count(*) FROM sessions WHERE \(SessionListSQL.isOpen) AND revision IS NOT NULL
                GROUP BY revision
                """
            let counts = try Query(database, sql).all { (RevisionID($0.text(0)), Int($0.integer(1))) }
            return Dictionary(counts) { first, _ in first }
        }
    }

    package func keptRevisions() async throws(StoreFault) -> [KeptRevision] {
        try await read { (database) throws(StoreFault) in
            let sql = "SELECT hash, pack, kept_at FROM revisions ORDER BY kept_at DESC, hash"
            return try Query(database, sql).all { columns in
                KeptRevision(
                    id: RevisionID(columns.text(0)), pack: columns.text(1),
                    publishedAt: Timestamp(milliseconds: columns.integer(2)))
            }
        }
    }
}

extension RequestRow {
    /// Reads the columns of `waitingRequests`.
    fileprivate init(_ columns: Columns, _ keys: KeyRing) throws(StoreFault) {
        let question = try Question(keys.opened(columns.bytes(3), as: .request))
        let request = SystemRequest(
            number: Int(columns.integer(1)), system: columns.text(2), path: question.path, body: question.body,
            within: Int(columns.integer(4)), step: columns.text(5))
        let draft = RequestDraft(
            request: request, channel: columns.text(6), arrivalKey: columns.optional(7, columns.bytes),
            deadline: Timestamp(milliseconds: columns.integer(8)), trace: columns.optional(9, columns.text))
        self.init(id: RequestID(rawValue: columns.integer(0)), draft: draft)
    }
}
