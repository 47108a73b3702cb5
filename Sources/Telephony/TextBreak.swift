/// Where a text may be divided between two screens.
enum TextBreak {
    /// The end of the longest piece that fits before a footer, moved back to where a reader expects a break: a line
    /// end, a sentence end, a space or a mark such as `，`, if it leaves the screen at least half full; between two
    /// characters of a script that writes no spaces; at any space; at any grapheme. Nil when not one character fits.
    static func last(in text: Substring, before footer: String, within limit: ScreenLimit) -> String.Index? {
        let ends = candidateEnds(of: text, atMost: limit.septets)
        var low = 0
        var high = ends.count
        while low < high {
            let middle = (low + high) / 2
            if limit.fits(text[..<ends[middle]] + footer) { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : best(of: ends[..<low], in: text)
    }

    /// A piece without white space at either end.
    static func trimmed(_ text: Substring) -> Substring {
        var piece = text
        while piece.first?.isWhitespace == true { piece.removeFirst() }
        while piece.last?.isWhitespace == true { piece.removeLast() }
        return piece
    }

    private static func candidateEnds(of text: Substring, atMost count: Int) -> [String.Index] {
        var ends: [String.Index] = []
        var index = text.startIndex
        while index < text.endIndex, ends.count < count {
            index = text.index(after: index)
            ends.append(index)
        }
        return ends
    }

    private static func best(of ends: ArraySlice<String.Index>, in text: Substring) -> String.Index? {
        var kept: [Quality: Int] = [:]
        for (position, end) in ends.enumerated() {
            if let quality = quality(at: end, in: text) { kept[quality] = position }
        }
        func position(_ quality: Quality, halfFull: Bool) -> Int? {
            kept[quality].flatMap { !halfFull || $0 * 2 >= ends.count ? $0 : nil }
        }
        let chosen =
            position(.line, halfFull: true)
            ?? position(.sentence, halfFull: true)
            ?? position(.word, halfFull: true)
            ?? position(.character, halfFull: true)
            ?? [kept[.line], kept[.sentence], kept[.word], kept[.character]].compactMap(\.self).max()
        return chosen.map { ends[ends.startIndex + $0] } ?? ends.last
    }

    private enum Quality {
        case line
        case sentence
        case word
        case character
    }

    private static func quality(at end: String.Index, in text: Substring) -> Quality? {
        let before = text[text.index(before: end)]
        guard end < text.endIndex else { return nil }
        let after = text[end]
        if isLatinLetter(before), isLatinLetter(after) { return nil }
        if after.isNewline { return .line }
        if after.isWhitespace { return sentenceEnds.contains(before) ? .sentence : .word }
        if closing.contains(after) || opening.contains(before) { return nil }
        if wideSentenceEnds.contains(before) { return .sentence }
        if wideMarks.contains(before) { return .word }
        return isSpaceless(before) || isSpaceless(after) ? .character : nil
    }

    private static let wideSentenceEnds: Set<Character> = ["。", "！", "？", "；", "…", "།", "။", "។", "።"]
    private static let sentenceEnds = wideSentenceEnds.union([".", "!", "?", "।", "؟", "۔"])
    private static let wideMarks: Set<Character> = ["，", "、", "：", "）", "」", "』", "】", "》", "”", "・", "·", "၊"]
    private static let opening: Set<Character> = ["（", "「", "『", "【", "《", "“", "‘", "("]
    private static let closing = wideSentenceEnds.union(wideMarks).union(["’", ")", ",", ".", "!", "?", ":", ";"])

    /// ASCII letters only: most positions of most texts, settled without a look at any table.
    private static func isLatinLetter(_ character: Character) -> Bool {
        character.utf8.count == 1 && character.utf8.first.map { 0x61...0x7A ~= $0 | 0x20 } == true
    }

    /// Thai, Lao, Tibetan, Burmese, Khmer, kana and Han: scripts that write no spaces between words.
    private static func isSpaceless(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return switch scalar.value {
        case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3040...0x30FF, 0x3400...0x9FFF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
