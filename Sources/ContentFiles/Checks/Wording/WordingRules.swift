extension CheckRule {
    /// T: plain words, short sentences, one thing at a time.
    static let wording: [CheckRule] = []
}
