package import Conversation
import Expressions
import Sealing

extension SQLStore {
    /// The texts of the statements that find conversations; the tests ask for their query plans.
    ///
    /// Every filter is a condition of each of them. They differ in the one that leads, whose index brings the rows in
    /// the order of the list, so that a page is read and nothing is sorted.
    enum SessionListSQL {
        private static let columns = """
            SELECT sessions.id, sessions.person, sessions.channel, sessions.flow, sessions.language, sessions.revision,
                   sessions.began_at, sessions.last_at, sessions.ended_at, sessions.outcome, sessions.step,
                   (SELECT count(*) FROM transcript WHERE transcript.session = sessions.id), sessions.flags
            """

        /// Either says the other; indexes of open ones name the first on SQLite and the second on PostgreSQL.
        static let isOpen = "sessions.ended_at IS NULL AND sessions.outcome IS NULL"

        private static let passing = """
             AND (?4 IS NULL OR sessions.channel = ?4) AND (?5 IS NULL OR sessions.flow = ?5)
                AND (?6 IS NULL OR sessions.language = ?6) AND (?7 IS NULL OR sessions.outcome = ?7)
                AND (?8 = 0 OR sessions.ended_at IS NULL) AND (?9 = 0 OR sessions.flags > 0)
                AND (?13 = 0 OR sessions.with_staff = 1 AND sessions.ended_at IS NULL)
                AND (?11 IS NULL OR sessions.person = ?11)
                AND (?12 IS NULL OR EXISTS (
                    SELECT 1 FROM tags WHERE tags.session = sessions.id AND tags.digest = ?12))
                AND (?14 IS NULL OR EXISTS (
                    SELECT 1 FROM session_places AS there
                    WHERE there.place = ?14 AND there.began_at = sessions.began_at AND there.session = sessions.id))
            """

        private static let filtered =
            " AND (sessions.began_at, sessions.id) < (?1, ?2) AND sessions.began_at >= ?3" + passing
            + " ORDER BY sessions.began_at DESC, sessions.id DESC LIMIT ?10"

        static let everything = columns + " FROM sessions WHERE true" + filtered
        static let ofChannel = columns + " FROM sessions WHERE channel = ?4" + filtered
        static let ofFlow = columns + " FROM sessions WHERE flow = ?5" + filtered
        static let inLanguage = columns + " FROM sessions WHERE language = ?6" + filtered
        static let ended = columns + " FROM sessions WHERE outcome = ?7" + filtered
        static let open = columns + " FROM sessions WHERE \(isOpen)" + filtered
        static let flagged = columns + " FROM sessions WHERE flags > 0" + filtered
        static let withStaff = columns + " FROM sessions WHERE with_staff = 1 AND \(isOpen)" + filtered

        /// A few, which are sorted.
        static let ofPerson = columns + " FROM sessions WHERE person = ?11" + filtered

        static let ofTag =
            columns + " FROM tags JOIN sessions ON sessions.id = tags.session WHERE tags.digest = ?12" + filtered

        static let inPlace =
            columns + """
                 FROM session_places JOIN sessions ON sessions.id = session_places.session
                WHERE session_places.place = ?14 AND (session_places.began_at, session_places.session) < (?1, ?2)
                    AND session_places.began_at >= ?3
                """ + passing + " ORDER BY session_places.began_at DESC, session_places.session DESC LIMIT ?10"

        /// One that was found by words, if it passes.
        static let found = columns + " FROM sessions WHERE sessions.id = ?15" + filtered

        /// From one place to the next, however many conversations each has.
        static let places = """
            WITH RECURSIVE known (place) AS (
                SELECT min(place) FROM session_places
                UNION ALL
                SELECT (SELECT min(place) FROM session_places WHERE place > known.place) FROM known
                WHERE known.place IS NOT NULL)
            SELECT place FROM known WHERE place IS NOT NULL
            """

        static let one = columns + " FROM sessions WHERE id = ?"

        static let ofCase = "SELECT session FROM cases WHERE number = ? AND session IS NOT NULL"

        static let people = """
            SELECT profiles.person FROM addresses JOIN profiles ON profiles.address = addresses.id
            WHERE addresses.fingerprint = ? ORDER BY profiles.number DESC
            """

        static let number = """
            SELECT addresses.sealed FROM sessions JOIN addresses ON addresses.id = sessions.address
            WHERE sessions.id = ? AND addresses.id > 0
            """

        static let transcript = "SELECT at, step, line FROM transcript WHERE session = ? ORDER BY id"

