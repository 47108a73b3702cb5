import Conversation

/// What was said is found by its words.
extension Writer {
    /// The texts of the statements that keep words; the tests ask for their query plans.
    enum WordSQL {
        static let line = "SELECT session FROM transcript WHERE id = ?"

        static let addPhrase = "INSERT INTO phrases (digest) VALUES (?) ON CONFLICT DO NOTHING"

        static let addWord = "INSERT INTO phrase_words (word, phrase) VALUES (?, ?) ON CONFLICT DO NOTHING"

        static let say = """
            INSERT INTO line_phrases (line, phrase, session) SELECT ?1, id, ?2 FROM phrases WHERE digest = ?3
            ON CONFLICT DO NOTHING
            """

        static let place = SQLStore.UnreadSQL.place

        /// Lines that are there up to one, since the last that was read.
        static let unread = """
            SELECT id FROM transcript WHERE id > (SELECT line FROM word_place WHERE id = 1) AND id <= ? ORDER BY id
            """

        /// Never behind the last line: its number is given again when it goes.
        static let advance = """
            UPDATE word_place SET form = ?1, line = min(?2, coalesce((SELECT max(id) FROM transcript), 0)) WHERE id = 1
            """

        static let last = "SELECT max(line) FROM (SELECT line FROM line_phrases ORDER BY line LIMIT ?) AS first_lines"

        static let drop = "DELETE FROM line_phrases WHERE line > 0 AND line <= ?"

        static let form = "SELECT form FROM word_place WHERE id = 1"

        static let restart = "UPDATE word_place SET line = 0, form = 0 WHERE id = 1"

        static let all = [line, unread, addPhrase, addWord, say, advance, drop, form, restart]
    }

    /// Keeps the words of lines. A number that was given again since they were read stands for another line: from there on
    /// they are read anew. So they are from a line on that was kept later than one with a higher number. Returns whether
    /// nobody else has read them meanwhile.
    func keepWords(_ lines: [LineWords], form: Int) throws(StoreFault) -> Bool {
        guard let last = lines.last?.line.id.rawValue else { return true }
        let place = try query(WordSQL.place).first { $0.integer(0) } ?? 0
        guard place < last else { return false }
        let missed = try firstMissed(of: lines)
        var read = place
        for words in lines {
            let row = try query(WordSQL.line).first(words.line.id.rawValue) { $0.optional(0, $0.integer) }
            if let session = row, session != words.line.session?.rawValue { break }
            if let missed, missed < words.line.id.rawValue { break }
            read = words.line.id.rawValue
            guard row != nil, let session = words.line.session else { continue }
            for phrase in words.phrases { try keep(phrase, saidIn: words.line.id, of: session) }
        }
        if read > place { try query(WordSQL.advance).run(form, read) }
        return true
    }

    /// Leaves all lines that are there unread.
    func passLines(form: Int) throws(StoreFault) {
        try query(WordSQL.advance).run(form, Int64.max)
    }

    /// The number of the first line among those that was not there yet as they were read.
    private func firstMissed(of lines: [LineWords]) throws(StoreFault) -> Int64? {
        let read = Set(lines.map(\.line.id.rawValue))
        guard let last = read.max() else { return nil }
        return try query(WordSQL.unread).all(last) { $0.integer(0) }.first { !read.contains($0) }
    }

    private func keep(_ phrase: Phrase, saidIn line: LineID, of session: SessionID) throws(StoreFault) {
        if let id = try query(WordSQL.addPhrase).insertedIfNew(phrase.digest) {
            for word in phrase.words { try query(WordSQL.addWord).run(word.rawValue, id) }
        }
        try query(WordSQL.say).run(line.rawValue, session.rawValue, phrase.digest)
    }

    /// Forgets the words of the earliest lines that have any.
    func dropWords(except form: Int?, limit: Int) throws(StoreFault) -> Bool {
        let kept = try query(WordSQL.form).first { Int($0.integer(0)) }
        if let form, kept == form { return false }
        guard let last = try query(WordSQL.last).first(limit, read: { $0.optional(0, $0.integer) }) ?? nil else {
            try query(WordSQL.restart).run()
            return false
        }
        try query(WordSQL.drop).run(last)
        return true
    }
}
