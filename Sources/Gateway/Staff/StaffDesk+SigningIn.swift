import Expressions
import Storage

extension StaffDesk {
    /// What became of an attempt to sign in.
    package enum SigningIn: Hashable, Sendable {
        /// The browser's new token.
        case done(String)
        /// Name, password or code are wrong; it is not said which.
        case wrong
        /// Too many attempts failed; none is looked at for so many seconds.
        case blocked(Int64)
        /// Too many attempts came from this address within a minute.
        case crowded
    }

    /// Signs somebody in.
    ///
    /// - Parameters:
    ///   - code: Six digits of the app, or a recovery code.
    ///   - address: Where the attempt came from.
    package func signIn(name: String, password: String, code: String, from address: String) async throws -> SigningIn {
        let now = clock.now
        guard gate.admits(address, at: now) else { return .crowded }
        guard name.count <= StaffName.length.upperBound, password.count <= Password.length.upperBound else {
            return .wrong
        }
        guard let row = try await store.staff(named: vault.fingerprint(ofStaff: name)), row.disabledAt == nil else {
            // A name that nobody has takes as long as one that somebody has.
            _ = await stretched(password, Secret.bytes(Self.saltSize))
            return .wrong
        }
        let lockOut = settings.lockOut
        let until = try await store.beginSignIn(row.id, at: now) { lockOut.wait(after: $0) }
        if let until { return .blocked(max(1, until - now)) }
        let hash = await stretched(password, row.record.salt)
        guard let hash, Secret.isEqual(hash, row.record.password), let proof = proof(code, of: row, at: now) else {
            try await store.note(AuditDraft(.signInFailed, by: row.id), at: now)
            return .wrong
        }
        return try await admit(row.id, by: proof, at: now)
    }

    /// Bytes of a password's salt.
    static var saltSize: Int { 16 }

    /// What a password comes to; nil where it could not be computed.
    func stretched(_ password: String, _ salt: [UInt8]) async -> [UInt8]? {
        let hashes = await stretching.hashes(of: Stretch(pin: password, salts: [salt]))
        return hashes[salt].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Signs in whoever has shown everything; the browser gets a new token, whatever it had before.
    func admit(_ id: StaffID, by proof: SecondProof, at now: Timestamp) async throws -> SigningIn {
        let token = Secret.token()
        let until = now + Int64(settings.hours) * 3_600
        let isGood = try await store.signIn(id, by: proof, digest: Secret.digest(token), at: now, until: until)
        if !isGood { try await store.note(AuditDraft(.signInFailed, by: id), at: now) }
        return isGood ? .done(token) : .wrong
    }

    private func proof(_ code: String, of row: StaffRow, at now: Timestamp) -> SecondProof? {
        let digits = code.filter { !$0.isWhitespace }
        let totp = TOTP(secret: row.record.secret)
        if let step = totp.step(of: digits, at: now.milliseconds / 1_000, after: row.step) { return .step(step) }
        return RecoveryCodes.plain(code).map { .recovery(vault.digest(ofRecovery: $0)) }
    }
}
