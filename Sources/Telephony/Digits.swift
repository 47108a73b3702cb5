/// Digits as people type them: of any script, full-width or a keycap emoji.
package enum Digits {
    /// The value of a decimal digit of any script (Unicode general category Nd), of an Ethiopic digit 1 to 9, which
    /// Unicode counts as a plain number, or of a keycap emoji; nil for anything else.
    package static func value(_ character: Character) -> Int? {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, scalars.dropFirst().allSatisfy(isKeycap) else { return nil }
        return value(first)
    }

    /// The ASCII digit with the same value, or nil when the character is not a digit.
    package static func ascii(_ character: Character) -> Character? {
        value(character).flatMap { Unicode.Scalar(UInt32(0x30 + $0)) }.map(Character.init)
    }

    /// The text with every digit replaced by its ASCII digit.
    package static func normalised(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return String(text.map { ascii($0) ?? $0 })
    }

    static func value(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value) - 0x30
        case ..<0x80: nil
        case 0x1369...0x1371: Int(scalar.value) - 0x1368
        default:
            scalar.properties.numericType == .decimal ? scalar.properties.numericValue.map { Int($0) } : nil
        }
    }

    private static func isKeycap(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xFE0F || scalar.value == 0x20E3
    }
}
