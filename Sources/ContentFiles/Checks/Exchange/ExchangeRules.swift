extension CheckRule {
    /// X: what other flow systems could not take over.
    static let exchange: [CheckRule] = [oddName]
}
