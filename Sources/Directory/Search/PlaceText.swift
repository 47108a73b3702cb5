/// A typed or official name of a place, brought to one form: words in lower case, without marks, punctuation and tones.
struct PlaceText: Hashable, Sendable {
    /// More than this nobody types to name a place; the rest is not looked at.
    private static let longest = 120

    /// The words; ideographs and letters that touch are different words.
    var words: [String]
    /// The pinyin tones that marks or digits gave, in their order; empty for toneless text.
    let tones: [UInt8]

    /// All words as one, the form in which names are compared: how people put spaces does not matter.
    var joined: String { words.joined() }

    init(_ words: [String], tones: [UInt8] = []) {
        self.words = words
        self.tones = tones
    }

    init(_ typed: String) {
        var reader = Reader()
        for scalar in typed.unicodeScalars.prefix(PlaceText.longest) { reader.take(scalar) }
        reader.endWord()
        words = reader.words
        tones = reader.tones
    }

    /// Takes words apart scalar by scalar.
    private struct Reader {
        var words: [String] = []
        var tones: [UInt8] = []
        private var word = String.UnicodeScalarView()
        private var isIdeographic = false

        mutating func take(_ scalar: Unicode.Scalar) {
            switch LetterFolding.part(of: scalar) {
            case .letter(let letter, let tone):
                if isTone(letter) { return tones.append(UInt8(letter.value - 0x30)) }
                if letter.isHan != isIdeographic { endWord() }
                isIdeographic = letter.isHan
                word.append(letter)
                if let tone { tones.append(tone) }
            case .mark(let tone):
                if let tone { tones.append(tone) }
            case .gap: endWord()
            case .nothing: break
            }
        }

        mutating func endWord() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }

        /// Whether this is the digit in `su1zhou1`.
        private func isTone(_ letter: Unicode.Scalar) -> Bool {
            guard (0x31...0x35).contains(letter.value), let last = word.last else { return false }
            return (0x61...0x7A).contains(last.value)
        }
    }
}

extension Unicode.Scalar {
    /// Whether this is a Chinese character.
    var isHan: Bool { value >= 0x2E80 && properties.isIdeographic }
}

extension String {
    /// Whether all of it is Chinese characters.
    var isHan: Bool { unicodeScalars.allSatisfy(\.isHan) }
    /// Whether all of it is the letters a to z.
    var isPlainLetters: Bool { utf8.allSatisfy { (0x61...0x7A).contains($0) } }
}
