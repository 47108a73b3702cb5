import Expressions
import Sealing

/// Tokens of programs.
extension Writer {
    /// The texts of the statements about tokens; the tests ask for their query plans.
    enum TokenSQL {
        private static let columns = """
            SELECT id, name, role, made_by, made_at, expires_at, used_at, revoked_at FROM tokens
            """

        static let everything = columns + " ORDER BY id DESC"
        static let one = columns + " WHERE digest = ?"
        static let add = """
            INSERT INTO tokens (digest, name, role, made_by, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)
            RETURNING id
            """
        static let touch = "UPDATE tokens SET used_at = max(coalesce(used_at, 0), ?) WHERE id = ?"
        static let revoke = "UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"
        static let revokeAll = "UPDATE tokens SET revoked_at = ? WHERE made_by = ? AND revoked_at IS NULL"

        /// What a request can make run.
        static let all = [one, add, touch, revoke, revokeAll]
    }

    func keep(_ draft: TokenDraft, at: Timestamp) throws(StoreFault) -> TokenID {
        let number = try query(TokenSQL.add).inserted(
            draft.digest, seal(draft.name, as: .note), draft.role.rawValue, draft.maker?.rawValue, at, draft.expiresAt)
        let id = TokenID(rawValue: number)
        try note(AuditDraft(.makeToken, by: draft.maker, on: "token \(id.rawValue) \(draft.role.rawValue)"), at: at)
        return id
    }

    func revoke(_ id: TokenID, by admin: StaffID?, at: Timestamp) throws(StoreFault) -> Bool {
        try query(TokenSQL.revoke).run(at, id.rawValue)
        guard try changes == 1 else { return false }
        try note(AuditDraft(.revokeToken, by: admin, on: "token \(id.rawValue)"), at: at)
        return true
    }
}
