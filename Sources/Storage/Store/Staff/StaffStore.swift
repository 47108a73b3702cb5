package import Expressions

/// What is kept of staff. What changes something is noted in the audit log in the same transaction.
package protocol StaffStore: Sendable {
    /// Everybody who may sign in or once might, in the order they came.
    func staff() async throws(StoreFault) -> [StaffRow]

    /// Whoever has a sign-in name, by what it is found by.
    func staff(named fingerprint: [UInt8]) async throws(StoreFault) -> StaffRow?

    /// Whether anybody may say who signs in.
    func hasAdmin() async throws(StoreFault) -> Bool

    /// Keeps an invitation. One that the gateway prints takes the place of the one before, and so does one for the same
    /// member.
    func invite(_ invitation: Invitation, at: Timestamp) async throws(StoreFault)

    /// An invitation that can still be taken.
    func invitation(_ digest: [UInt8], at: Timestamp) async throws(StoreFault) -> Invitation?

    /// Takes an invitation. Whoever's password is made anew is signed out everywhere.
    func join(_ digest: [UInt8], as draft: StaffDraft, at: Timestamp) async throws(StoreFault) -> Joining

    /// Counts an attempt to sign in before it is looked at, so that attempts at one time are all counted. Returns until
    /// when none is looked at; nil where this one may be.
    ///
    /// - Parameter wait: Seconds for which none is looked at after so many in a row that failed.
    func beginSignIn(
        _ id: StaffID, at: Timestamp, wait: @escaping @Sendable (Int) -> Int64
    ) async throws(StoreFault) -> Timestamp?

    /// Signs in whoever's password was right. Returns whether the second proof is good and was not used before.
    func signIn(
        _ id: StaffID, by proof: SecondProof, digest: [UInt8], at: Timestamp, until: Timestamp
    ) async throws(StoreFault) -> Bool

    /// The sign-in of a browser, which lives.
    ///
    /// - Parameter idleSince: When something must have been asked last.
    func signIn(_ digest: [UInt8], at: Timestamp, idleSince: Timestamp) async throws(StoreFault) -> SignIn?

    /// Notes that something was asked in a browser.
    func touchSignIn(_ digest: [UInt8], at: Timestamp) async throws(StoreFault)

    /// Signs out a browser.
    func signOut(_ digest: [UInt8], at: Timestamp) async throws(StoreFault)

    /// Signs out every browser of a member.
    func signOutEverywhere(_ id: StaffID, at: Timestamp) async throws(StoreFault)

    /// Changes what a member may do; a member who may less is signed out.
    func change(
        _ id: StaffID, _ change: StaffChange, by admin: StaffID, at: Timestamp
    ) async throws(StoreFault) -> StaffChanging

    /// Notes something that staff did or saw.
    func note(_ entry: AuditDraft, at: Timestamp) async throws(StoreFault)

    /// Entries of the audit log, the latest first.
    ///
    /// - Parameter before: Only those with lower numbers; nil for the latest of all.
    func audit(before: Int64?, limit: Int) async throws(StoreFault) -> [AuditRow]

    /// Walks over the whole audit log. It reads the whole table.
    func verifyAudit() async throws(StoreFault) -> AuditVerdict
}
