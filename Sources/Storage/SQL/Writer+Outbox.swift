import Conversation
import Delivery
import Expressions
import Sealing

extension Writer {
    /// The texts of the outbox's statements; the tests ask for their query plans.
    enum OutboxSQL {
        /// A lease is nothing but a later due time: an unsettled message comes back when it ends. What nobody asked for
        /// holds up no answer, and is overtaken when something was said after it.
        static let due = """
            SELECT outbox.id, outbox.person, addresses.sealed, outbox.message, outbox.attempts,
                   outbox.created_at, outbox.expires_at, outbox.accepted, outbox.state, outbox.quiet_from,
                   outbox.quiet_to, outbox.trace, outbox.quiet_from IS NOT NULL AND coalesce((
                       SELECT last_at FROM sessions WHERE sessions.person = outbox.person ORDER BY id DESC LIMIT 1)
                       > outbox.created_at, false)
            FROM outbox
            JOIN addresses ON addresses.id = outbox.address
            WHERE outbox.channel = ?1 AND outbox.due_at <= ?2 AND NOT EXISTS (
                SELECT 1 FROM outbox AS earlier
                WHERE earlier.person = outbox.person AND earlier.channel = outbox.channel
                  AND earlier.id < outbox.id AND earlier.due_at IS NOT NULL
                  AND (earlier.quiet_from IS NULL OR outbox.quiet_from IS NOT NULL))
            ORDER BY outbox.due_at
            LIMIT ?3
            """

        /// A claim that follows another without anything in between counts that one as an attempt.
        static let claim =
            "UPDATE outbox SET due_at = ?, attempts = attempts + iif(state = 1, 1, 0), state = 1 WHERE id = ?"

        static let renew = "UPDATE outbox SET due_at = ?1 WHERE id = ?2 AND state = 1 AND due_at < ?1"

        static let postpone = """
            UPDATE outbox SET due_at = ?, attempts = attempts + ?, state = ?, accepted = max(accepted, ?)
            WHERE id = ? AND due_at IS NOT NULL
            """

        static let settle = """
            UPDATE outbox
            SET due_at = NULL, settled_at = ?, attempts = attempts + ?, dead_reason = ?, state = 0,
                accepted = max(accepted, ?)
            WHERE id = ? AND due_at IS NOT NULL
            """

        /// What is on its way is not called back; what of it comes back is not sent again.
        static let cancel = """
            UPDATE outbox
            SET due_at = iif(state = 1, due_at, NULL), settled_at = iif(state = 1, NULL, ?1),
                dead_reason = iif(state = 1, NULL, ?2), expires_at = ?1
            WHERE person = ?3 AND due_at IS NOT NULL
            """

        static let recipient = """
            SELECT outbox.channel, addresses.channel, persons.id, persons.record
            FROM outbox
            JOIN addresses ON addresses.id = outbox.address
            JOIN persons ON persons.id = outbox.person
            WHERE outbox.id = ?
            """

        /// Another channel's provider has none of its parts.
        static let moveParts = "DELETE FROM deliveries WHERE outbox = ?1 AND channel <> ?2"

        /// Not to a number that may be someone else's by now, not to nobody, and not to someone who wanted none.
        static let revive = """
            UPDATE outbox
            SET due_at = ?1, settled_at = NULL, dead_reason = NULL, attempts = 0, state = 0, expires_at = ?2,
                accepted = iif(channel = ?4, accepted, 0), channel = ?4
            WHERE id = ?3 AND person > 0 AND dead_reason IS NOT NULL AND dead_reason <> 'opted out' AND EXISTS (
                SELECT 1 FROM addresses
                WHERE addresses.id = outbox.address AND addresses.person = outbox.person AND addresses.standing = 0
                  AND addresses.stopped = 0)
            """

        static let all = [due, claim, renew, postpone, settle, cancel, recipient, moveParts, revive]
    }

    /// Writes a message for a number of somebody's, due at once.
    ///
    /// - Parameter session: The conversation that says it; nil where staff do, or nobody is in one.
    func add(
        _ draft: OutboxDraft, to person: Int64, at address: Int64, of session: Int64? = nil, now: Timestamp
    ) throws(StoreFault) {
        try turns.addMessage.run(
            person, address, draft.channel, seal(draft.text, as: .message), now, session, draft.expiresAt,
            draft.quiet?.from.secondsSinceMidnight, draft.quiet?.to.secondsSinceMidnight, draft.segments,
            draft.trace)
    }

    /// Takes due messages, on each channel as many as it has room for.
    func claim(rooms: [String: Int], at: Timestamp, lease: Int64) throws(StoreFault) -> [OutboxRow] {
        let due = try query(OutboxSQL.due)
        let claim = try query(OutboxSQL.claim)
        var rows: [OutboxRow] = []
        for (channel, room) in rooms where room > 0 {
            rows += try due.all(channel, at, room) { OutboxRow($0, channel: channel, keys) }
        }
        for row in rows { try claim.run(at + lease, row.id.rawValue) }
        return rows
    }

