import Expressions

/// A text taken apart once for all rules about words: its words and its sentences, with their places.
///
/// Scripts without spaces have no words that can be told without a dictionary; there the signs are counted.
struct Wording {
    /// One word of a script with spaces, or one value that will stand in the text.
    struct Word: Hashable {
        /// As written.
        let text: String
        /// In small letters, for comparison.
        let folded: String
        /// Where it begins, in characters from the beginning of the text's source.
        let offset: Int
        /// Whether a value will stand here.
        let isValue: Bool
    }

    /// What ends with a full stop, a question or exclamation mark, a colon, a semicolon or the end of a line.
    struct Sentence: Hashable {
        /// Where it begins, in characters from the beginning of the text's source.
        let offset: Int
        /// Its words and values, outside of scripts without spaces and of brackets.
        private(set) var words = 0
        /// Its signs of scripts without spaces, outside of brackets.
        private(set) var signs = 0
        /// What ended it; nil at the end of the text.
        fileprivate(set) var end: Unicode.Scalar?

        /// Whether it ends with a question mark.
        var isQuestion: Bool { end == "?" || end == "？" || end == "؟" || end == ";" }

        /// Whether it says more than "OK.".
        var saysSomething: Bool { words > 1 || signs > 3 }

        /// Whether it ends with a colon: what follows belongs to it.
        var endsWithColon: Bool { end == ":" || end == "：" }

        fileprivate mutating func countWord() { words += 1 }
        fileprivate mutating func countSign() { signs += 1 }
    }

    /// The text's scalars, values masked.
    let scalars: [Unicode.Scalar]
    /// The words in their order.
    private(set) var words: [Word] = []
    /// The sentences that have at least one word or sign, in their order.
    private(set) var sentences: [Sentence] = []
    /// Whether it holds signs of a script without spaces.
    var hasSigns: Bool { signs > 0 }
    /// How many signs of scripts without spaces it holds.
    private(set) var signs = 0

    init(_ template: Template) {
        scalars = Array(template.masked.unicodeScalars)
        read()
    }

    private mutating func read() {
        var sentence: Sentence?
        var index = 0
        var depth = 0  // of brackets: what stands in them is an aside
        while index < scalars.count {
            let scalar = scalars[index]
            depth += scalar.opens ? 1 : scalar.closes && depth > 0 ? -1 : 0
            if scalar.isPartOfWord || scalar == Template.mask {
                sentence = sentence ?? Sentence(offset: index)
                index = readWord(from: index)
                if depth == 0 { sentence?.countWord() }
            } else {
                if scalar.isSpaceless {
                    signs += 1
                    sentence = sentence ?? Sentence(offset: index)
                    if depth == 0 { sentence?.countSign() }
                } else if endsSentence(at: index), var ended = sentence {
                    ended.end = scalar
                    sentences.append(ended)
                    sentence = nil
                }
                index += 1
            }
        }
        if let sentence { sentences.append(sentence) }
    }

    /// Reads a word, with apostrophes and hyphens inside it; a value is a word of its own.
    private mutating func readWord(from start: Int) -> Int {
        let isValue = scalars[start] == Template.mask
        var end = start + 1
        while end < scalars.count {
            let scalar = scalars[end]
            if isValue ? scalar != Template.mask : !scalar.isPartOfWord && !joins(at: end) { break }
            end += 1
        }
        let text = String(scalars: scalars[start..<end])
        words.append(Word(text: text, folded: text.lowercased(), offset: start, isValue: isValue))
        return end
    }

    /// Whether an apostrophe, hyphen or point here has parts of a word on both sides.
    private func joins(at index: Int) -> Bool {
        guard ["'", "’", "-", ".", ","].contains(scalars[index]), index + 1 < scalars.count else { return false }
        let (before, after) = (scalars[index - 1], scalars[index + 1])
        guard before.isPartOfWord, after.isPartOfWord else { return false }
        return scalars[index] != "," || (before.isDigit && after.isDigit)
    }

    private func endsSentence(at index: Int) -> Bool {
        switch scalars[index] {
        case "。", "！", "？", "；", "：", "؟", "۔", "।", "።", "။", "\n": true
        case ".", "!", "?", ":", ";": index + 1 == scalars.count || !scalars[index + 1].isPartOfWord
        default: false
        }
    }
}

extension Unicode.Scalar {
    fileprivate var opens: Bool { self == "(" || self == "（" }
    fileprivate var closes: Bool { self == ")" || self == "）" }

    /// A letter or digit of a script that writes spaces between words.
    var isPartOfWord: Bool {
        if isASCII { return isDigit || (0x61...0x7A).contains(value | 0x20) }
        guard value >= 0xAA, !isSpaceless else { return false }
        return properties.isAlphabetic || properties.numericType == .decimal || properties.generalCategory.isMark
    }

    /// An ASCII digit.
    var isDigit: Bool { (0x30...0x39).contains(value) }

    /// Han, kana, Thai, Lao, Tibetan, Burmese, Khmer: scripts that write no spaces between words.
    var isSpaceless: Bool {
        switch value {
        case 0..<0x0E00: false
        case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3041...0x30FF, 0x3400...0x9FFF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}

extension Unicode.GeneralCategory {
    /// Whether it is a sign that belongs to the letter before it.
    fileprivate var isMark: Bool { self == .nonspacingMark || self == .spacingMark || self == .enclosingMark }
}
