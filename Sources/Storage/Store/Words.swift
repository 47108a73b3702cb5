package import Conversation
package import Expressions

/// What was said, found by its words. A store knows of words only what cannot be turned back into them.
package protocol WordStore: Sendable {
    /// The lines whose words are not known yet, the earliest first, each with its whole conversation.
    ///
    /// - Parameter limit: Lines to look at.
    func unreadLines(limit: Int) async throws(StoreFault) -> UnreadLines

    /// Keeps the words of lines that were unread, all of them in their order. Of a line that is gone by now nothing is
    /// kept; a line that came among them since they were read is read next, and those behind it again.
    ///
    /// - Parameter form: How words are made of texts, greater than 0.
    /// - Returns: False where others have read all of them meanwhile.
    @discardableResult func keepWords(_ lines: [LineWords], form: Int) async throws(StoreFault) -> Bool

    /// Leaves unread what was said so far.
    func passLines(form: Int) async throws(StoreFault)

    /// Forgets the words of some lines, and in the end that any were ever read, unless they are of a form. Returns whether
    /// there may be more.
    ///
    /// - Parameter form: The form that stays; nil for none.
    func dropWords(except form: Int?, limit: Int) async throws(StoreFault) -> Bool

    /// The conversations in which one thing that was said has all of some words, and that pass a filter, from the one
    /// that began last on. It looks at no more than it can in a moment; the finding says where to go on.
    ///
    /// - Parameter before: Only those with smaller numbers; nil for all.
    func sessions(
        saying words: [WordDigest], _ filter: SessionFilter, before: SessionID?, limit: Int
    ) async throws(StoreFault) -> WordFinding
}

/// A line's number in the store; later lines have greater numbers.
package struct LineID: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }
}

/// What stands for a word: eight bytes of a keyed HMAC.
package struct WordDigest: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }
}

/// Something that was said, in the same words by however many people.
package struct Phrase: Hashable, Sendable {
    /// 16 bytes that stand for the whole text.
    package let digest: [UInt8]
    /// Its words, each once.
    package let words: [WordDigest]

    package init(digest: [UInt8], words: [WordDigest]) {
        self.digest = digest
        self.words = words
    }
}

/// Lines whose words are to be read.
package struct UnreadLines: Hashable, Sendable {
    /// A line by its number. One that belongs to no conversation is not searched.
    package struct Line: Hashable, Sendable {
        package let id: LineID
        package let session: SessionID?

        package init(id: LineID, session: SessionID?) {
            self.id = id
            self.session = session
        }
    }

    /// A conversation that lines belong to.
    package struct Conversation: Hashable, Sendable {
        /// The pack it is on; nil where that was not kept.
        package let revision: RevisionID?
        /// The numbers of all its lines, in order.
        package let ids: [LineID]
        /// What was said in them.
        package let lines: [TranscriptLine]

        package init(revision: RevisionID?, ids: [LineID], lines: [TranscriptLine]) {
            self.revision = revision
            self.ids = ids
            self.lines = lines
        }
    }

    package let lines: [Line]
    package let conversations: [SessionID: Conversation]

    package init(lines: [Line], conversations: [SessionID: Conversation]) {
        self.lines = lines
        self.conversations = conversations
    }
}

/// What was said in a line, by its words.
package struct LineWords: Hashable, Sendable {
    package let line: UnreadLines.Line
    package let phrases: [Phrase]

    package init(line: UnreadLines.Line, phrases: [Phrase]) {
        self.line = line
        self.phrases = phrases
    }
}

/// Conversations that were found by words.
package struct WordFinding: Hashable, Sendable {
    package let sessions: [SessionSummary]
    /// Where to go on; nil where there is nothing left to look at.
    package let next: SessionID?
    /// Whether so many things were said with the words that only those were looked at that were first said last.
    package let isPartial: Bool
    /// When the first line was said whose words are not known yet; nil where all are.
    package let unreadSince: Timestamp?

    package init(
        sessions: [SessionSummary], next: SessionID? = nil, isPartial: Bool = false, unreadSince: Timestamp? = nil
    ) {
        self.sessions = sessions
        self.next = next
        self.isPartial = isPartial
        self.unreadSince = unreadSince
    }
}
