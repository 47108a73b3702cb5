extension CheckRule {
    /// E: what is said to someone who was not understood.
    static let retries: [CheckRule] = [noRetry, sameRetry, oneRetry, manyTries, noWayOut, blamingWord, longRetry]
}
