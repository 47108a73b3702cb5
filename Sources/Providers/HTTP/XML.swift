/// XML: reading within bounds, and the little of writing that answers need.
package enum XML {
    /// Deeper nesting is refused.
    static let maximumDepth = 32
    /// More elements and attributes in one document are refused.
    static let maximumNodes = 20_000
    /// The name under which an element that is more than a text keeps its text.
    static let textKey = "#text"

    /// The text as it stands in element text or a quoted attribute (XML 1.0, section 2.4); characters that XML cannot
    /// hold (section 2.2) are left out.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in (text.utf8.contains(0xEF) ? String(text.unicodeScalars.filter { $0.isInXML }) : text).utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): bytes.append(contentsOf: "&apos;".utf8)
            case 0x09, 0x0A, 0x0D, 0x20...: bytes.append(byte)
            default: continue
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Unicode.Scalar {
    /// Whether it is none of the two above U+FFFD that are no characters of XML.
    fileprivate var isInXML: Bool { self != "\u{FFFE}" && self != "\u{FFFF}" }
}
