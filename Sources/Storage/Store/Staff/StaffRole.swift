/// What a member of staff is there for.
package enum StaffRole: String, Hashable, Sendable, CaseIterable, Codable {
    /// Looks at how the service does; sees nobody's conversation.
    case viewer
    /// Helps people: sees their conversations and decides on their records.
    case support
    /// Keeps content and channels going: publishes packs, sends messages once more.
    case `operator`
    /// May do everything, and says who else may.
    case admin
}

/// A member of staff's number in the store.
package struct StaffID: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }
}
