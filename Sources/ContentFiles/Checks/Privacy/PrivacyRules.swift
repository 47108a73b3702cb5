extension CheckRule {
    /// P: what is asked, shown and kept about people.
    static let privacy: [CheckRule] = [
        personalGreeting, namedTopic, resumeTopic, beforeConsent, changedConsent, keptSecret, privateInMessage,
        unusedAnswer,
    ]
}