        /// Those that give pages of lists.
        static let lists = [
            everything, ofChannel, ofFlow, inLanguage, ended, open, flagged, withStaff, inPlace, found,
        ]

        /// The statement for a filter: what leaves the fewest rows leads.
        static func list(_ filter: SessionFilter) -> String {
            if filter.person != nil { return ofPerson }
            if filter.tag != nil { return ofTag }
            if filter.isWithStaff { return withStaff }
            if filter.isFlagged { return flagged }
            if filter.isOpen { return open }
            if filter.place != nil { return inPlace }
            if filter.flow != nil { return ofFlow }
            if filter.channel != nil { return ofChannel }
            if filter.language != nil { return inLanguage }
            return filter.outcome == nil ? everything : ended
        }
    }

    package func sessions(
        _ filter: SessionFilter, after place: SessionPlace?, limit: Int
    ) async throws(StoreFault) -> [SessionSummary] {
        let before = place?.beganAt ?? filter.until ?? Timestamp(milliseconds: .max)
        let (number, from) = (place?.id.rawValue ?? 0, filter.from ?? Timestamp(milliseconds: .min))
        return try await read { (database) throws(StoreFault) in
            try Query(database, SessionListSQL.list(filter)).all(
                before, number, from, filter.channel, filter.flow, filter.language, filter.outcome?.rawValue,
                filter.isOpen ? 1 : 0, filter.isFlagged ? 1 : 0, limit, filter.person?.rawValue,
                filter.tag, filter.isWithStaff ? 1 : 0, filter.place?.rawValue
            ) { SessionSummary($0) }
        }
    }

    package func placesOfSessions() async throws(StoreFault) -> [PlaceDigest] {
        try await read { (database) throws(StoreFault) in
            try Query(database, SessionListSQL.places).all { PlaceDigest(rawValue: $0.integer(0)) }
        }
    }

    package func session(_ id: SessionID) async throws(StoreFault) -> SessionSummary? {
        try await read { (database) throws(StoreFault) in
            try Query(database, SessionListSQL.one).first(id.rawValue) { SessionSummary($0) }
        }
    }

    package func session(ofCase number: Int) async throws(StoreFault) -> SessionID? {
        try await read { (database) throws(StoreFault) in
            try Query(database, SessionListSQL.ofCase).first(number) { SessionID(rawValue: $0.integer(0)) }
        }
    }

    package func people(withNumber fingerprint: [UInt8]) async throws(StoreFault) -> [PersonID] {
        try await read { (database) throws(StoreFault) in
            try Query(database, SessionListSQL.people).all(fingerprint) { PersonID(rawValue: $0.integer(0)) }
        }
    }

    package func numberEnding(of session: SessionID) async throws(StoreFault) -> String? {
        try await read { (database) throws(StoreFault) in
            try Query(database, SessionListSQL.number).first(session.rawValue) { (columns) throws(StoreFault) in
                String(try keys.openedText(columns.bytes(0), as: .number).suffix(SessionSummary.digitsShown))
            }
        }
    }

    package func transcript(of session: SessionID) async throws(StoreFault) -> [TranscriptLine] {
        try await read { (database) throws(StoreFault) in
            try Query(database, SessionListSQL.transcript).all(session.rawValue) { (row) throws(StoreFault) in
                try TranscriptLine(row, keys)
            }
        }
    }
}

extension SessionSummary {
    /// Reads the columns of `SessionListSQL`.
    init(_ columns: Columns) {
        self.init(
            id: SessionID(rawValue: columns.integer(0)), person: PersonID(rawValue: columns.integer(1)),
            channel: columns.text(2), flow: columns.text(3), language: columns.optional(4, columns.text),
            revision: columns.optional(5, columns.text).map(RevisionID.init),
            beganAt: Timestamp(milliseconds: columns.integer(6)), lastAt: Timestamp(milliseconds: columns.integer(7)),
            endedAt: columns.optional(8, columns.integer).map(Timestamp.init(milliseconds:)),
            outcome: columns.optional(9, columns.text).flatMap(Outcome.init(rawValue:)), step: columns.text(10),
            turns: Int(columns.integer(11)), flags: Int(columns.integer(12)))
    }
}

extension TranscriptLine {
    /// Reads when, at which step and what.
    init(_ columns: Columns, _ keys: KeyRing) throws(StoreFault) {
        let line = try SpokenLine(keys.opened(columns.bytes(2), as: .line))
        self.init(
            at: Timestamp(milliseconds: columns.integer(0)), channel: line.channel, input: line.input,
            reply: line.reply, understood: line.understood, path: line.path, step: columns.text(1), flags: line.flags)
    }
}
