/// One scalar of typed text, brought to the form in which names are compared.
enum LetterFolding {
    /// What a scalar counts as.
    enum Part: Hashable {
        /// A letter or digit, in lower case and without marks; `tone` is the pinyin tone its mark said.
        case letter(Unicode.Scalar, tone: UInt8?)
        /// A mark of the letter before: nothing but perhaps its tone.
        case mark(tone: UInt8?)
        /// Between words.
        case gap
        /// Nothing at all: an apostrophe, or a mark nobody sees.
        case nothing
    }

    /// What this scalar counts as.
    static func part(of scalar: Unicode.Scalar) -> Part {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: .letter(scalar, tone: nil)
        case 0x41...0x5A: letter(scalar.value + 0x20)
        case 0x27, 0x60, 0xB4, 0x2BC, 0x2018, 0x2019, 0xFF07, 0x200B...0x200F, 0x2060, 0xFEFF: .nothing
        case 0xFF01...0xFF5E: letter(scalar.value - 0xFEE0, orGap: true)
        case 0x300...0x36F: .mark(tone: combiningTones[scalar.value])
        case ..<0x80: .gap
        default: wide(scalar)
        }
    }

    private static func letter(_ value: UInt32, orGap: Bool = false) -> Part {
        guard let scalar = Unicode.Scalar(value) else { return .gap }
        return orGap ? part(of: scalar) : .letter(scalar, tone: nil)
    }

    private static func wide(_ scalar: Unicode.Scalar) -> Part {
        if let simplified = TraditionalCharacters.simplified(scalar) { return .letter(simplified, tone: nil) }
        let properties = scalar.properties
        if properties.isIdeographic { return .letter(scalar, tone: nil) }
        if properties.numericType == .decimal, let digit = properties.numericValue.flatMap({ Int(exactly: $0) }) {
            return letter(0x30 + UInt32(digit))
        }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter:
            return latin(properties) ?? .letter(properties.lowercaseMapping.unicodeScalars.first ?? scalar, tone: nil)
        case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .letterNumber:
            return .letter(scalar, tone: nil)
        default: return .gap
        }
    }

    /// The letter under the marks of `LATIN SMALL LETTER U WITH DIAERESIS AND CARON`: the standard library takes no
    /// letters apart, but it knows what they are called.
    private static func latin(_ properties: Unicode.Scalar.Properties) -> Part? {
        guard let name = properties.name, name.hasPrefix("LATIN ") else { return nil }
        let words = name.split(separator: " ")
        guard words.count > 4, words[2] == "LETTER", words[3].utf8.count == 1, words[4] == "WITH",
            let letter = words[3].lowercased().unicodeScalars.first
        else { return nil }
        return .letter(letter, tone: words.dropFirst(5).lazy.compactMap { namedTones[$0] }.first)
    }

    private static let namedTones: [Substring: UInt8] = ["MACRON": 1, "ACUTE": 2, "CARON": 3, "GRAVE": 4]
    private static let combiningTones: [UInt32: UInt8] = [0x304: 1, 0x301: 2, 0x30C: 3, 0x300: 4]
}
