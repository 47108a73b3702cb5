extension CheckRule {
    /// O: STOP, consent and what may be sent by SMS.
    static let messages: [CheckRule] = []
}
