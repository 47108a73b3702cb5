package import Expressions

/// A browser in which somebody signed in.
package struct SignIn: Hashable, Sendable {
    /// A digest of the token in the browser's cookie.
    package let digest: [UInt8]
    package let staff: StaffID
    package let name: String
    package let role: StaffRole
    package let begunAt: Timestamp
    /// When something was last asked, a minute too early at most.
    package let seenAt: Timestamp

    package init(
        digest: [UInt8], staff: StaffID, name: String, role: StaffRole, begunAt: Timestamp, seenAt: Timestamp
    ) {
        self.digest = digest
        self.staff = staff
        self.name = name
        self.role = role
        self.begunAt = begunAt
        self.seenAt = seenAt
    }
}

/// What proves that she who knows the password has the phone too.
package enum SecondProof: Hashable, Sendable {
    /// A code of this time step, later than the last that was used.
    case step(Int64)
    /// A code that stands in for a lost phone, by its digest.
    case recovery([UInt8])
}

/// What is to be changed of a member of staff.
package enum StaffChange: Hashable, Sendable {
    case role(StaffRole)
    case disable, enable
}

/// What became of a change.
package enum StaffChanging: String, Hashable, Sendable, CaseIterable {
    case done
    /// There is no such member.
    case unknown
    /// Nobody would be left who says who may sign in.
    case lastAdmin
}
