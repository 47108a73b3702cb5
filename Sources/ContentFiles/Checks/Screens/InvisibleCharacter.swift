import Conversation

extension CheckRule {
    static let invisibleCharacter = CheckRule(
        "invisible-character", "B08", .error, summary: "a text holds a character that cannot be seen",
        reason: """
            Control characters, tabs, zero-width spaces and marks that turn the direction of writing come in with copied \
            text. Phones show them as boxes or not at all, they cost like letters, and they can hide what a text says. \
            The joiners of Arabic and of Indian scripts (U+200C, U+200D) may stay between letters of those scripts.
            """
    ) { context in
        context.versions.compactMap { version in
            guard let (offset, scalar) = version.firstInvisible else { return nil }
            return Finding(
                "U+\(scalar.code) cannot be seen here", at: version.position(at: offset),
                suggestion: "take it out, or write a space")
        }
    }
}

extension TextVersion {
    /// The first character that must not be here, with its place in the text's source.
    fileprivate var firstInvisible: (offset: Int, scalar: Unicode.Scalar)? {
        let scalars = wording.scalars
        guard scalars.contains(where: { $0.value < 0x20 || $0.value >= 0x7F }) else { return nil }
        for (place, scalar) in scalars.enumerated() where scalar.isInvisible {
            let isJoiner = scalar.value == 0x200C || scalar.value == 0x200D
            guard isJoiner, place > 0, scalars[place - 1].needsJoiners else { return (place, scalar) }
        }
        return nil
    }
}

extension Unicode.Scalar {
    /// `200B`.
    fileprivate var code: String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    fileprivate var isInvisible: Bool {
        switch value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// Whether joiners shape the letters of its script: Arabic, the scripts of India, Sinhala, Burmese, Khmer, Mongolian.
    fileprivate var needsJoiners: Bool {
        switch value {
        case 0x0600...0x07FF, 0x08A0...0x08FF, 0x0900...0x0DFF, 0x1000...0x109F, 0x1780...0x18AF: true
        default: false
        }
    }
}
