import Conversation
import Expressions

/// People who have not agreed that anything is kept about them.
extension Writer {
    /// The texts of the statements about them; the tests ask for their query plans.
    enum GuestSQL {
        static let add = """
            INSERT INTO guests (person, due_at) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET due_at = excluded.due_at
            """

        static let drop = "DELETE FROM guests WHERE person = ?"

        static let due = "SELECT person FROM guests WHERE due_at <= ? ORDER BY due_at LIMIT ?"

        static let isWaitedFor = """
            SELECT 1 FROM cases WHERE person = ?1 AND closed_at IS NULL
            UNION ALL
            SELECT 1 FROM outbox
            WHERE person = ?1 AND due_at IS NOT NULL AND (expires_at IS NULL OR expires_at > ?2)
            LIMIT 1
            """

        static let all = [add, drop, due, isWaitedFor]
    }

    /// Milliseconds after which someone is looked at again who is still waited for.
    private static let pause: Int64 = 600_000

    /// Keeps until when someone is remembered, or that she is no guest while she is in a session.
    func keepGuest(of turn: Turn, _ address: KnownAddress) throws(StoreFault) {
        if let until = turn.guestUntil {
            try query(GuestSQL.add).run(address.person, until)
        } else if turn.isBeginning, turn.session != nil {
            try query(GuestSQL.drop).run(address.person)
        }
    }

    /// Whether staff have something to do for her, or a message is on its way.
    func isWaitedFor(_ person: Int64, at: Timestamp) throws(StoreFault) -> Bool {
        try query(GuestSQL.isWaitedFor).first(person, at, read: { $0.integer(0) }) != nil
    }

    /// Erases guests who need not be remembered any more; looks at those again later who are waited for. Returns how many
    /// they were.
    mutating func forgetGuests(at: Timestamp, limit: Int) throws(StoreFault) -> Int {
        let due = try query(GuestSQL.due).all(at, limit) { $0.integer(0) }
        for person in due {
            if try isWaitedFor(person, at: at) {
                try query(GuestSQL.add).run(person, Timestamp(milliseconds: at.milliseconds + Self.pause))
            } else {
                try erase(person, at: at)
            }
        }
        return due.count
    }
}
