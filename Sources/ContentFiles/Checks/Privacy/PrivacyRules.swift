extension CheckRule {
    /// P: what is asked, shown and kept about people.
    static let privacy: [CheckRule] = [
        personalGreeting, resumeTopic, beforeConsent, keptSecret, privateInMessage, unusedAnswer,
    ]
}
