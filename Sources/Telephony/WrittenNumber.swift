/// The digits of a number as somebody wrote it, freed of what only helps the eye.
struct WrittenNumber {
    /// ASCII digits in the order they were written.
    private(set) var digits = ""
    /// Whether a plus stands in front.
    private(set) var isInternational = false

    /// No written form of a number of 15 digits has more, prefixes included.
    private static let most = 40

    init(_ text: String) throws(PhoneNumberFault) {
        for scalar in Self.subscriber(of: text).unicodeScalars {
            if let digit = Digits.value(scalar) {
                digits.append(Character(Unicode.Scalar(UInt8(0x30 + digit))))
                if digits.utf8.count > Self.most { throw .endless }
            } else if scalar == "+" || scalar == "\u{FF0B}" {
                if isInternational || !digits.isEmpty { throw .misplacedPlus }
                isInternational = true
            } else if !Self.isSeparator(scalar) {
                throw .character(Character(scalar))
            }
        }
        if digits.isEmpty { throw .empty }
    }

    /// The text without the scheme and the parameters of a `tel:` URI (RFC 3966).
    private static func subscriber(of text: String) -> Substring {
        guard text.prefix(4).lowercased() == "tel:" else { return text[...] }
        return text.dropFirst(4).prefix { $0 != ";" }
    }

    /// White space, brackets, dots, slashes, dashes, and the invisible marks that copying brings along.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "-", "(", ")", "[", "]", ".", "/", "\u{B7}", "\u{30FB}": true
        case "\u{FF08}", "\u{FF09}", "\u{FF0D}", "\u{FF0E}", "\u{FF0F}", "\u{2212}": true
        case "\u{2010}"..."\u{2015}": true
        case "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}"..."\u{2069}", "\u{FEFF}": true
        default: scalar.properties.isWhitespace
        }
    }
}
