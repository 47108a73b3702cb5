import Expressions
package import Storage

extension StaffDesk {
    /// An invitation as the page shows it to whoever has its link.
    package struct Offer: Hashable, Sendable {
        package let role: StaffRole
        /// Whose password and codes are made anew; nil where somebody new joins.
        package let name: String?
        /// What the phone's app has to know.
        package let codes: TOTP

        package static func == (left: Offer, right: Offer) -> Bool {
            left.role == right.role && left.name == right.name && left.codes.text == right.codes.text
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(role)
            hasher.combine(name)
        }
    }

    /// What somebody wants to join with.
    package struct Wish: Hashable, Sendable {
        package let name: String
        package let password: String
        /// The password once more.
        package let again: String
        /// Six digits of the app.
        package let code: String

        package init(name: String, password: String, again: String, code: String) {
            self.name = name
            self.password = password
            self.again = again
            self.code = code
        }
    }

    /// What is wrong with a wish.
    package enum Objection: String, Hashable, Sendable, CaseIterable {
        case name, nameTaken, password, again, code
    }

    /// What became of joining.
    package enum JoiningIn: Hashable, Sendable {
        /// The browser's new token, and the recovery codes, which are shown once.
        case done(token: String, recoveryCodes: [String])
        case objected([Objection])
        /// There is no such invitation, or it was taken, or its time is over.
        case unknown
        /// Too many attempts came from this address within a minute.
        case crowded
    }

    /// The token of a link by which the first admin joins; nil where there is an admin.
    package func firstToken() async throws -> String? {
        guard try await !store.hasAdmin() else { return nil }
        return try await invite(.admin, staff: nil, by: nil)
    }

    /// The token of a link by which somebody joins.
    package func invite(_ role: StaffRole, by admin: StaffID) async throws -> String {
        try await invite(role, staff: nil, by: admin)
    }

    /// The token of a link by which a member makes password and codes anew.
    package func renew(_ row: StaffRow, by admin: StaffID) async throws -> String {
        try await invite(row.role, staff: row.id, by: admin)
    }

    private func invite(_ role: StaffRole, staff: StaffID?, by admin: StaffID?) async throws -> String {
        let token = Secret.token()
        let now = clock.now
        let invitation = Invitation(
            digest: Secret.digest(token), role: role, staff: staff, invitedBy: admin,
            expiresAt: now + Int64(settings.inviteHours) * 3_600)
        try await store.invite(invitation, at: now)
        return token
    }

    /// The invitation of a link; nil where there is none, or none any more.
    package func offer(_ token: String) async throws -> Offer? {
        guard let invitation = try await store.invitation(Secret.digest(token), at: clock.now) else { return nil }
        let row = try await store.staff().first { $0.id == invitation.staff }
        return Offer(
            role: invitation.role, name: row?.record.name, codes: TOTP(secret: Self.secret(of: token)))
    }

    /// Takes an invitation.
    ///
    /// - Parameter address: Where it came from.
    package func join(_ token: String, _ wish: Wish, from address: String) async throws -> JoiningIn {
        let now = clock.now
        guard gate.admits(address, at: now) else { return .crowded }
        guard let offer = try await offer(token) else { return .unknown }
        let name = offer.name ?? StaffName.kept(wish.name)
        let step = offer.codes.step(of: wish.code.filter { !$0.isWhitespace }, at: now.milliseconds / 1_000, after: 0)
        let objections = Self.objections(to: wish, name: name, hasStep: step != nil)
        guard objections.isEmpty, let name, let step else { return .objected(objections) }
        let salt = Secret.bytes(Self.saltSize)
        guard let hash = await stretched(wish.password, salt) else { return .objected([.password]) }
        let codes = RecoveryCodes.draw()
        // The code that proves the phone is used up by the sign-in that follows, and by nothing after.
        let draft = StaffDraft(
            fingerprint: vault.fingerprint(ofStaff: name),
            record: StaffRecord(name: name, salt: salt, password: hash, secret: Self.secret(of: token)),
            recoveryCodes: codes.compactMap(RecoveryCodes.plain).map(vault.digest(ofRecovery:)), step: step - 1)
        switch try await store.join(Secret.digest(token), as: draft, at: now) {
        case .unknown: return .unknown
        case .nameTaken: return .objected([.nameTaken])
        case .done(let id):
            guard case .done(let token) = try await admit(id, by: .step(step), at: now) else { return .unknown }
            return .done(token: token, recoveryCodes: codes)
        }
    }

    private static func objections(to wish: Wish, name: String?, hasStep: Bool) -> [Objection] {
        var objections: [Objection] = []
        if name == nil { objections.append(.name) }
        if !Password.isGood(wish.password, name: name ?? "") { objections.append(.password) }
        if wish.password != wish.again { objections.append(.again) }
        if !hasStep { objections.append(.code) }
        return objections
    }

    /// What codes are made of: it follows from the link's token, so that nothing is kept before somebody joins.
    private static func secret(of token: String) -> [UInt8] {
        Array(Secret.derive("codes", from: token).prefix(TOTP.secretSize))
    }
}
