package import Expressions

/// Lets somebody join, or make password and codes anew; good once.
package struct Invitation: Hashable, Sendable {
    /// A digest of the token in the link; the token itself never comes here.
    package let digest: [UInt8]
    package let role: StaffRole
    /// Whose password and codes are made anew; nil where somebody new joins.
    package let staff: StaffID?
    /// Who invites; nil for the link that a gateway without an admin prints, which is no good once there is one.
    package let invitedBy: StaffID?
    package let expiresAt: Timestamp

    package init(digest: [UInt8], role: StaffRole, staff: StaffID?, invitedBy: StaffID?, expiresAt: Timestamp) {
        self.digest = digest
        self.role = role
        self.staff = staff
        self.invitedBy = invitedBy
        self.expiresAt = expiresAt
    }
}

/// What became of an invitation that somebody took.
package enum Joining: Hashable, Sendable {
    /// Who joined, or has a new password.
    case done(StaffID)
    /// There is no such invitation, or it was taken, or its time is over.
    case unknown
    /// Somebody else has this name.
    case nameTaken
}
