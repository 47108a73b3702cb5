import Conversation
import Expressions

extension Writer {
    func keepRevision(_ id: RevisionID, pack: String, archive: [UInt8], at: Timestamp) throws(StoreFault) {
        let sql = """
            INSERT INTO revisions (hash, pack, archive, kept_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (hash) DO UPDATE SET kept_at = excluded.kept_at
            """
        try query(sql).run(id.hash, pack, archive, at)
    }

    func dropUnusedRevisions(except kept: [RevisionID], newest: Int) throws(StoreFault) {
        let unused = """
            SELECT hash FROM revisions WHERE NOT EXISTS (
                SELECT 1 FROM sessions WHERE sessions.revision = revisions.hash AND sessions.ended_at IS NULL)
            ORDER BY kept_at DESC, hash
            """
        let hashes = try query(unused).all { $0.text(0) }.filter { !kept.contains(RevisionID($0)) }
        for hash in hashes.dropFirst(newest) {
            try query("DELETE FROM revisions WHERE hash = ?").run(hash)
        }
    }

    /// Keys are numbered in the order they came, so the old ones are the first: nothing needs an index by time.
    func forgetKeys(before: Timestamp) throws(StoreFault) {
        let firstKept = "SELECT id FROM inbound_keys WHERE at >= ? ORDER BY id LIMIT 1"
        if let id = try query(firstKept).first(before, read: { $0.integer(0) }) {
            try query("DELETE FROM inbound_keys WHERE id < ?").run(id)
        } else {
            try query("DELETE FROM inbound_keys").run()
        }
    }
}
