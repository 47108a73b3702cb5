package import Expressions
import Sealing

extension SQLStore {
    /// Entries read at one time by a walk.
    private static let auditStretch = 1_000

    package func note(_ entry: AuditDraft, at: Timestamp) async throws(StoreFault) {
        try await changes.commit { (writer) throws(StoreFault) in try writer.note(entry, at: at) }
    }

    package func audit(before: Int64?, limit: Int) async throws(StoreFault) -> [AuditRow] {
        try await read { (database) throws(StoreFault) in
            try Query(database, Writer.AuditSQL.before).all(before ?? .max, limit) { (row) throws(StoreFault) in
                try AuditRow(row, keys)
            }
        }
    }

    package func verifyAudit() async throws(StoreFault) -> AuditVerdict {
        try await read { (database) throws(StoreFault) in
            var (sound, place, head) = (0, Int64(0), AuditChain.root)
            while true {
                let rows = try Query(database, Writer.AuditSQL.after).all(place, Self.auditStretch) {
                    (row) throws(StoreFault) in try AuditRow(row, keys)
                }
                for row in rows {
                    // Numbers leave no gap, so that a first entry taken away is missed too.
                    guard row.id == place + 1, row.follows(head) else {
                        return AuditVerdict(sound: sound, broken: row.id, head: head)
                    }
                    (sound, place, head) = (sound + 1, row.id, row.hash)
                }
                if rows.count < Self.auditStretch { return AuditVerdict(sound: sound, broken: nil, head: head) }
            }
        }
    }
}
