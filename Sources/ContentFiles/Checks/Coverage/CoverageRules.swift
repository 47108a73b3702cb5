extension CheckRule {
    /// Y: what no talk has walked.
    static let coverage: [CheckRule] = [untestedStep, untestedLanguage]

    /// Whether the pack's talks must be played for it.
    var needsTalks: Bool { Self.coverage.contains { $0.id == id } }
}
