/// How wide a text is about to be. Nobody knows the reader's font: these are widths of common sans-serif fonts, rounded
/// up, so that a card is rather a little too wide than too narrow.
enum TextSize {
    /// The width in pixels.
    ///
    /// - Parameter size: Of the font, in pixels.
    static func width(of text: some StringProtocol, size: Int) -> Int {
        (text.reduce(0) { $0 + width(of: $1) } * size + 999) / 1_000
    }

    /// In thousandths of the font's size.
    private static func width(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if let byte = character.asciiValue { return width(ofASCII: byte) }
        return isFullWidth(scalar) || isAmbiguous(scalar) ? 1_000 : 620
    }

    private static func width(ofASCII byte: UInt8) -> Int {
        switch Character(Unicode.Scalar(byte)) {
        case "i", "j", "l", "|", "!", ".", ",", ":", ";", "'": 300
        case " ", "f", "r", "t", "(", ")", "[", "]", "/", "\\", "I", "`": 370
        case "m", "w", "M", "W", "@", "%": 880
        case "A"..."Z", "&", "+", "=", "<", ">", "~", "#": 700
        default: 590
        }
    }

    /// Dashes, curly quotes, the ellipsis, arrows, circled digits and other signs: as wide as Han where the font is a
    /// Chinese one.
    private static func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2014...0x2026, 0x2190...0x27BF: true
        default: false
        }
    }

    /// Han, kana, Hangul, full-width forms and pictures (the wide blocks of Unicode Standard Annex 11).
    static func isFullWidth(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
