import Conversation

extension CheckRule {
    static let capitals = CheckRule(
        "capitals", "T05", .warning, summary: "a word in capitals, or letters that nobody explained",
        reason: """
            A word in capitals is read letter by letter, and letters that stand for words mean nothing to those who do \
            not know them. The words that people send (keywords and commands) and a few known letters such as SMS and ID \
            are left alone, and so are letters that the same text explains in brackets.
            """
    ) { context in
        let known = Set(context.pack.keywords.keys).union(context.pack.commands.keys)
        return context.versions.flatMap { version -> [Finding] in
            let letters = context.table(of: version.language)?.knownLetters ?? LanguageTable.lettersKnownEverywhere
            return version.wording.words.compactMap { word in
                guard version.isInCapitals(word), !known.contains(word.folded),
                    !letters.contains(word.folded), !version.explains(word)
                else { return nil }
                return Finding(
                    "'\(word.text)' is in capitals", at: version.position(at: word.offset),
                    suggestion: "write it in small letters, or say what it stands for")
            }
        }
    }
}

extension TextVersion {
    fileprivate func isInCapitals(_ word: Wording.Word) -> Bool {
        // Most words have small letters; they need no closer look.
        guard !word.isValue, !word.text.utf8.contains(where: { (0x61...0x7A).contains($0) }) else { return false }
        let letters = word.text.filter(\.isLetter)
        return letters.count > 1 && letters.allSatisfy { $0.isUppercase && $0.isASCII }
    }

    /// Whether brackets follow the letters, or stand around them behind the words: "social security (HRSS)".
    fileprivate func explains(_ word: Wording.Word) -> Bool {
        let scalars = wording.scalars
        let end = word.offset + word.text.unicodeScalars.count
        let isInBrackets =
            word.offset > 0 && end < scalars.count && "(（".unicodeScalars.contains(scalars[word.offset - 1])
        let isFollowed = end + 1 < scalars.count && (scalars[end + 1] == "(" || scalars[end] == "（")
        return isInBrackets || isFollowed
    }
}
