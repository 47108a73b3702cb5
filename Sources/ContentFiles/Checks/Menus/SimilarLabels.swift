import Conversation
import Expressions

extension CheckRule {
    static let similarLabels = CheckRule(
        "similar-labels", "M06", .warning, summary: "two labels of a menu begin alike",
        reason: """
            Labels such as "Send money to bank" and "Send money to wallet" are confused: readers stop at the first words \
            that fit (field study in five regions). Put first what differs, or merge the two.
            """
    ) { context in
        context.menus.flatMap { checked -> [Finding] in
            let labels = context.labels(of: checked.step)
            return labels.enumerated().compactMap { place, label in
                guard let twin = labels[..<place].first(where: { label.isLike($0) }) else { return nil }
                return Finding(
                    "'\(label.version.template.source)' is too much like '\(twin.version.template.source)'",
                    at: label.version.position, suggestion: "put first what differs")
            }
        }
    }
}

/// A label with its words.
private struct Label {
    let version: TextVersion
    let words: [String]

    /// Whether it shares its first two words with another, or differs from it by one word of three or more.
    func isLike(_ other: Label) -> Bool {
        guard version.language == other.version.language else { return false }
        if words.count >= 2, other.words.count >= 2, words[..<2] == other.words[..<2] { return true }
        guard words.count >= 3, words.count == other.words.count else { return false }
        return zip(words, other.words).count { $0 != $1 } <= 1
    }
}

extension CheckContext {
    fileprivate func labels(of step: CheckedStep) -> [Label] {
        versionsOfSteps[step.place].compactMap { version in
            guard case .option = version.text.role else { return nil }
            return Label(version: version, words: version.wording.words.map(\.folded))
        }
    }
}
