extension CheckRule {
    static let longWord = CheckRule(
        "long-word", "T04", .warning, summary: "a word is long",
        reason: """
            Long words are read letter by letter. Twelve letters are the limit here; names, which begin with a capital \
            letter in the middle of a sentence, are left alone.
            """
    ) { context in
        let most = context.thresholds.letters
        return context.versions.flatMap { version -> [Finding] in
            version.wording.words.compactMap { word in
                guard word.text.utf8.count > most else { return nil }
                let parts = word.text.split { !$0.isLetter }
                guard !word.isValue, let longest = parts.map(\.count).max(), longest > most, !version.isName(word)
                else {
                    return nil
                }
                return Finding(
                    "'\(word.text)' has \(longest) letters", at: version.position(at: word.offset),
                    suggestion: "find a shorter word")
            }
        }
    }
}

extension TextVersion {
    /// Whether a word has a capital letter though it begins no sentence: a part of a name.
    func isName(_ word: Wording.Word) -> Bool {
        word.text.first?.isUppercase == true && !wording.sentences.contains { $0.offset == word.offset }
    }
}
