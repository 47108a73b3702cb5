import FoundationEssentials
import Telephony

/// Brings what people type and what packs expect to one form, so that they can be compared.
package enum Folding {
    /// Lower case, plain digits, half-width letters, single spaces, no punctuation around: `（１）` becomes `1`.
    package static func fold(_ text: String) -> String {
        if let plain = foldASCII(text) { return plain }
        let plain = Digits.normalised(String(String.UnicodeScalarView(text.unicodeScalars.compactMap(narrow))))
        var folded = ""
        for character in plain.lowercased() {
            if character.isWhitespace {
                if !folded.isEmpty, folded.last != " " { folded.append(" ") }
            } else {
                folded.append(character)
            }
        }
        return trim(folded)
    }

    /// The quick way for plain ASCII, which is most of what is typed; nil when there is anything else.
    private static func foldASCII(_ text: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            guard byte < 0x80 else { return nil }
            if byte <= 0x20 {
                if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
            } else {
                bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
            }
        }
        let isEdge: (UInt8) -> Bool = { !(($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x7A)) }
        let start = bytes.firstIndex { !isEdge($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !isEdge($0) }.map { $0 + 1 } ?? start
        return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    }

    /// Full-width forms become half-width (Unicode block FF00); typographic apostrophes, dashes and the marks of Arabic
    /// numbers become plain; invisible marks vanish.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x3000: " "
        case 0xD7: "x"  // a multiplication sign, typed for the letter in identity numbers
        case 0x2018, 0x2019, 0x02BC, 0x02BB: "'"
        case 0x2010...0x2015, 0x2212: "-"
        case 0x066B: "."
        case 0x066C, 0x060C: ","
        case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: nil
        default: scalar
        }
    }

    private static func trim(_ text: String) -> String {
        let isEdge: (Character) -> Bool = { !($0.isLetter || $0.isNumber) }
        let tail = text.drop(while: isEdge)
        guard let last = tail.lastIndex(where: { !isEdge($0) }) else { return "" }
        return String(tail[...last])
    }

    /// What was typed, fit to be read and kept: no control characters, no more than `limit` Unicode scalars
    /// (one character can hold any number of marks), no space around.
    package static func clean(_ text: String, limit: Int) -> String {
        if text.utf8.count <= limit, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0xC2 }) { return text }
        let kept = text.unicodeScalars.lazy.filter { $0 == "\n" || $0.properties.generalCategory != .control }.prefix(
            limit)
        let trimmed = String(String.UnicodeScalarView(kept)).drop { $0.isWhitespace }
        guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(trimmed[...last])
    }
}
