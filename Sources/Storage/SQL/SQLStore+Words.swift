import Conversation
import Expressions
import Sealing

extension SQLStore {
    /// The texts of the statements that read lines for their words; the tests ask for their query plans.
    enum UnreadSQL {
        static let place = "SELECT line FROM word_place WHERE id = 1"

        static let lines = "SELECT id, session FROM transcript WHERE id > ? ORDER BY id LIMIT ?"

        static let conversation = "SELECT at, step, line, id FROM transcript WHERE session = ? ORDER BY id"

        static let revision = "SELECT revision FROM sessions WHERE id = ?"

        static let first = "SELECT at FROM transcript WHERE id > ? ORDER BY id LIMIT 1"

        static let all = [place, lines, conversation, revision, first]
    }

    package func unreadLines(limit: Int) async throws(StoreFault) -> UnreadLines {
        try await read { (database) throws(StoreFault) in
            let place = try Query(database, UnreadSQL.place).first { $0.integer(0) } ?? 0
            let lines = try Query(database, UnreadSQL.lines).all(place, limit) { columns in
                UnreadLines.Line(
                    id: LineID(rawValue: columns.integer(0)),
                    session: columns.optional(1, columns.integer).map(SessionID.init(rawValue:)))
            }
            var conversations: [SessionID: UnreadLines.Conversation] = [:]
            for session in Set(lines.compactMap(\.session)) {
                conversations[session] = try conversation(session, in: database)
            }
            return UnreadLines(lines: lines, conversations: conversations)
        }
    }

    /// A line that cannot be read any more has no words.
    private func conversation(
        _ session: SessionID, in database: any Connection
    ) throws(StoreFault) -> UnreadLines.Conversation {
        let revision = try Query(database, UnreadSQL.revision).first(session.rawValue) { $0.optional(0, $0.text) }
        let rows = try Query(database, UnreadSQL.conversation).all(session.rawValue) { row in
            (try? TranscriptLine(row, keys)).map { (LineID(rawValue: row.integer(3)), $0) }
        }.compactMap(\.self)
        return UnreadLines.Conversation(
            revision: (revision ?? nil).map(RevisionID.init), ids: rows.map(\.0), lines: rows.map(\.1))
    }

    @discardableResult package func keepWords(_ lines: [LineWords], form: Int) async throws(StoreFault) -> Bool {
        try await changes.commit { (writer) throws(StoreFault) in try writer.keepWords(lines, form: form) }
    }

    package func passLines(form: Int) async throws(StoreFault) {
        try await changes.commit { (writer) throws(StoreFault) in try writer.passLines(form: form) }
    }

    package func dropWords(except form: Int?, limit: Int) async throws(StoreFault) -> Bool {
        try await changes.commit { (writer) throws(StoreFault) in try writer.dropWords(except: form, limit: limit) }
    }
}
