import Conversation

extension CheckRule {
    static let bareHelp = CheckRule(
        "bare-help", "O04", .warning, summary: "HELP does not say who we are, what it costs or how to end it",
        reason: """
            HELP is what somebody writes who does not know where a message came from. Carriers ask for three things in \
            the answer: who writes, what it costs, and the word that ends it. The name is the title of the pack; a name \
            in another language may differ, so it is looked for in the pack's own only.
            """
    ) { context in
        guard context.hasMessages else { return [] }
        let shown =
            context.pack.destinations[.help].map(context.shownFirst) ?? context.versions(ofBuiltIn: .builtIn(.help))
        return context.pack.languages.indices.flatMap { language in
            context.untold(in: shown.filter { $0.language == language })
        }
    }
}

extension CheckContext {
    /// What the answer to HELP does not say in one language, at the first of its texts.
    fileprivate func untold(in shown: [TextVersion]) -> [Finding] {
        guard let first = shown.first else { return [] }
        let saysCost = table(of: first.language).map { table in
            shown.contains { !table.freeWords.matches(in: $0.wording).isEmpty }
        }
        return [
            namesSender(shown)
                ? nil : Finding("HELP does not say who we are", at: first.position, suggestion: "name '\(pack.title)'"),
            saysCost != false
                ? nil
                : Finding(
                    "HELP does not say what it costs", at: first.position,
                    suggestion: "say that it is free, or the price"),
            namesStop(shown)
                ? nil
                : Finding(
                    "HELP does not say how to end messages", at: first.position, suggestion: "say: STOP ends messages"),
        ].compactMap(\.self)
    }
}
