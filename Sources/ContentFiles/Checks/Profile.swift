/// How strict the checks of a pack are, by who reads it.
package enum Profile: String, Hashable, Sendable, CaseIterable {
    /// For the public.
    case standard = "default"
    /// For people who read little or slowly.
    case lowLiteracy = "low-literacy"
    /// For staff and trained helpers.
    case `internal`
}
