import Expressions

/// Near spellings: how far a typed word may be from the one that was meant.
enum NearSpelling {
    /// Slips allowed for a word of this many characters.
    private static func allowance(_ word: String) -> Int {
        switch word.count {
        case ..<4: 0
        case 4...7: 1
        default: 2
        }
    }

    /// Whether `typed` is `word` with at most the allowed slips (insertion, deletion, substitution, swap of
    /// neighbours); words with digits or ideographs are never bent, because one of those is a word by itself.
    static func isNear(_ typed: String, _ word: String) -> Bool {
        let allowed = min(allowance(typed), allowance(word))
        guard allowed > 0, abs(typed.count - word.count) <= allowed else { return false }
        guard typed.first == word.first, typed.allSatisfy(isBendable), word.allSatisfy(isBendable) else { return false }
        return Spelling.distance(typed, word) <= allowed
    }

    private static func isBendable(_ character: Character) -> Bool {
        !character.isNumber && !character.unicodeScalars.contains { $0.properties.isIdeographic }
    }
}
