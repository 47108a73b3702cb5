extension CheckContext {
    /// The versions of one of a step's texts, in the order of the languages.
    func versions(of step: CheckedStep, _ role: PackText.Role) -> [TextVersion] {
        versionsOfSteps[step.place].filter { $0.text.role == role }
    }

    /// The versions of a built-in text.
    func versions(ofBuiltIn role: PackText.Role) -> [TextVersion] {
        texts.filter { $0.role == role }.flatMap { $0.versions(of: pack) }
    }

    /// The versions of all retries of a step.
    func retries(of step: CheckedStep) -> [TextVersion] {
        versionsOfSteps[step.place].filter { if case .retry = $0.text.role { true } else { false } }
    }
}
