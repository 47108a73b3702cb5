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

        private static let again = """
             ON CONFLICT (flow, day, revision, language, step, way, target, outcome)
            DO UPDATE SET count = passages.count +
            """
        private static let once = again + " 1"

        static let several = add + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" + again + " excluded.count"

        /// The step that it stands at, as its row says.
        private static let standing = "substr(sessions.step, 1, max(instr(sessions.step, '#') - 1, 0))"

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

        static let all = [several, endAtStep, endOfPerson]
    }

    /// Counts the moves of a turn. They are written with those of the whole group, many of which are the same.
    ///
    /// - Parameters:
    ///   - counting: What its moves are counted by; nil where it began before anything was counted.
    ///   - step: The step that its row says before the turn.
    ///   - outcome: How the session ended with it; nil while it goes on.
    mutating func count(
        _ passages: [Passage], by counting: Counting?, from step: String = "", endedBy outcome: Outcome? = nil
    ) {
        guard let counting else { return }
        for passage in passages where !passage.target.isEmpty {
            add(
                CountedPassage(
                    counting: counting, step: passage.step, way: passage.way, target: passage.target))
        }
        guard let outcome else { return }
        guard let last = passages.last else {
            return add(CountedPassage(counting: counting, step: step, way: "", outcome: outcome.rawValue))
        }
        let (step, way) = last.target.isEmpty ? (last.step, last.way) : (last.target, "")
        add(CountedPassage(counting: counting, step: step, way: way, outcome: outcome.rawValue))
    }

    private mutating func add(_ passage: CountedPassage) {
        passages[passage, default: 0] += 1
    }

    /// Writes what was counted, in an order that is the same for all: others may count beside.
    func keepPassages() throws(StoreFault) {
        guard !passages.isEmpty else { return }
        let several = try query(PassageSQL.several)
        for (passage, count) in passages.sorted(by: { $0.key < $1.key }) {
            let counting = passage.counting
            try several.run(
                String(Step.flow(of: passage.step)), String(Step.flow(of: passage.target)), counting.day,
                counting.revision,
                counting.language, passage.step, passage.way, passage.target, passage.outcome, count)
        }
    }

    /// Counts that the session of somebody who takes part in the turn ends where it stands, by itself.
    mutating func countEnd(of live: LiveSession, _ outcome: Outcome) {
        count([], by: live.counting, from: live.step, endedBy: outcome)
    }

    /// Counts that a session ends where it stands, by its row.
    func countEnd(of session: Int64, _ outcome: Outcome) throws(StoreFault) {
        try query(PassageSQL.endAtStep).run(outcome.rawValue, session)
    }

    /// Counts that a session goes on in another language, from where it stands.
    mutating func countMove(of live: LiveSession, to language: String) {
        guard let counting = live.counting else { return }
        add(CountedPassage(counting: counting, step: live.step, way: "", outcome: Self.language))
        add(
            CountedPassage(
                counting: counting.said(in: language), step: "", way: "", target: live.step, outcome: Self.language))
    }

    /// The outcome of a move into another language.
    private static let language = "language"
}
