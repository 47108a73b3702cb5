import Conversation
import Expressions

/// A conversation that is over, as it is counted.
struct CountedNeed: Hashable {
    let month: String
    /// The flow that it stood in.
    let flow: String
    /// The code of the place; empty where that is not known.
    let place: String
    /// The tag of its language; empty for none.
    let language: String
    let outcome: Outcome

    init(_ saying: Saying, in place: String?, _ outcome: Outcome, at: Timestamp) {
        let day = at.date()
        month = "\(day.year)-\(day.month < 10 ? "0" : "")\(day.month)"
        flow = saying.flow
        self.place = place ?? ""
        language = saying.language ?? ""
        self.outcome = outcome
    }
}

extension CountedNeed: Comparable {
    private typealias Words = (String, String, String, String, String)

    private var words: Words { (month, flow, place, language, outcome.rawValue) }

    static func < (left: Self, right: Self) -> Bool { left.words < right.words }
}

/// What a conversation's row says of where it stands.
struct Saying {
    let flow: String
    /// The tag of its language; nil for none.
    let language: String?

    /// As it is after a turn that described it.
    init(_ turn: Turn) {
        flow = String(Step.flow(of: turn.standing))
        language = turn.saidIn
    }

    /// As it is before a turn; nil where its bytes cannot be read.
    init?(_ live: LiveSession) {
        guard let session = live.session, let step = session.standing else { return nil }
        flow = String(Step.flow(of: step))
        language = session.language
    }
}

/// Conversations are counted when they end.
extension Writer {
    /// The texts of the statements that count; the tests ask for their query plans.
    enum NeedSQL {
        private static let add = "INSERT INTO needs (month, flow, place, language, outcome, total)\n"

        private static let again = """

            ON CONFLICT (month, flow, place, language, outcome) DO UPDATE SET total = needs.total + excluded.total
            """

        static let several = add + "VALUES (?, ?, ?, ?, ?, ?)" + again

        /// One that is over, as its row says.
        static let one =
            add
                + """
                SELECT strftime('%Y-%m', ended_at / 1000, 'unixepoch'), flow, ?, coalesce(language, ''), outcome, 1
                FROM sessions WHERE id = ?
                """ + again

        static let all = [several, one]
    }

    /// Counts a conversation that is over. One that moved goes on in another record. They are written with those of the
    /// whole group, most of which are the same.
    ///
    /// - Parameters:
    ///   - saying: What its row says; nil where only the row knows.
    ///   - place: The code of the place that it is counted in; nil where that is not known.
    mutating func count(
        _ id: Int64, _ outcome: Outcome, _ saying: Saying?, in place: String?, at: Timestamp
    ) throws(StoreFault) {
        guard outcome != .moved else { return }
        guard let saying else { return try query(NeedSQL.one).run(place ?? "", id) }
        needs[CountedNeed(saying, in: place, outcome, at: at), default: 0] += 1
    }

    /// Writes what was counted, in an order that is the same for all: others may count beside.
    func keepNeeds() throws(StoreFault) {
        guard !needs.isEmpty else { return }
        let several = try query(NeedSQL.several)
        for (need, count) in needs.sorted(by: { $0.key < $1.key }) {
            try several.run(need.month, need.flow, need.place, need.language, need.outcome.rawValue, count)
        }
    }
}
