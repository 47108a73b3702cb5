import Conversation
import Expressions
import Sealing

/// What people agree to.
extension Writer {
    /// The texts of the statements about it; the tests ask for their query plans.
    enum ConsentSQL {
        static let addWording = "INSERT INTO wordings (digest, text) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING"

        static let wording = "SELECT id FROM wordings WHERE digest = ?"

        static let add = """
            INSERT INTO consents (person, at, subject, change, step, number, language, revision, channel, wording)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """

        /// Those of a record and of all that became part of it.
        static let ofPerson = """
            WITH RECURSIVE records (id) AS (
                SELECT ?1
                UNION SELECT claims.other FROM records JOIN claims ON claims.person = records.id
                WHERE claims.undone_at IS NULL
            )
            SELECT consents.at, consents.subject, consents.change, consents.step, consents.number, consents.language,
                   consents.revision, consents.channel, wordings.digest, wordings.text
            FROM records
            JOIN consents ON consents.person = records.id
            LEFT JOIN wordings ON wordings.id = consents.wording
            ORDER BY consents.at, consents.id
            """

        /// They go over to the record that a claim brought, once it cannot be undone any more.
        static let settle = """
            UPDATE consents SET person = (SELECT person FROM claims WHERE id = ?1)
            WHERE person = (SELECT other FROM claims WHERE id = ?1 AND undone_at IS NULL)
            """

        static let all = [addWording, wording, add, ofPerson, settle]
    }

    /// Keeps what a turn noted, each with its words.
    func keepConsents(of turn: Turn, _ person: Int64, at: Timestamp) throws(StoreFault) {
        for note in turn.consents {
            let wording = try note.text.isEmpty ? nil : keepWording(note.text)
            try query(ConsentSQL.add).run(
                person, at, note.subject, note.change.rawValue, note.step, note.wording, note.language,
                note.revision.hash, note.channel, wording)
        }
    }

    private func keepWording(_ text: String) throws(StoreFault) -> Int64? {
        let digest = TextDigest.of(text)
        try query(ConsentSQL.addWording).run(digest, text)
        return try query(ConsentSQL.wording).first(digest) { $0.integer(0) }
    }
}

extension SQLStore {
    package func consents(of person: PersonID) async throws(StoreFault) -> [ConsentRow] {
        let rows = try await read { (database) throws(StoreFault) in
            try Query(database, Writer.ConsentSQL.ofPerson).all(person.rawValue) { ConsentRow($0) }
        }
        return rows.compactMap(\.self)
    }
}

extension ConsentRow {
    /// Nil for a change that only a newer version knows.
    fileprivate init?(_ columns: Columns) {
        guard let change = ConsentNote.Change(rawValue: columns.text(2)) else { return nil }
        self.init(
            at: Timestamp(milliseconds: columns.integer(0)),
            note: ConsentNote(
                subject: columns.text(1), change: change, step: columns.text(3), text: columns.text(9),
                wording: Int(columns.integer(4)), language: columns.text(5), revision: RevisionID(columns.text(6)),
                channel: columns.text(7)), digest: columns.optional(8, columns.bytes))
    }
}
