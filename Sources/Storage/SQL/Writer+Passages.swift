import Conversation
import Expressions

/// Moves from step to step are counted with the turn that makes them.
extension Writer {
    /// The texts of the statements that count; the tests ask for their query plans.
    enum PassageSQL {
        /// What the counts of a session are kept by; a session that began before anything was counted never is.
        private static let session = """
            sessions.day, coalesce(sessions.revision, ''), coalesce(sessions.language, '')
            """

        private static let add = """
            INSERT INTO passages (flow, target_flow, day, revision, language, step, way, target, outcome, count)

            """

        private static let once = " ON CONFLICT DO UPDATE SET count = count + 1"

        static let move =
            add + "SELECT ?1, ?2, \(session), ?3, ?4, ?5, '', 1 FROM sessions WHERE id = ?6 AND day IS NOT NULL" + once

        /// The step that it stands at, as its row says.
        private static let standing = "substr(sessions.step, 1, max(instr(sessions.step, '#') - 1, 0))"

        static let end =
            add
                + """
                SELECT ?1, '', \(session), ?2, ?3, '', ?4, 1 FROM sessions WHERE id = ?5 AND day IS NOT NULL
                """ + once

        static let endAtStep =
            add
                + """
                SELECT \(standing), '', \(session), sessions.step, '', '', ?1, 1 FROM sessions
                WHERE id = ?2 AND day IS NOT NULL
                """ + once

        static let endOfPerson =
            add
                + """
                SELECT \(standing), '', \(session), sessions.step, '', '', 'forgotten', 1 FROM sessions
                WHERE person = ?1 AND ended_at IS NULL AND day IS NOT NULL
                """ + once

        static let leaveLanguage =
            add
                + """
                SELECT \(standing), '', \(session), sessions.step, '', '', 'language', 1 FROM sessions
                WHERE id = ?1 AND day IS NOT NULL
                """ + once

        static let enterLanguage =
            add
                + """
                SELECT '', \(standing), sessions.day, coalesce(sessions.revision, ''), ?1, '', '', sessions.step, 'language', 1
                FROM sessions WHERE id = ?2 AND day IS NOT NULL
                """ + once

        static let all = [move, end, endAtStep, endOfPerson, leaveLanguage, enterLanguage]
    }

    /// Counts the moves of a turn.
    ///
    /// - Parameter outcome: How the session ended with it; nil while it goes on.
    func count(
        _ passages: [Passage], of session: Int64, endedBy outcome: Outcome? = nil
    ) throws(StoreFault) {
        for passage in passages where !passage.target.isEmpty {
            try turns.countPassage.run(
                String(Step.flow(of: passage.step)), String(Step.flow(of: passage.target)), passage.step, passage.way,
                passage.target, session)
        }
        guard let outcome else { return }
        guard let last = passages.last else { return try countEnd(of: session, outcome) }
        let (step, way) = last.target.isEmpty ? (last.step, last.way) : (last.target, "")
        try query(PassageSQL.end).run(String(Step.flow(of: step)), step, way, outcome.rawValue, session)
    }

    /// Counts that a session ends where it stands, by itself.
    func countEnd(of session: Int64, _ outcome: Outcome) throws(StoreFault) {
        try query(PassageSQL.endAtStep).run(outcome.rawValue, session)
    }

    /// Counts that a session goes on in another language, from where it stands.
    func countMove(of session: Int64, to language: String) throws(StoreFault) {
        try query(PassageSQL.leaveLanguage).run(session)
        try query(PassageSQL.enterLanguage).run(language, session)
    }
}
