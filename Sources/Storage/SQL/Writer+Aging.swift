import Conversation
import Expressions
import Sealing

/// What is kept long enough goes.
extension Writer {
    /// The texts of the statements that find it; the tests ask for their query plans.
    enum AgingSQL {
        /// Somebody who was in no conversation yet was heard when she became known. A conversation that a reminder began is
        /// none in which she was heard: then it is her number that tells.
        private static let heard = """
            SELECT id, record, coalesce(
                (SELECT min(max(last_at), coalesce((
                    SELECT max(addresses.heard_at) FROM profiles JOIN addresses ON addresses.id = profiles.address
                    WHERE profiles.person = persons.id AND profiles.left_at IS NULL), max(last_at)))
                 FROM sessions WHERE sessions.person = persons.id), created_at)
            FROM persons
            """

        static let people = heard + " WHERE id > ? AND erased_at IS NULL ORDER BY id LIMIT ?"

        static let person = heard + " WHERE id = ? AND erased_at IS NULL"

        static let lines = "SELECT id, at FROM transcript WHERE id > 0 ORDER BY id LIMIT ?"

        static let dropLines = "DELETE FROM transcript WHERE id > 0 AND id <= ?"

        /// Those that are settled, but for the row that only keeps the newest number.
        static let messages = """
            SELECT id, created_at FROM outbox
            WHERE id > 0 AND due_at IS NULL AND NOT (channel = '' AND id = (SELECT max(id) FROM outbox))
            ORDER BY id LIMIT ?
            """

        static let dropMessage = ["DELETE FROM deliveries WHERE outbox = ?", "DELETE FROM outbox WHERE id = ?"]

        static let cases = """
            SELECT number FROM cases
            WHERE closed_at IS NOT NULL AND words <> x'' AND closed_at < ? ORDER BY closed_at LIMIT ?
            """

        static let blankCase = "UPDATE cases SET words = x'' WHERE number = ?"

        static let claims = "SELECT id, other, undone_at IS NULL FROM claims WHERE at < ? ORDER BY at LIMIT ?"

        static let dropClaim = [
            "UPDATE pleas SET claim = NULL WHERE claim = ?", "DELETE FROM claim_rows WHERE claim = ?",
            "DELETE FROM claims WHERE id = ?",
        ]

        static let hasNumber = "SELECT 1 FROM profiles WHERE person = ? AND left_at IS NULL LIMIT 1"

        static let all =
            [people, person, lines, dropLines, messages, cases, blankCase, claims, hasNumber] + dropMessage + dropClaim
    }

    /// Lets the records of some people age, and erases who was not heard for too long. Returns how many they were.
    mutating func agePeople(
        _ people: some Sequence<Int64>, _ stretch: AgingStretch, _ age: (Person) -> Person
    ) throws(StoreFault) -> (changed: Int, erased: Int) {
        var (changed, erased) = (0, 0)
        for id in people {
            guard let person = try query(AgingSQL.person).first(id, read: { AgingPerson($0, keys) }) else { continue }
            if person.heardAt < stretch.heardSince {
                guard try !isWaitedFor(id, at: stretch.at) else { continue }
                try erase(id, at: stretch.at)
                erased += 1
            } else if let record = person.record, case let aged = age(record), aged != record {
                try turns.changePerson.run(seal(aged), id)
                memory.forget(id)
                changed += aged.fields == record.fields ? 0 : 1
            }
        }
        return (changed, erased)
    }

    /// Drops what is older than it may be, the oldest first.
    mutating func dropTexts(_ kept: KeptTexts, at: Timestamp, limit: Int) throws(StoreFault) -> DroppedTexts {
        var dropped = DroppedTexts()
        let lines = try query(AgingSQL.lines).all(limit) { ($0.integer(0), $0.integer(1)) }
            .prefix { $0.1 < kept.transcripts.milliseconds }
        if let last = lines.last { try query(AgingSQL.dropLines).run(last.0) }
        dropped.lines = lines.count
        let messages = try query(AgingSQL.messages).all(limit) { ($0.integer(0), $0.integer(1)) }
            .prefix { $0.1 < kept.messages.milliseconds }
        try keepingNewestNumber(at: at) { (writer) throws(StoreFault) in
            for (id, _) in messages {
                for sql in AgingSQL.dropMessage { try writer.query(sql).run(id) }
            }
        }
        dropped.messages = messages.count
        for number in try query(AgingSQL.cases).all(kept.cases, limit, read: { $0.integer(0) }) {
            try query(AgingSQL.blankCase).run(number)
            dropped.notes += 1
        }
        let claims = try query(AgingSQL.claims).all(kept.claims, limit) { columns in
            (id: columns.integer(0), other: columns.integer(1), stands: columns.integer(2) == 1)
        }
        for claim in claims { try drop(claim: claim.id, claim.other, stands: claim.stands, at: at) }
        dropped.claims = claims.count
        return dropped
    }

    /// A claim that cannot be undone any more; the record that was begun on its number goes with it where no number leads
    /// to it. One that was undone is a record of its own again.
    private mutating func drop(claim id: Int64, _ other: Int64, stands: Bool, at: Timestamp) throws(StoreFault) {
        try query(ConsentSQL.settle).run(id)
        for sql in AgingSQL.dropClaim { try query(sql).run(id) }
        guard stands, try query(AgingSQL.hasNumber).first(other, read: { $0.integer(0) }) == nil else { return }
        try erase(other, at: at)
    }
}
