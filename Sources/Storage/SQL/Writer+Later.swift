import Conversation
import Expressions
import Sealing

extension Writer {
    /// The texts of the statements for what comes after a turn; the tests ask for their query plans.
    enum LaterSQL {
        /// The columns that `KnownAddress` and `KnownPerson` read.
        private static let known = """
            SELECT addresses.id, persons.id, addresses.channel, persons.record,
                   sessions.id, sessions.address, sessions.state, sessions.silence_at,
                   addresses.standing, addresses.heard_at, addresses.gate, addresses.attempts,
                   addresses.shared, addresses.stopped, addresses.person = persons.id,
                   addresses.blocked_until, addresses.objection_until,
                   sessions.day, sessions.revision, sessions.language, sessions.step
            """

        /// Not where somebody else has the number by now.
        static let knownByReminder =
            known + """
                 FROM reminders
                JOIN addresses ON addresses.id = reminders.address
                JOIN profiles ON profiles.person = reminders.person AND profiles.address = addresses.id
                JOIN persons ON persons.id = reminders.person
                LEFT JOIN sessions ON sessions.person = reminders.person AND sessions.ended_at IS NULL
                WHERE profiles.left_at IS NULL AND reminders.id = ? AND reminders.due_at <= ?
                """

        /// Only the session that asked waits for the answer.
        static let knownByRequest =
            known + """
                 FROM requests
                JOIN sessions ON sessions.id = requests.session AND sessions.ended_at IS NULL
                JOIN persons ON persons.id = sessions.person
                JOIN addresses ON addresses.id = sessions.address
                WHERE requests.id = ?
                """

        static let knownByMessage =
            known + """
                 FROM outbox
                JOIN addresses ON addresses.id = outbox.address
                JOIN persons ON persons.id = addresses.person
                LEFT JOIN sessions ON sessions.person = addresses.person AND sessions.ended_at IS NULL
                WHERE outbox.id = ? AND persons.id > 0
                """

        /// A person's other conversation may be the one that lives. Of one that was an erased person's nothing is known.
        static let knownBySession =
            known + """
                 FROM sessions AS talk
                JOIN addresses ON addresses.id = talk.address
                JOIN persons ON persons.id = talk.person
                LEFT JOIN sessions ON sessions.person = talk.person AND sessions.ended_at IS NULL
                WHERE talk.id = ? AND persons.id > 0
                """

        static let dueReminders = """
            SELECT id, step, due_at, channel FROM reminders WHERE due_at <= ? ORDER BY due_at LIMIT ?
            """

        /// With it goes what is due of the same step, by which she would be told the same again.
        static let dropReminder = """
            DELETE FROM reminders
            WHERE due_at <= ?2 AND (person, step) = (SELECT person, step FROM reminders WHERE id = ?1 AND due_at <= ?2)
            """

        static let wakeReminders = """
            UPDATE reminders SET due_at = ?3
            WHERE id IN (SELECT id FROM reminders WHERE rule = ?1 AND version < ?2 AND due_at IS NULL LIMIT ?4)
            """

        static let dropRequest = "DELETE FROM requests WHERE id = ?"

        static let answerArrival = """
            UPDATE inbound_keys SET answer = ?1, at = ?3
            WHERE ?1 IS NOT NULL AND key = (SELECT arrival_key FROM requests WHERE id = ?2)
            """

        static let all = [
            knownByReminder, knownByRequest, knownByMessage, knownBySession, dueReminders, dropReminder, wakeReminders,
            dropRequest, answerArrival,
        ]
    }

    /// Takes away what a reminder or an answer is about: it advances a conversation at most once. Returns whether it
    /// was still there.
    func consume(_ arrival: Arrival) throws(StoreFault) -> Bool {
        switch arrival.subject {
        case .address, .timer, .recipient, .session: return true
        case .reminder(let id): try query(LaterSQL.dropReminder).run(id.rawValue, arrival.at)
        case .request(let id): try query(LaterSQL.dropRequest).run(id.rawValue)
        }
        return try changes > 0
    }

    /// Makes reminders due that wait for a later version of a rule than theirs. Returns how many.
    func wakeReminders(of current: RuleVersion, at: Timestamp, limit: Int) throws(StoreFault) -> Int {
        try query(LaterSQL.wakeReminders).run(current.rule, Int64(current.version), at, limit)
        return try changes
    }

    /// Keeps the answer that a repeat of the arrival gets which began a request.
    func answer(arrivalOf subject: Subject, _ answer: [UInt8]?, at: Timestamp) throws(StoreFault) {
        guard case .request(let id) = subject else { return }
        try query(LaterSQL.answerArrival).run(seal(answer: answer), id.rawValue, at)
    }

    /// Keeps what is to come after a turn. Returns the question to ask now.
    func keepLater(
        _ decision: Decision, _ address: KnownAddress, _ session: Int64?
    ) throws(StoreFault) -> RequestRow? {
        if let channel = decision.reminderChannel {
            for reminder in decision.turn.reminders {
                let awaited = reminder.awaited
                try turns.planReminder.run(
                    address.person, address.id, channel, reminder.step, awaited?.rule ?? "",
                    Int64(awaited?.version ?? 0), awaited == nil ? reminder.at : nil)
            }
        }
        guard let draft = decision.request, let session else { return nil }
        let request = draft.request
        let id = try turns.addRequest.inserted(
            session, Int64(request.number), draft.channel, draft.arrivalKey, request.system,
            seal(Question(request).encoded(), as: .request), Int64(request.within), request.step, draft.deadline,
            draft.trace)
        return RequestRow(id: RequestID(rawValue: id), draft: draft)
    }
}
