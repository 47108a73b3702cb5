import Conversation

extension CheckRule {
    static let scriptFallback = CheckRule(
        "script-fallback", "L07", .warning, summary: "a script that simple phones often lack has no Latin variant",
        reason: """
            In a study in Ethiopia Amharic had to be written in Latin letters, because the phones had no others, and people \
            were used to it. A language in a script that simple phones often lack gets a variant beside it: am and \
            am-Latn. Or allow this where you know the phones.
            """
    ) { context in
        let tags = Set(context.pack.languages.map { $0.tag.lowercased() })
        return context.pack.languages.compactMap { language in
            guard let script = Script.of(tag: language.tag), !script.isCommon,
                !tags.contains(language.primary + "-latn")
            else { return nil }
            return Finding(
                "simple phones may not show \(language.tag)", at: context.position("languages", language.tag),
                suggestion: "add \(language.primary)-Latn, or allow script-fallback with the reason")
        }
    }
}
