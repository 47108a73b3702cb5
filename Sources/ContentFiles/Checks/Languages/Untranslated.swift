import Conversation
import Expressions

extension CheckRule {
    static let untranslated = CheckRule(
        "untranslated", "L04", .warning, summary: "a translation is its source",
        reason: """
            A translation that equals its source was mostly copied to silence a check; people who chose the language read \
            another one. Names and numbers may be the same, and so may a text that says it in both languages: with letters \
            of both scripts, or where she chooses her language.
            """
    ) { context in
        let source = context.pack.sourceLanguage
        return context.versions.compactMap { version in
            guard version.language != source, version.text.text.version(source) == version.template,
                !version.isInOwnScript, !context.isWhereLanguageIsChosen(version),
                version.wording.words.contains(where: {
                    !$0.isValue && $0.text.count > 3 && $0.text.first?.isLowercase == true
                })
            else { return nil }
            return Finding(
                "the \(version.tag) text is the same as its source", at: version.position, suggestion: "translate it")
        }
    }
}

extension CheckContext {
    /// Whether the text stands on the screen where people choose their language.
    fileprivate func isWhereLanguageIsChosen(_ version: TextVersion) -> Bool {
        version.text.step.map { pack.steps[$0].verb.choosesLanguage } ?? false
    }
}

extension TextVersion {
    /// Whether it has letters of a script that the language alone is written in: then it says the same in two languages.
    fileprivate var isInOwnScript: Bool {
        guard let script = Script.of(tag: tag) else { return false }
        return wording.scalars.contains { Script.of($0) == script }
    }
}
