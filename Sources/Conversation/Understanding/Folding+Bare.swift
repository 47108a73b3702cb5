extension Folding {
    /// A folded text without what people leave out or write in several ways: accents (`é` is `e`), Arabic vowel signs,
    /// tatweel and the forms of hamza, teh and yeh, and the Devanagari nukta and candrabindu.
    ///
    /// Words that differ in one of these alone become equal, so an exact match is always tried first.
    package static func bare(_ folded: String) -> String {
        if folded.utf8.allSatisfy({ $0 < 0x80 }) { return folded }
        var bare = String.UnicodeScalarView()
        for character in folded {
            let scalars = decomposed(character)
            for scalar in scalars {
                if let kept = plain(scalar) { bare.append(kept) }
            }
        }
        return String(bare)
    }

    /// A letter and its marks one by one, for the scripts whose marks can go.
    private static func decomposed(_ character: Character) -> [Unicode.Scalar] {
        let scalars = Array(character.unicodeScalars)
        guard scalars.count == 1, let only = scalars.first else { return scalars }
        if let letters = LatinLetters.base[only] { return letters }
        return DevanagariLetters.base[only].map { [$0] } ?? scalars
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x0300...0x036F: nil  // combining accents
        case 0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x0640: nil  // vowel signs and tatweel
        case 0x0622, 0x0623, 0x0625, 0x0671: "\u{0627}"  // alef in all its forms
        case 0x0624: "\u{0648}"  // waw with hamza
        case 0x0626, 0x0649, 0x06CC: "\u{064A}"  // yeh
        case 0x0629: "\u{0647}"  // teh marbuta
        case 0x06A9: "\u{0643}"  // kaf as Persian and Urdu keyboards write it
        case 0x093C: nil  // nukta
        case 0x0901: "\u{0902}"  // candrabindu as anusvara
        case 0x2019: "'"
        default: scalar
        }
    }
}

/// Latin letters with a mark, and the plain letters people type for them.
private enum LatinLetters {
    static let base: [Unicode.Scalar: [Unicode.Scalar]] = {
        let groups: [(String, String)] = [
            ("a", "àáâãäåāăąǎ"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
            ("h", "ĥħ"),
            ("i", "ìíîïĩīĭįıǐ"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏőǒ"),
            ("oe", "œ"),
            ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųǔ"), ("w", "ŵ"), ("y", "ýÿŷ"),
            ("z", "źżž"),
        ]
        let pairs = groups.flatMap { plain, marked in marked.unicodeScalars.map { ($0, Array(plain.unicodeScalars)) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()
}

/// Devanagari letters that Unicode also has with the nukta inside.
private enum DevanagariLetters {
    static let base: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{0958}": "\u{0915}", "\u{0959}": "\u{0916}", "\u{095A}": "\u{0917}", "\u{095B}": "\u{091C}",
        "\u{095C}": "\u{0921}", "\u{095D}": "\u{0922}", "\u{095E}": "\u{092B}", "\u{095F}": "\u{092F}",
    ]
}
