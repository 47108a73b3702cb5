/// How the browser phone works and for whom.
package struct PhoneSettings: Hashable, Sendable {
    /// Who reaches it.
    package enum Access: String, Hashable, Sendable, CaseIterable {
        /// Nobody.
        case off
        /// This machine itself, not through a proxy, and only while every channel is a simulator's.
        case local
    }

    /// Who reaches it, as in `Access`.
    package var access = Access.local.rawValue
    /// `on` where the phone may move the gateway's clock ahead; it is the clock of everybody, so this is for trying only.
    package var clock = "off"
    /// What `clock` may be.
    package static let clocks = ["off", "on"]
    /// Whether the phone may move the gateway's clock ahead.
    package var movesClock: Bool { clock == "on" }

    package init() {}
}
