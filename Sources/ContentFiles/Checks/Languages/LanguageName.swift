import Conversation

extension CheckRule {
    static let languageName = CheckRule(
        "language-name", "L06", .error, summary: "a language is not named in itself",
        reason: """
            Someone who looks for her language reads only that one: the list says 中文, not Chinese. The name stands in the \
            language's own script and is not its English one.
            """
    ) { context in
        context.pack.languages.compactMap { language in
            let script = Script.of(tag: language.tag)
            let isForeign = script.map { script in !language.name.unicodeScalars.contains { Script.of($0) == script } }
            let english = LanguageNames.english[language.primary]
            guard isForeign == true || (english != nil && language.name.lowercased() == english) else { return nil }
            return Finding(
                "'\(language.name)' is not what speakers of \(language.tag) call their language",
                at: context.position("languages", language.tag), suggestion: "name it in itself, in its own script")
        }
    }

    static let noLanguageChoice = CheckRule(
        "no-language-choice", "L06", .error, summary: "nobody can choose a language at the beginning",
        reason: """
            Someone who cannot read the first screen does not find a choice that lies deep in a menu. It is one of the \
            first screens, or at most two answers away from the start.
            """
    ) { context in
        guard context.pack.languages.count > 1 else { return [] }
        var reached: Set<Int> = []
        var open = [context.pack.start]
        for answers in 0...2 {
            var later: [Int] = []
            while let place = open.popLast() {
                guard reached.insert(place).inserted else { continue }
                let verb = context.pack.steps[place].verb
                if verb.setsLanguage { return [] }
                if verb.waits, answers < 2 { later += verb.ways.compactMap(\.place) }
                if !verb.waits { open += verb.ways.compactMap(\.place) }
            }
            open = later
        }
        return [
            Finding(
                "no screen near the start lets people choose one of the \(context.pack.languages.count) languages",
                at: context.position("languages"),
                suggestion: "begin with a menu whose options say: set: { person.language: ... }")
        ]
    }
}

extension Verb {
    /// Whether it, or an answer to it, sets the language.
    fileprivate var setsLanguage: Bool {
        if case .set(let changes, _) = self { return changes.contains { $0.target == .language } }
        return choosesLanguage
    }
}

extension Language {
    /// The tag's first part.
    var primary: String { tag.prefix { $0 != "-" && $0 != "_" }.lowercased() }
}

/// English names of languages that have another one of their own in Latin letters.
private enum LanguageNames {
    static let english = [
        "af": "afrikaans language", "am": "amharic", "ar": "arabic", "bn": "bengali", "de": "german", "es": "spanish",
        "fa": "persian", "fr": "french", "ha": "hausa language", "hi": "hindi", "id": "indonesian",
        "ig": "igbo language",
        "it": "italian", "km": "khmer", "ms": "malay", "my": "burmese", "ne": "nepali", "om": "oromo",
        "pt": "portuguese",
        "rw": "kinyarwanda language", "so": "somali", "sw": "swahili", "tl": "tagalog language", "tr": "turkish",
        "vi": "vietnamese", "wo": "wolof language", "xh": "xhosa", "yo": "yoruba language", "zu": "zulu",
    ]
}
