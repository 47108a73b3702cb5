import Conversation
import Expressions

extension SQLiteStore {
    package func claims(limit: Int) async throws(StoreFault) -> [ClaimRow] {
        try await read { (database) throws(StoreFault) in
            let sql = "SELECT id, at, person, other, code, undone_at FROM claims ORDER BY id DESC LIMIT ?"
            return try Query(database, sql).all(limit) { columns in
                ClaimRow(
                    id: ClaimID(rawValue: columns.integer(0)), at: Timestamp(milliseconds: columns.integer(1)),
                    person: PersonID(rawValue: columns.integer(2)), other: PersonID(rawValue: columns.integer(3)),
                    isByCode: !columns.isNull(4),
                    undoneAt: columns.optional(5, columns.integer).map(Timestamp.init(milliseconds:)))
            }
        }
    }
}
