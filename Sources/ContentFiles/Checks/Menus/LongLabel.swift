import Conversation
import Expressions

extension CheckRule {
    static let longLabel = CheckRule(
        "long-label", "M05", .warning, summary: "the label of an option is long",
        reason: """
            A list is searched by the first words of its lines, and a line that breaks on the phone's screen looks like \
            two options. Up to four words or 20 characters is the convention of the field.
            """
    ) { context in
        let limits = context.thresholds
        return context.versions.compactMap { version in
            guard version.text.role.isLabel else { return nil }
            let (words, signs) = (version.wording.words.count, version.wording.signs)
            let length = version.template.source.count
            let isLong = words > limits.labelWords || signs > limits.labelSigns || length > limits.labelCharacters
            guard isLong else { return nil }
            return Finding(
                "the label \(version.quoted) has \(length) characters", at: version.position,
                suggestion: "at most \(limits.labelWords) words and \(limits.labelCharacters) characters")
        }
    }
}

extension PackText.Role {
    /// Whether it stands behind a number.
    fileprivate var isLabel: Bool {
        switch self {
        case .option, .listed: true
        case .menu, .ask, .said, .end, .retry, .message, .note, .builtIn: false
        }
    }
}
