/// The scripts that rules about languages tell apart.
enum Script: Hashable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati, tamil, telugu,
        kannada
    case malayalam, sinhala, thai, lao, tibetan, burmese, georgian, ethiopic, khmer, mongolian, han, kana, hangul

    private static let ranges: [(ClosedRange<UInt32>, Script)] = [
        (0x0041...0x005A, .latin), (0x0061...0x007A, .latin), (0x00C0...0x024F, .latin), (0x0250...0x02AF, .latin),
        (0x0370...0x03FF, .greek), (0x0400...0x052F, .cyrillic), (0x0530...0x058F, .armenian),
        (0x0590...0x05FF, .hebrew),
        (0x0600...0x077F, .arabic), (0x08A0...0x08FF, .arabic), (0x0900...0x097F, .devanagari),
        (0x0980...0x09FF, .bengali), (0x0A00...0x0A7F, .gurmukhi), (0x0A80...0x0AFF, .gujarati),
        (0x0B80...0x0BFF, .tamil),
        (0x0C00...0x0C7F, .telugu), (0x0C80...0x0CFF, .kannada), (0x0D00...0x0D7F, .malayalam),
        (0x0D80...0x0DFF, .sinhala), (0x0E00...0x0E7F, .thai), (0x0E80...0x0EFF, .lao), (0x0F00...0x0FFF, .tibetan),
        (0x1000...0x109F, .burmese), (0x10A0...0x10FF, .georgian), (0x1100...0x11FF, .hangul),
        (0x1200...0x139F, .ethiopic),
        (0x1780...0x17FF, .khmer), (0x1800...0x18AF, .mongolian), (0x1E00...0x1EFF, .latin), (0x1F00...0x1FFF, .greek),
        (0x3041...0x30FF, .kana), (0x3400...0x9FFF, .han), (0xAC00...0xD7AF, .hangul), (0xFB50...0xFDFF, .arabic),
        (0xFE70...0xFEFC, .arabic), (0x20000...0x3FFFF, .han),
    ]

    /// The script of a letter; nil for digits, marks and signs that many scripts share.
    static func of(_ scalar: Unicode.Scalar) -> Script? {
        if scalar.value < 0x80 {
            return (0x41...0x5A).contains(scalar.value & ~0x20) ? .latin : nil
        }
        return ranges.first { $0.0.contains(scalar.value) }?.1
    }

    private static let languages: [String: Script] = [
        "am": .ethiopic, "ar": .arabic, "be": .cyrillic, "bg": .cyrillic, "bn": .bengali, "bo": .tibetan, "dv": .arabic,
        "el": .greek, "fa": .arabic, "gu": .gujarati, "he": .hebrew, "hi": .devanagari, "hy": .armenian, "ja": .han,
        "ka": .georgian, "kk": .cyrillic, "km": .khmer, "kn": .kannada, "ko": .hangul, "ky": .cyrillic, "lo": .lao,
        "ml": .malayalam, "mn": .cyrillic, "mr": .devanagari, "my": .burmese, "ne": .devanagari, "pa": .gurmukhi,
        "ps": .arabic, "ru": .cyrillic, "sd": .arabic, "si": .sinhala, "ta": .tamil, "te": .telugu, "th": .thai,
        "ti": .ethiopic, "ug": .arabic, "uk": .cyrillic, "ur": .arabic, "zh": .han,
    ]

    /// The script that a language is mostly written in, unless its tag names Latin letters: `zh-Latn`. Nil for Latin and
    /// for languages that are not listed.
    static func of(tag: String) -> Script? {
        let parts = tag.split { $0 == "-" || $0 == "_" }.map { $0.lowercased() }
        guard let primary = parts.first, !parts.contains("latn") else { return nil }
        return languages[primary]
    }

    /// Whether simple phones mostly have its signs.
    var isCommon: Bool {
        switch self {
        case .latin, .greek, .cyrillic, .hebrew, .arabic, .thai, .han, .kana, .hangul: true
        case .armenian, .devanagari, .bengali, .gurmukhi, .gujarati, .tamil, .telugu, .kannada, .malayalam, .sinhala,
            .lao, .tibetan, .burmese, .georgian, .ethiopic, .khmer, .mongolian:
            false
        }
    }
}
