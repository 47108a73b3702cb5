import Expressions
import Sealing

/// What staff write down about conversations.
extension Writer {
    /// The texts of the statements; the tests ask for their query plans.
    enum RemarkSQL {
        static let find = "SELECT 1 FROM sessions WHERE id = ?"

        static let note = "INSERT INTO notes (session, at, author, words) VALUES (?, ?, ?, ?)"

        static let tag = """
            INSERT INTO tags (session, digest, words) VALUES (?, ?, ?) ON CONFLICT (session, digest) DO NOTHING
            """

        static let untag = "DELETE FROM tags WHERE session = ? AND digest = ?"

        static let all = [find, note, tag, untag]
    }

    /// Writes something down once, whoever asks for it how often. Returns whether there is such a conversation.
    mutating func keep(
        _ remark: SessionRemark, on session: SessionID, by author: String, key: [UInt8], at: Timestamp
    ) throws(StoreFault) -> Bool {
        let id = session.rawValue
        guard try query(RemarkSQL.find).first(id, read: { $0.integer(0) }) != nil else { return false }
        guard try keepKey(key, at: at) else { return true }
        switch remark {
        case .note(let text): try query(RemarkSQL.note).run(id, at, author, seal(text, as: .note))
        case .tag(let tag): try query(RemarkSQL.tag).run(id, tag.digest, seal(tag.word, as: .note))
        case .untag(let tag): try query(RemarkSQL.untag).run(id, tag.digest)
        }
        return true
    }
}
