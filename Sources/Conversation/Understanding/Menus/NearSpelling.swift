import Expressions

/// Near spellings: how far typed words may be from the ones that were meant.
enum NearSpelling {
    /// Slips allowed for a text of this many characters.
    private static func allowance(_ count: Int) -> Int {
        switch count {
        case ..<4: 0
        case 4...7: 1
        default: 2
        }
    }

    /// Whether `typed` is `text` with at most the allowed slips (a letter too many, too few, changed, or two swapped).
    ///
    /// Each word must be near its own counterpart, with the same first letter, so that "I was hired" is not "I was
    /// fired". Digits and ideographs are never bent, because one of those is a word by itself; nor are everyday words.
    static func isNear(_ typed: String, _ text: String) -> Bool {
        let count = min(typed.count, text.count)
        let allowed = allowance(count)
        guard allowed > 0, abs(typed.count - text.count) <= allowed, typed.allSatisfy(isBendable),
            text.allSatisfy(isBendable)
        else { return false }
        let (left, right) = (typed.split(separator: " "), text.split(separator: " "))
        guard left.count == right.count else {
            return typed.filter { $0 != " " } == text.filter { $0 != " " }
        }
        var slips = 0
        for (one, other) in zip(left, right) where one != other {
            guard let distance = distance(String(one), String(other), isAlone: left.count == 1) else { return false }
            slips += distance
        }
        return slips <= allowed
    }

    /// The slips between two words, nil when they are too many for words this short.
    private static func distance(_ typed: String, _ word: String, isAlone: Bool) -> Int? {
        let count = min(typed.count, word.count)
        if typed + "s" == word || word + "s" == typed { return count >= 4 ? 1 : nil }
        guard typed.first == word.first, count >= 4 || count == 3 && typed.count != word.count && word.count >= 5,
            !CommonWords.contains(typed)
        else { return nil }
        let distance = Spelling.distance(typed, word)
        guard distance <= allowance(max(count, 4)) else { return nil }
        return isAlone && count == 4 && isOtherWord(typed, word) ? nil : distance
    }

    /// In a word of four letters, a letter that is changed or put in makes another word, unless words beside it tell
    /// what is meant: rent and rest, soon and spoon. Two letters swapped or one typed twice are slips.
    private static func isOtherWord(_ typed: String, _ word: String) -> Bool {
        if typed.count == word.count { return typed.sorted() != word.sorted() }
        guard typed.count > word.count else { return false }
        return !typed.indices.dropLast().contains { place in
            let next = typed.index(after: place)
            return typed[place] == typed[next] && typed[..<place] + typed[next...] == word
        }
    }

    private static func isBendable(_ character: Character) -> Bool {
        !character.isNumber && !Words.isIdeograph(character)
    }
}
