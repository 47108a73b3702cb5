extension CheckRule {
    /// Y: what no talk has walked.
    static let coverage: [CheckRule] = [untestedStep, untestedLanguage]
}
