extension GSM7 {
    /// The text with typographic characters replaced by their plain equivalents, where that makes it GSM-7; otherwise
    /// the text unchanged, since a text that stays in UCS-2 gains nothing by losing its typography.
    ///
    /// Letters are never replaced by others: a decomposed `e` with an acute accent becomes the single `é`, while a
    /// letter that the alphabet lacks stays and keeps the text in UCS-2.
    package static func replacing(_ text: String) -> String {
        if septets(text) != nil { return text }
        var plain = ""
        plain.reserveCapacity(text.utf8.count)
        for character in text {
            guard let replacement = replacement(for: character) else { return text }
            plain += replacement
        }
        return plain
    }

    /// What stands for a character in GSM-7: itself, its plain equivalent (which may be nothing, for an invisible
    /// character), or nil when there is none.
    package static func replacement(for character: Character) -> String? {
        let scalars = character.unicodeScalars
        if scalars.allSatisfy({ septets($0) > 0 }) { return String(character) }
        if let composed = composed[character] { return composed }
        var plain = ""
        for scalar in scalars {
            guard let piece = equivalent(of: scalar) else { return nil }
            plain += piece
        }
        return plain
    }

    private static func equivalent(of scalar: Unicode.Scalar) -> String? {
        if septets(scalar) > 0 { return String(scalar) }
        if let plain = typography[scalar] { return plain }
        switch scalar.value {
        case 0x2000...0x200A: return " "
        case 0xFF01...0xFF5E:
            return Unicode.Scalar(scalar.value - 0xFEE0).flatMap(equivalent(of:))
        default: return nil
        }
    }

    /// Canonical equivalence makes a decomposed letter find its single scalar here.
    private static let composed: [Character: String] = Dictionary(
        alphabet.filter { $0.value > 0x7F }.map { (Character($0), String($0)) },
        uniquingKeysWith: { first, _ in first }
    )

    private static let typography: [Unicode.Scalar: String] = {
        let groups: [(plain: String, scalars: String)] = [
            ("'", "\u{2018}\u{2019}\u{201A}\u{201B}\u{2032}\u{2039}\u{203A}\u{60}\u{B4}\u{2BC}"),
            ("\"", "\u{201C}\u{201D}\u{201E}\u{201F}\u{2033}\u{AB}\u{BB}"),
            ("-", "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{2022}\u{2043}"),
            (" ", "\t\u{A0}\u{202F}\u{205F}\u{3000}"),
            ("\n", "\u{0B}\u{85}\u{2028}\u{2029}"),
            ("", "\u{AD}\u{200B}\u{200E}\u{200F}\u{2060}\u{FEFF}"),
            ("...", "\u{2026}"), ("/", "\u{2044}"), ("x", "\u{D7}"), ("<=", "\u{2264}"), (">=", "\u{2265}"),
            ("->", "\u{2192}"), ("<-", "\u{2190}"), (",", "\u{3001}"), (".", "\u{3002}"), ("No", "\u{2116}"),
            ("(C)", "\u{A9}"), ("(R)", "\u{AE}"), ("TM", "\u{2122}"),
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (plain, scalars) in groups {
            for scalar in scalars.unicodeScalars { table[scalar] = plain }
        }
        return table
    }()
}
