/// The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, sections 6.2.1 and 6.2.1.1).
///
/// A septet is held in one byte. A character of the extension table takes two: the escape and its own.
package enum GSM7 {
    static let escape: UInt8 = 0x1B
    static let carriageReturn: UInt8 = 0x0D

    static let alphabet = Array(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u{1B}ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars
    )

    /// CR2 (0x0D) is read as a line break; a line break is written as the default alphabet's own.
    static let extensions: [(septet: UInt8, scalar: Unicode.Scalar)] = [
        (0x0A, "\u{0C}"), (0x0D, "\n"), (0x14, "^"), (0x28, "{"), (0x29, "}"), (0x2F, "\\"),
        (0x3C, "["), (0x3D, "~"), (0x3E, "]"), (0x40, "|"), (0x65, "€"),
    ]

    /// How many septets a text takes, or nil when a character of it is in neither table.
    package static func septets(_ text: String) -> Int? {
        var total = 0
        for scalar in text.unicodeScalars {
            let cost = septets(scalar)
            if cost == 0 { return nil }
            total += cost
        }
        return total
    }

    /// 1, or 2 for the extension table, or 0 when the scalar is in neither.
    static func septets(_ scalar: Unicode.Scalar) -> Int {
        let code = codes.code(of: scalar)
        return code == Codes.none ? 0 : code >> 8 == 0 ? 1 : 2
    }

    /// The septets of a text, one to a byte, escapes included; nil when a character is in neither table.
    package static func encode(_ text: String) -> [UInt8]? {
        var septets: [UInt8] = []
        septets.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            let code = codes.code(of: scalar)
            if code == Codes.none { return nil }
            if code >> 8 != 0 { septets.append(escape) }
            septets.append(UInt8(truncatingIfNeeded: code))
        }
        return septets
    }

    /// The text of septets, one to a byte; the eighth bit is ignored.
    ///
    /// An escape before a code that the extension table lacks shows the default alphabet's character; an escape that
    /// escapes nothing, or another escape, shows a space (TS 23.038, section 6.2.1.1).
    package static func decode(_ septets: some Sequence<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        var escaped = false
        for septet in septets {
            let code = septet & 0x7F
            if escaped {
                text.append(code == escape ? " " : extended[Int(code)])
                escaped = false
            } else if code == escape {
                escaped = true
            } else {
                text.append(alphabet[Int(code)])
            }
        }
        if escaped { text.append(" ") }
        return String(text)
    }

    private static let extended: [Unicode.Scalar] = {
        var scalars = alphabet
        for (septet, scalar) in extensions { scalars[Int(septet)] = scalar }
        return scalars
    }()

    private static let codes = Codes()

    /// Septet by scalar: every scalar of the tables but the euro sign is below U+0400. The high byte is the escape.
    private struct Codes {
        static let none = UInt16.max
        private static let euro: Unicode.Scalar = "€"

        private let low: [UInt16]
        private let euro: UInt16

        init() {
            var low = [UInt16](repeating: Self.none, count: 0x400)
            var euro = Self.none
            for (septet, scalar) in extensions {
                let code = UInt16(escape) << 8 | UInt16(septet)
                if scalar == Self.euro { euro = code } else { low[Int(scalar.value)] = code }
            }
            for (septet, scalar) in alphabet.enumerated() where septet != escape {
                low[Int(scalar.value)] = UInt16(septet)
            }
            self.low = low
            self.euro = euro
        }

        func code(of scalar: Unicode.Scalar) -> UInt16 {
            scalar.value < 0x400 ? low[Int(scalar.value)] : scalar == Self.euro ? euro : Self.none
        }
    }
}
