/// Input that is nearly right: real input with a few changes that parsers stumble over.
enum Mutation {
    /// The most bytes of one input; adapters see no more than a webhook's body may have.
    private static let longest = 1 << 16
    private static let deepest = 20_000

    private static let pieces = [
        "&", "=", "%", "%2", "%00", "+", "{", "}", "[", "]", "\"", "\\u", "\\ud83d", "\\udc00", ",", ":", "\u{0}",
        "\r\n", "\n\n", "\t", "1e999", "-0", "-", "9223372036854775808", "0.1e-400", "null", "true", "<![CDATA[", "]]>",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "&#x110000;", "<a", "</a>", "<!--", "?>", "xmlns:",
        "\u{FEFF}",
        "\u{202E}", "\u{1F468}\u{200D}\u{1F469}", "e\u{301}\u{301}\u{301}", "工资", "*a", "&a ", "!!binary ", "? ",
        "|2\n",
        ">-\n", "---\n", "...\n", "# ", "'", "''", "${", "}", " | ", "(", ")", "not ", " and ", "..", "%%", "msgid ",
        "msgstr ",
        "msgctxt ", "msgid_plural ", "\\", "\\x", ";", "sep=;\n", "+254711000001", "phone", "*", "#", "/",
    ].map { Array($0.utf8) }

    /// One input.
    ///
    /// - Parameter corpus: Real input.
    static func next(from corpus: [[UInt8]], _ chance: inout Chance) -> [UInt8] {
        var bytes = corpus.randomElement(using: &chance) ?? []
        for _ in 0..<chance.number(in: 0...8) { change(&bytes, corpus, &chance) }
        return Array(bytes.prefix(longest))
    }

    private static func change(_ bytes: inout [UInt8], _ corpus: [[UInt8]], _ chance: inout Chance) {
        let place = chance.number(in: 0...bytes.count)
        switch chance.number(in: 0...9) {
        case 0, 1, 2: bytes.insert(contentsOf: pieces.randomElement(using: &chance) ?? [], at: place)
        case 3: bytes.insert(UInt8(chance.number(in: 0...255)), at: place)
        case 4 where place < bytes.count: bytes[place] ^= 1 << UInt8(chance.number(in: 0...7))
        case 5: bytes.removeSubrange(range(at: place, in: bytes, &chance))
        case 6: bytes.insert(contentsOf: Array(bytes[range(at: place, in: bytes, &chance)]), at: place)
        case 7:
            let other = corpus.randomElement(using: &chance) ?? []
            let from = chance.number(in: 0...other.count)
            bytes.insert(contentsOf: other[range(at: from, in: other, &chance)], at: place)
        case 8 where chance.happens(10):
            let piece = pieces.randomElement(using: &chance) ?? []
            for _ in 0..<chance.number(in: 1...deepest) { bytes.insert(contentsOf: piece, at: bytes.endIndex) }
        case 9: bytes.removeLast(min(bytes.count, chance.number(in: 0...20)))
        default: return
        }
    }

    private static func range(at place: Int, in bytes: [UInt8], _ chance: inout Chance) -> Range<Int> {
        place..<min(bytes.count, place + chance.number(in: 0...40))
    }
}
