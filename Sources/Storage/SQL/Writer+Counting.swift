import Conversation
import Expressions

/// How much is kept of somebody.
extension Writer {
    /// The texts of the statements; the tests ask for their query plans.
    enum CountingSQL {
        static let counts = """
            SELECT created_at,
                   (SELECT count(*) FROM profiles WHERE profiles.person = persons.id AND left_at IS NULL),
                   (SELECT count(*) FROM sessions WHERE sessions.person = persons.id),
                   (SELECT count(*) FROM cases WHERE cases.person = persons.id),
                   (SELECT count(*) FROM reminders WHERE reminders.person = persons.id),
                   (SELECT count(*) FROM claim_codes
                    WHERE claim_codes.person = persons.id AND used_at IS NULL AND expires_at > ?2)
            FROM persons WHERE id = ?1
            """

        static let all = [counts]
    }

    func counts(of person: Int64, at now: Timestamp) throws(StoreFault) -> RecordCounts {
        let counts = try query(CountingSQL.counts).first(person, now) { columns in
            RecordCounts(
                since: Timestamp(milliseconds: columns.integer(0)), numbers: Int(columns.integer(1)),
                conversations: Int(columns.integer(2)), cases: Int(columns.integer(3)),
                reminders: Int(columns.integer(4)), codes: Int(columns.integer(5)))
        }
        return counts ?? RecordCounts()
    }
}
