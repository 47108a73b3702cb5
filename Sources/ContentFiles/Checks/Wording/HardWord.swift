extension CheckRule {
    static let hardWord = CheckRule(
        "hard-word", "T04", .warning, summary: "a word of offices and of law",
        reason: """
            Words such as eligible, beneficiary or submit are known to those who write forms, and stop others. Each \
            language has a list with plain words that mean the same; a language without a list is not looked at.
            """
    ) { context in
        context.matches(of: \.hardWords).filter { !$0.isPartOfName }.map { found in
            Finding(
                "'\(found.match.term)' is a word of offices", at: found.position,
                suggestion: found.match.instead.isEmpty ? "leave it out" : "write '\(found.match.instead)'")
        }
    }
}

/// A term of a word list in a text.
struct FoundTerm {
    let version: TextVersion
    let match: WordList.Match

    /// Where the term stands.
    var position: Position { version.position(at: match.offset) }

    /// Whether it stands in a name, such as the title of a law.
    var isPartOfName: Bool {
        version.wording.words.first { $0.offset == match.offset }.map(version.isName) ?? false
    }
}

extension CheckContext {
    /// The terms of a list in all texts of the languages that have one.
    func matches(of list: KeyPath<LanguageTable, WordList>) -> [FoundTerm] {
        versions.flatMap { version -> [FoundTerm] in
            guard let table = table(of: version.language) else { return [] }
            return table[keyPath: list].matches(in: version.wording).map { FoundTerm(version: version, match: $0) }
        }
    }
}
