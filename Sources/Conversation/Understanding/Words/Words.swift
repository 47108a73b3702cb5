/// Cuts a folded answer into words.
enum Words {
    /// Answers of more words than this are sentences: they are matched as a whole, never searched.
    static let most = 16

    /// The words between spaces and punctuation. A mark between two digits belongs to the number (`1.5`, `03/2026`), an
    /// apostrophe and a degree sign to the word (`don't`, `n°`).
    static func split(_ folded: String) -> [String] {
        var words: [String] = []
        var word = ""
        var pending: Character?  // a mark after a digit, which a digit may follow
        for character in folded {
            if let mark = pending {
                if isDigit(character) { word.append(mark) } else { cut(&word, into: &words) }
                pending = nil
            }
            if character.isLetter || character.isNumber || "'°º$¥€£₹৳₦".contains(character) {
                word.append(character)
            } else if character.isWhitespace {
                cut(&word, into: &words)
            } else if word.last.map(isDigit) ?? false {
                pending = character
            } else {
                cut(&word, into: &words)
            }
        }
        cut(&word, into: &words)
        return words
    }

    private static func cut(_ word: inout String, into words: inout [String]) {
        if !word.isEmpty { words.append(word) }
        word = ""
    }

    static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    /// Whether it is written without spaces between words.
    static func isIdeograph(_ character: Character) -> Bool {
        character.unicodeScalars.first?.properties.isIdeographic ?? false
    }
}

extension String {
    /// Whether there is at least one character and all are ASCII digits.
    var isDigits: Bool { !isEmpty && utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }

    /// The words of a written-out list.
    var listed: [String] { split(separator: " ").map(String.init) }
}