    func renewLeases(of ids: [OutboxID], until: Timestamp) throws(StoreFault) {
        for id in ids { try query(OutboxSQL.renew).run(until, id.rawValue) }
    }

    func settle(_ results: [OutboxResult]) throws(StoreFault) {
        for result in results {
            try settle(result)
            guard !result.parts.isEmpty else { continue }
            for part in result.parts { try keep(part, of: result) }
            try keepStatus(of: result.id, at: result.at)
        }
    }

    private func settle(_ result: OutboxResult) throws(StoreFault) {
        let id = result.id.rawValue
        switch result.action {
        case .sent: try query(OutboxSQL.settle).run(result.at, 1, String?.none, result.accepted, id)
        case .dead(let reason):
            try query(OutboxSQL.settle)
                .run(result.at, reason.isOfAttempt ? 1 : 0, reason.description, result.accepted, id)
            if try changes == 1, reason.isFailure { try query(SessionSQL.flagOfMessage).run(id) }
        case .retry(let at): try postpone(result, to: at, attempts: 1, .waits)
        case .unsure(let until): try postpone(result, to: until, attempts: 1, .unsure)
        case .hold(let until): try postpone(result, to: until, attempts: 0, .waits)
        }
    }

    private enum State: Int {
        case waits = 0
        case unsure = 2
    }

    private func postpone(
        _ result: OutboxResult, to due: Timestamp, attempts: Int, _ state: State
    ) throws(StoreFault) {
        try query(OutboxSQL.postpone).run(due, attempts, state.rawValue, result.accepted, result.id.rawValue)
    }

    /// Gives up whatever waits for a person who wants no messages.
    func cancelMessages(to person: Int64, at: Timestamp) throws(StoreFault) {
        try query(OutboxSQL.cancel).run(at, DeadReason.optedOut.description, person)
    }

    /// Lets messages that were given up go once more. Returns how many there were.
    func revive(
        _ ids: [OutboxID], at: Timestamp, expiresAt: Timestamp, on channel: RevivalChannel
    ) throws(StoreFault) -> Int {
        var count = 0
        for id in ids.map(\.rawValue) {
            let recipient = try query(OutboxSQL.recipient).first(id) { columns in
                (
                    own: columns.text(0), heard: columns.text(1),
                    person: try? Person(columns.bytes(3), of: columns.integer(2), keys)
                )
            }
            // Whoever has written STOP since gets none, nor does who may have: her record cannot be opened.
            guard let recipient, recipient.person?.isStopped == false else { continue }
            let chosen = channel(recipient.own, recipient.heard)
            try query(OutboxSQL.revive).run(at, expiresAt, id, chosen)
            guard try changes == 1 else { continue }
            count += 1
            if chosen != recipient.own { try query(OutboxSQL.moveParts).run(id, chosen) }
        }
        return count
    }
}

extension OutboxRow {
    /// Reads the columns of `OutboxSQL.due`, as the row is once `OutboxSQL.claim` has counted the claim before.
    fileprivate init(_ columns: Columns, channel: String, _ keys: KeyRing) {
        let isAbandoned = columns.integer(8) == 1
        self.init(
            id: OutboxID(rawValue: columns.integer(0)), person: PersonID(rawValue: columns.integer(1)),
            channel: channel, content: Content(number: columns.bytes(2), text: columns.bytes(3), keys),
            attempts: Int(columns.integer(4)) + (isAbandoned ? 1 : 0),
            accepted: Int(columns.integer(7)), isAbandoned: isAbandoned,
            createdAt: Timestamp(milliseconds: columns.integer(5)),
            expiresAt: columns.optional(6, columns.integer).map(Timestamp.init(milliseconds:)),
            quiet: QuietHours(from: columns.time(9), to: columns.time(10)), isOvertaken: columns.integer(12) == 1,
            trace: columns.optional(11, columns.text))
    }
}

extension QuietHours {
    /// None where either is missing.
    fileprivate init?(from: TimeOfDay?, to: TimeOfDay?) {
        guard let from, let to else { return nil }
        self.init(from: from, to: to)
    }
}

extension Columns {
    /// Seconds since midnight.
    fileprivate func time(_ index: Int32) -> TimeOfDay? {
        optional(index, integer).map { TimeOfDay.midnight.moved(by: Int(clamping: $0)) }
    }
}

extension OutboxRow.Content {
    /// Opens the number and the text; nil where either cannot be opened.
    fileprivate init?(number: [UInt8], text: [UInt8], _ keys: KeyRing) {
        guard let number = try? keys.open(number, as: .number), let text = try? keys.open(text, as: .message) else {
            return nil
        }
        self.init(number: String(decoding: number, as: UTF8.self), text: String(decoding: text, as: UTF8.self))
    }
}
