extension CheckRule {
    /// E: what happens when an answer is not understood.
    static let retries: [CheckRule] = []
}
