import Expressions
package import Storage

extension TokenID {
    /// What a program is called where staff are called by the ids of their accounts.
    package var author: String { "token \(rawValue)" }
}

/// A token as commands read it.
package struct TokenNote: Codable, Hashable, Sendable {
    package let id: Int64
    package let name: String
    package let role: StaffRole
    /// When it was made (RFC 3339).
    package let madeAt: String
    /// When it ends, was last used, and was revoked (RFC 3339); nil where that is never, or was not.
    package let expiresAt, usedAt, revokedAt: String?

    package init(_ row: TokenRow) {
        id = row.id.rawValue
        name = row.name
        role = row.role
        madeAt = row.madeAt.rfc3339()
        expiresAt = row.expiresAt?.rfc3339()
        usedAt = row.usedAt?.rfc3339()
        revokedAt = row.revokedAt?.rfc3339()
    }
}
