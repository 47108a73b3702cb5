package import Expressions

/// A member of staff as the store keeps one.
package struct StaffRow: Hashable, Sendable {
    package let id: StaffID
    package let record: StaffRecord
    package let role: StaffRole
    /// The last time step whose code was used: no code is taken twice.
    package let step: Int64
    /// Attempts to sign in since the last that succeeded.
    package let failures: Int
    /// Until when no attempt is looked at.
    package let blockedUntil: Timestamp
    package let joinedAt: Timestamp
    /// Since when the member may not sign in any more; nil for those who may.
    package let disabledAt: Timestamp?

    package init(
        id: StaffID, record: StaffRecord, role: StaffRole, step: Int64, failures: Int, blockedUntil: Timestamp,
        joinedAt: Timestamp, disabledAt: Timestamp?
    ) {
        self.id = id
        self.record = record
        self.role = role
        self.step = step
        self.failures = failures
        self.blockedUntil = blockedUntil
        self.joinedAt = joinedAt
        self.disabledAt = disabledAt
    }
}

/// Who a member of staff is, and what proves it; the store keeps it sealed.
package struct StaffRecord: Hashable, Sendable {
    /// The name to sign in with, as it was chosen.
    package let name: String
    /// What the password was stretched with.
    package let salt: [UInt8]
    /// What the password came to.
    package let password: [UInt8]
    /// What codes are made of (RFC 6238).
    package let secret: [UInt8]

    package init(name: String, salt: [UInt8], password: [UInt8], secret: [UInt8]) {
        self.name = name
        self.salt = salt
        self.password = password
        self.secret = secret
    }
}

/// Somebody who joins, or whose password and codes are made anew.
package struct StaffDraft: Hashable, Sendable {
    /// What the name is found by.
    package let fingerprint: [UInt8]
    package let record: StaffRecord
    /// Digests of the codes that stand in for a lost phone.
    package let recoveryCodes: [[UInt8]]
    /// The time step of the code that proved the secret to be on a phone.
    package let step: Int64

    package init(fingerprint: [UInt8], record: StaffRecord, recoveryCodes: [[UInt8]], step: Int64) {
        self.fingerprint = fingerprint
        self.record = record
        self.recoveryCodes = recoveryCodes
        self.step = step
    }
}
