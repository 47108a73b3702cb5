package import Storage

/// What pages ask of whoever opens them.
package enum Right: Hashable, Sendable, CaseIterable {
    /// To see how the service does.
    case view
    /// To help people: to see their conversations and decide on their records.
    case assist
    /// To keep content and channels going.
    case operate
    /// To say who may sign in, and to read what staff did.
    case administer
}

extension StaffRole {
    /// What a role may do: no more than its work needs.
    package var rights: Set<Right> {
        switch self {
        case .viewer: [.view]
        case .support: [.view, .assist]
        case .operator: [.view, .operate]
        case .admin: Set(Right.allCases)
        }
    }
}
