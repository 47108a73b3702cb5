import Conversation
import Expressions

extension Writer {
    /// What is published last is the newest, also where the clocks of gateways differ.
    func keepRevision(_ id: RevisionID, pack: String, archive: [UInt8], at: Timestamp) throws(StoreFault) {
        let others = try query("SELECT max(kept_at) FROM revisions WHERE hash <> ?")
        let newest = try others.first(id.hash) { $0.optional(0, $0.integer) } ?? nil
        let sql = """
            INSERT INTO revisions (hash, pack, archive, kept_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (hash) DO UPDATE SET kept_at = excluded.kept_at
            """
        try query(sql).run(id.hash, pack, archive, newest.map { max(at.milliseconds, $0 + 1) } ?? at.milliseconds)
    }

    func dropUnusedRevisions(except kept: [RevisionID], newest: Int) throws(StoreFault) {
        let unused = """
            SELECT hash FROM revisions WHERE NOT EXISTS (
                SELECT 1 FROM sessions WHERE sessions.revision = revisions.hash AND \(SQLStore.SessionListSQL.isOpen))
            ORDER BY kept_at DESC, hash
            """
        let hashes = try query(unused).all { $0.text(0) }.filter { !kept.contains(RevisionID($0)) }
        for hash in hashes.dropFirst(newest) {
            try query("DELETE FROM revisions WHERE hash = ?").run(hash)
        }
    }

    /// The texts of the statements that forget keys; the tests ask for their query plans.
    enum KeySQL {
        static let oldest = "SELECT id, at FROM inbound_keys WHERE id > 0 ORDER BY id LIMIT ?"

        static let forget = "DELETE FROM inbound_keys WHERE id <= ?"

        static let all = [oldest, forget]
    }

    /// Keys are numbered in the order in which they came or came again, so the old ones are the first: nothing needs an
    /// index by time. Returns how many were forgotten.
    func forgetKeys(before: Timestamp, limit: Int) throws(StoreFault) -> Int {
        let old = try query(KeySQL.oldest).all(limit) { ($0.integer(0), $0.integer(1)) }
            .prefix { $0.1 < before.milliseconds }
        if let last = old.last { try query(KeySQL.forget).run(last.0) }
        return old.count
    }
}
