extension CheckRule {
    /// L: the same in every language, in its own script.
    static let languages: [CheckRule] = []
}
