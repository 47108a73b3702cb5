import Conversation
import Expressions

extension CheckRule {
    static let noOther = CheckRule(
        "no-other", "M08", .warning, summary: "a question that is kept has no way out",
        reason: """
            Someone whose answer is not on the list chooses a wrong one, and the wrong one is kept; in SMS surveys such \
            answers are the most frequent errors. An option "Other" or "I do not know" keeps the rest true.
            """
    ) { context in
        guard let table = context.table(of: context.pack.sourceLanguage) else { return [] }
        return context.menus.compactMap { checked in
            guard checked.menu.save != nil, checked.menu.options.count > 2 else { return nil }
            let hasWayOut = checked.menu.options.contains { option in
                String(option.number) == context.pack.keys.unknown || option.go == .back
                    || !table.otherWords.matches(in: Wording(option.label.version(context.pack.sourceLanguage))).isEmpty
            }
            guard !hasWayOut else { return nil }
            return Finding(
                "the answer is kept, and nobody can say that none fits", at: checked.step.position("options"),
                suggestion: "add an option such as 'Other' or 'I do not know'")
        }
    }
}
