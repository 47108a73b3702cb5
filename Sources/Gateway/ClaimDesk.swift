import Expressions
package import Storage

/// Records that came to other numbers, for staff: what they were, and the way back.
package struct ClaimDesk: Sendable {
    /// As many as one call lists.
    package static let limit = 1_000

    private let store: any Store
    private let clock: Clock

    init(_ parts: GatewayParts) {
        store = parts.store
        clock = parts.clock
    }

    /// The latest claims.
    package func list() async throws -> [ClaimNote] {
        try await store.claims(limit: Self.limit).map(ClaimNote.init)
    }

    /// Puts both records of a claim back as they were.
    package func undo(_ id: Int64) async throws -> ClaimUndoing {
        try await store.undoClaim(ClaimID(rawValue: id), at: clock.now)
    }
}

/// A claim as commands and pages read it: no numbers, no names.
package struct ClaimNote: Codable, Hashable, Sendable {
    package let id: Int64
    /// When it was (RFC 3339).
    package let at: String
    /// The record that came, and the one that became part of it.
    package let person, other: Int64
    /// What opened the record: `code` or `pin`.
    package let by: String
    /// When it was undone (RFC 3339), nil while it stands.
    package let undoneAt: String?

    init(_ row: ClaimRow) {
        id = row.id.rawValue
        at = row.at.rfc3339()
        person = row.person.rawValue
        other = row.other.rawValue
        by = row.isByCode ? "code" : "pin"
        undoneAt = row.undoneAt?.rfc3339()
    }
}
