package import Expressions
import Foundation
package import Storage

/// Who may use the console: signing in and out, joining, and what each may do.
package struct StaffDesk: Sendable {
    /// Entries of the audit log on one page.
    package static let auditPage = 100
    /// Seconds between two notes that a browser asks for something.
    private static let touching: Int64 = 60

    let store: any Store
    let clock: Clock
    let vault: NumberVault
    let settings: ConsoleSettings
    let gate: AttemptGate
    /// Passwords have a thread of their own, so that nobody who tries many keeps a worker's PIN waiting.
    let stretching = PINStretching()

    init(_ parts: GatewayParts) {
        store = parts.store
        clock = parts.staffClock
        vault = parts.vault
        settings = parts.settings.console
        gate = AttemptGate(most: parts.settings.console.attempts)
    }

    /// The moment it is now.
    package var now: Timestamp { clock.now }

    /// Whose browser has this token; nil where it is nobody's.
    ///
    /// - Parameter isByHand: Whether somebody asks for something, who then stays signed in; a page that asks by itself
    ///   does not count.
    package func visitor(_ token: String, isByHand: Bool = true) async throws -> SignIn? {
        let now = clock.now
        let digest = Secret.digest(token)
        let idleSince = now - Int64(settings.idle) * 60
        guard let signIn = try await store.signIn(digest, at: now, idleSince: idleSince) else { return nil }
        if isByHand, now - signIn.seenAt >= Self.touching { try await store.touchSignIn(digest, at: now) }
        return signIn
    }

    /// Signs a browser out.
    package func signOut(_ token: String) async throws {
        try await store.signOut(Secret.digest(token), at: clock.now)
    }

    /// Signs out every browser of a member.
    package func signOutEverywhere(_ id: StaffID) async throws {
        try await store.signOutEverywhere(id, at: clock.now)
    }

    /// Everybody, in the order they came.
    package func list() async throws -> [StaffRow] { try await store.staff() }

    /// Changes what a member may do.
    package func change(_ id: StaffID, _ change: StaffChange, by admin: StaffID) async throws -> StaffChanging {
        try await store.change(id, change, by: admin, at: clock.now)
    }

    /// Notes what somebody is about to do or to see. It is on disk before it is done.
    ///
    /// - Parameter staff: Who; nil for a command on the gateway's own machine.
    package func note(_ act: StaffAct, by staff: StaffID?, on subject: String? = nil) async throws {
        try await store.note(AuditDraft(act, by: staff, on: subject), at: clock.now)
    }

    /// Entries of the audit log, the latest first.
    package func audit(before: Int64?) async throws -> [AuditRow] {
        try await store.audit(before: before, limit: Self.auditPage)
    }

    /// What a walk over the whole audit log finds.
    package func verifyAudit() async throws -> AuditNote { AuditNote(try await store.verifyAudit()) }
}

/// What a walk over the audit log found, as commands and pages read it.
package struct AuditNote: Codable, Hashable, Sendable {
    /// Entries that follow from one another.
    package let sound: Int
    /// The first entry that does not; nil where all do.
    package let broken: Int64?
    /// The hash of the last sound entry, in hexadecimal digits.
    package let head: String

    init(_ verdict: AuditVerdict) {
        sound = verdict.sound
        broken = verdict.broken
        head = verdict.head.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
