extension CheckRule {
    /// B: what a screen or a message holds.
    static let screens: [CheckRule] = []
}
