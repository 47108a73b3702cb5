/// Digits as people type them: of any script, full-width, a keycap emoji, in a circle, raised, or Ethiopic.
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

    /// The text with every digit replaced by its ASCII digit, and every number sign of its own (`⑩`, `²`, `፲፪`) by
    /// the digits of its number.
    ///
    /// A sign of its own does not run together with digits beside it: `①②` becomes `1 2`. A raised or lowered digit
    /// after a letter or a digit is an exponent or a note and stays as it is.
    package static func normalised(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var normalised = ""
        var isOwn = false  // the last thing written was a sign of its own
        var rest = text[...]
        while let character = rest.first {
            if let run = EthiopicNumber(at: rest) {
                normalised += run.digits
                rest = rest.dropFirst(run.length)
                isOwn = false
                continue
            }
            rest = rest.dropFirst()
            if let digit = ascii(character) {
                if isOwn { normalised.append(" ") }
                normalised.append(digit)
                isOwn = false
            } else if let number = NumberSign.value(character, after: normalised.last, isOwn: isOwn) {
                let needsGap = normalised.last.map { $0.isASCII && $0.isNumber } ?? false
                normalised += (needsGap && !NumberSign.isRaised(character) ? " " : "") + String(number)
                isOwn = !NumberSign.isRaised(character)
            } else {
                normalised.append(character)
                isOwn = false
            }
        }
        return normalised
    }

    static func value(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value) - 0x30
        case ..<0x80: nil
        // Ideographs and what stands between them: none is a digit, and looking one up takes long.
        case 0x3000...0x303F, 0x4E00...0x9FFF: nil
        case 0x1369...0x1371: Int(scalar.value) - 0x1368
        default:
            scalar.properties.numericType == .decimal ? scalar.properties.numericValue.map { Int($0) } : nil
        }
    }

    private static func isKeycap(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xFE0F || scalar.value == 0x20E3
    }
}
