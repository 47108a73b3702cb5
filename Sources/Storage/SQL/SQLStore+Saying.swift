import Conversation
import Expressions

extension SQLStore {
    /// The texts of the statements that find what was said; the tests ask for their query plans.
    enum SayingSQL {
        /// Counts no further than it must to tell what is rare.
        static let frequency = "SELECT count(*) FROM (SELECT 1 FROM phrase_words WHERE word = ?1 LIMIT ?2)"

        static let phrases = "SELECT phrase FROM phrase_words WHERE word = ? ORDER BY phrase DESC LIMIT ?"

        static let has = "SELECT 1 FROM phrase_words WHERE word = ? AND phrase = ?"

        static let sessions = """
            SELECT DISTINCT session FROM line_phrases WHERE phrase = ? AND session < ? AND session > ?
            ORDER BY session DESC LIMIT ?
            """

        static let all = [frequency, phrases, has, sessions]
    }

    package func sessions(
        saying words: [WordDigest], _ filter: SessionFilter, before: SessionID?, limit: Int
    ) async throws(StoreFault) -> WordFinding {
        try await read { (database) throws(StoreFault) in
            let search = WordSearch(database: database, words: words)
            let phrases = try search.phrases()
            let numbers = try search.sessions(saying: phrases.all, before: before?.rawValue ?? .max)
            var found: [SessionSummary] = []
            var last: Int64?
            for number in numbers where found.count < limit {
                last = number
                if let session = try search.session(number, passing: filter) { found.append(session) }
            }
            // What was not looked at, or not even found, is behind the last one.
            let isEnd = last == numbers.last && numbers.count < WordSearch.mostSessions
            return WordFinding(
                sessions: found, next: isEnd ? nil : last.map(SessionID.init(rawValue:)), isPartial: phrases.isPartial,
                unreadSince: try search.unreadSince())
        }
    }
}

/// Looks for what has all of some words.
private struct WordSearch {
    /// As many conversations as are looked at in one go.
    static let mostSessions = 1_000
    /// As many different things that were said.
    static let mostPhrases = 20_000
    /// A word that is in more of them is not counted further.
    static let frequent = 1_000

    let database: any Connection
    let words: [WordDigest]

    /// The numbers of the conversations, the greatest first, no more than are looked at in one go.
    func sessions(saying phrases: [Int64], before: Int64) throws(StoreFault) -> [Int64] {
        let query = try Query(database, SQLStore.SayingSQL.sessions)
        var (found, floor): (Set<Int64>, Int64) = ([], 0)
        for phrase in phrases {
            found.formUnion(try query.all(phrase, before, floor, Self.mostSessions) { $0.integer(0) })
            guard found.count > 2 * Self.mostSessions else { continue }
            let kept = found.sorted(by: >).prefix(Self.mostSessions)
            (found, floor) = (Set(kept), kept.last ?? 0)
        }
        return Array(found.sorted(by: >).prefix(Self.mostSessions))
    }

    /// What was said with all the words, and whether there may be more of it: the rarest word leads.
    func phrases() throws(StoreFault) -> (all: [Int64], isPartial: Bool) {
        let count = try Query(database, SQLStore.SayingSQL.frequency)
        var counted: [(word: Int64, count: Int64)] = []
        for word in words {
            counted.append((word.rawValue, try count.first(word.rawValue, Self.frequent) { $0.integer(0) } ?? 0))
        }
        guard let rarest = counted.min(by: { $0.count < $1.count }), rarest.count > 0 else {
            return ([], false)
        }
        let others = counted.map(\.word).filter { $0 != rarest.word }
        let has = try Query(database, SQLStore.SayingSQL.has)
        let leading = try Query(database, SQLStore.SayingSQL.phrases).all(rarest.word, Self.mostPhrases) {
            $0.integer(0)
        }
        var phrases: [Int64] = []
        for phrase in leading where try hasAll(others, phrase, has) { phrases.append(phrase) }
        return (phrases, leading.count == Self.mostPhrases)
    }

    private func hasAll(_ words: [Int64], _ phrase: Int64, _ has: Query) throws(StoreFault) -> Bool {
        for word in words where try has.first(word, phrase, read: { $0.integer(0) }) == nil { return false }
        return true
    }

    /// A conversation, if it passes.
    func session(_ number: Int64, passing filter: SessionFilter) throws(StoreFault) -> SessionSummary? {
        try Query(database, SQLStore.SessionListSQL.found).first(
            filter.until ?? Timestamp(milliseconds: .max), 0, filter.from ?? Timestamp(milliseconds: .min),
            filter.channel, filter.flow, filter.language, filter.outcome?.rawValue, filter.isOpen ? 1 : 0,
            filter.isFlagged ? 1 : 0, 1, filter.person?.rawValue, filter.tag, filter.isWithStaff ? 1 : 0,
            filter.place?.rawValue,
            number
        ) { SessionSummary($0) }
    }

    /// When the first line was said whose words are not known yet.
    func unreadSince() throws(StoreFault) -> Timestamp? {
        let place = try Query(database, SQLStore.UnreadSQL.place).first { $0.integer(0) } ?? 0
        return try Query(database, SQLStore.UnreadSQL.first).first(place) {
            Timestamp(milliseconds: $0.integer(0))
        }
    }
}
