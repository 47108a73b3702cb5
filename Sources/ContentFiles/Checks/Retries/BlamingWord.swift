import Conversation

extension CheckRule {
    static let blamingWord = CheckRule(
        "blaming-word", "E04", .warning, summary: "a text blames someone who was not understood",
        reason: """
            "Invalid" and "wrong" say that she failed; people who are unsure anyway hang up. It is the service that did \
            not understand. Say what to send instead. Looked at are retries, the built-in texts for them, the apology, and \
            the first text of the way out.
            """
    ) { context in
        let ways =
            context.pack.steps.compactMap { $0.verb.otherwise?.place } + [context.pack.otherwise].compactMap(\.self)
        let answers: [PackText.Role] = [
            .builtIn(.retryMenu), .builtIn(.retryAnswer), .builtIn(.apology), .builtIn(.confirm),
        ]
        let versions =
            answers.flatMap(context.versions(ofBuiltIn:)) + context.steps.flatMap(context.retries)
            + Set(ways).sorted().flatMap { place in
                [.menu, .said].flatMap { context.versions(of: context.steps[place], $0) }
            }
        return versions.flatMap { version in
            (context.table(of: version.language)?.blamingWords.matches(in: version.wording) ?? []).map {
                Finding(
                    "'\($0.term)' blames her", at: version.position(at: $0.offset),
                    suggestion: "say what to send, with an example")
            }
        }
    }
}
