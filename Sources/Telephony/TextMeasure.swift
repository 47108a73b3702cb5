/// How the characters of a text travel.
package enum TextEncoding: String, Hashable, Sendable {
    /// The GSM 7-bit alphabet: a unit is a septet.
    case gsm7
    /// UCS-2, in practice UTF-16: a unit is two octets, and a character beyond U+FFFF takes two.
    case ucs2

    /// Units of an SMS that is sent alone: 140 octets (3GPP TS 23.040, section 9.2.3.16).
    package var unitsAlone: Int { self == .gsm7 ? 160 : 70 }

    /// Units of each segment of a longer SMS, after the six octets that number it (TS 23.040, section 9.2.3.24.1).
    package var unitsInSegment: Int { self == .gsm7 ? 153 : 67 }

    /// The units of one scalar, which must be representable.
    func units(of scalar: Unicode.Scalar) -> Int {
        self == .gsm7 ? GSM7.septets(scalar) : scalar.value > 0xFFFF ? 2 : 1
    }
}

/// What a text costs: the cheaper encoding that holds it, and the units it takes there.
package struct TextMeasure: Hashable, Sendable {
    /// GSM-7 when every character is in its tables, otherwise UCS-2.
    package let encoding: TextEncoding
    /// Septets or UTF-16 units.
    package let units: Int

    /// Measures a text.
    package init(of text: String) {
        if let septets = GSM7.septets(text) {
            encoding = .gsm7
            units = septets
        } else {
            encoding = .ucs2
            units = text.utf16.count
        }
    }
}
