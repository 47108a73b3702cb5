package import Expressions

/// A token's number in the store.
package struct TokenID: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }
}

/// A token to keep, by which a program asks for the console's facts.
package struct TokenDraft: Hashable, Sendable {
    /// A digest of the token; the token itself never comes here.
    package let digest: [UInt8]
    /// What staff call it.
    package let name: String
    /// What it may do.
    package let role: StaffRole
    /// Who made it; nil for a command on the gateway's own machine.
    package let maker: StaffID?
    /// When it is no longer good; nil where it is until it is revoked.
    package let expiresAt: Timestamp?

    package init(digest: [UInt8], name: String, role: StaffRole, maker: StaffID?, expiresAt: Timestamp?) {
        self.digest = digest
        self.name = name
        self.role = role
        self.maker = maker
        self.expiresAt = expiresAt
    }
}

/// A token as staff see it.
package struct TokenRow: Hashable, Sendable {
    package let id: TokenID
    /// What staff call it.
    package let name: String
    /// What it may do.
    package let role: StaffRole
    /// Who made it; nil for a command on the gateway's own machine.
    package let maker: StaffID?
    package let madeAt: Timestamp
    /// When it is no longer good; nil where it is until it is revoked.
    package let expiresAt: Timestamp?
    /// When something was last asked with it, a minute too early at most; nil where nothing was.
    package let usedAt: Timestamp?
    /// Since when it is good for nothing; nil where it was not revoked.
    package let revokedAt: Timestamp?

    package init(
        id: TokenID, name: String, role: StaffRole, maker: StaffID?, madeAt: Timestamp, expiresAt: Timestamp?,
        usedAt: Timestamp?, revokedAt: Timestamp?
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.maker = maker
        self.madeAt = madeAt
        self.expiresAt = expiresAt
        self.usedAt = usedAt
        self.revokedAt = revokedAt
    }

    /// Whether something may be asked with it.
    package func isGood(at now: Timestamp) -> Bool {
        revokedAt == nil && expiresAt.map { now < $0 } ?? true
    }
}
