/// JSON (RFC 8259): reading within bounds, and writing.
package enum JSON {
    /// Deeper nesting is refused.
    static let maximumDepth = 32
    /// More values in one document are refused.
    static let maximumValues = 20_000

    /// The document's value; nil when the bytes are not JSON or go beyond the bounds.
    package static func read(_ bytes: [UInt8]) -> Datum? {
        bytes.withUnsafeBufferPointer { buffer in
            var reader = Reader(bytes: buffer)
            guard let value = reader.value(depth: 0) else { return nil }
            reader.skipSpace()
            return reader.isAtEnd ? value : nil
        }
    }

    /// The value of a document that is almost JSON: a mark of the byte order before it, a comma before a closing
    /// bracket, brackets that are not closed at its end and anything after it are forgiven; nil for other faults.
    static func readLeniently(_ bytes: [UInt8]) -> Datum? {
        bytes.withUnsafeBufferPointer { buffer in
            var reader = Reader(bytes: buffer, isLenient: true)
            return reader.value(depth: 0)
        }
    }
}

/// Walks over a document once, from the front.
private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    let isLenient: Bool
    var place = 0
    var count = 0

    var isAtEnd: Bool { place >= bytes.count }
    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    init(bytes: UnsafeBufferPointer<UInt8>, isLenient: Bool = false) {
        self.bytes = bytes
        self.isLenient = isLenient
        if isLenient, bytes.starts(with: "\u{FEFF}".utf8) { place = 3 }
    }

    mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    mutating func value(depth: Int) -> Datum? {
        skipSpace()
        count += 1
        guard depth <= JSON.maximumDepth, count <= JSON.maximumValues, let first = next else { return nil }
        switch first {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return list(depth: depth)
        case UInt8(ascii: "\""): return string().map(Datum.text)
        case UInt8(ascii: "t"): return word("true") ? .flag(true) : nil
        case UInt8(ascii: "f"): return word("false") ? .flag(false) : nil
        case UInt8(ascii: "n"): return word("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    /// Whether a group ends here, with its bracket or with the document.
    private func closes(_ bracket: Unicode.Scalar) -> Bool { isAtEnd || next == UInt8(ascii: bracket) }

    private mutating func word(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard place + length <= bytes.count else { return false }
        for offset in 0..<length where bytes[place + offset] != word.utf8Start[offset] { return false }
        place += length
        return true
    }

    private mutating func object(depth: Int) -> Datum? {
        place += 1
        var members: [Datum.Member] = []
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            if isLenient, closes("}") { break }
            guard next == UInt8(ascii: "\""), let key = string(), take(":"), let value = value(depth: depth + 1) else {
                return nil
            }
            members.append(Datum.Member(key, value))
        } while take(",")
        return take("}") || isLenient && isAtEnd ? .object(members) : nil
    }

    private mutating func list(depth: Int) -> Datum? {
        place += 1
        var elements: [Datum] = []
        if take("]") { return .list(elements) }
        repeat {
            skipSpace()
            if isLenient, closes("]") { break }
            guard let value = value(depth: depth + 1) else { return nil }
            elements.append(value)
        } while take(",")
        return take("]") || isLenient && isAtEnd ? .list(elements) : nil
    }

    private mutating func number() -> Datum? {
        let start = place
        if next == UInt8(ascii: "-") { place += 1 }
        guard let first = next, digits() else { return nil }
        if first == UInt8(ascii: "0"), place - start > (bytes[start] == UInt8(ascii: "-") ? 2 : 1) { return nil }
        if next == UInt8(ascii: ".") {
            place += 1
            guard digits() else { return nil }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            place += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
            guard digits() else { return nil }
        }
        return .number(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    private mutating func digits() -> Bool {
        let start = place
        while let byte = next, byte >= 0x30, byte <= 0x39 { place += 1 }
        return place > start
    }

    private mutating func string() -> String? {
        place += 1
        let start = place
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { place += 1 }
        if next == UInt8(ascii: "\"") {
            defer { place += 1 }
            return String(decoding: bytes[start..<place], as: UTF8.self)
        }
        return escapedString(from: start)
    }

    private mutating func escapedString(from start: Int) -> String? {
        var units = Array(bytes[start..<place])
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
            case UInt8(ascii: "\\"): guard escape(into: &units) else { return nil }
            default: units.append(byte)
            }
        }
        return nil
    }

    private mutating func escape(into units: inout [UInt8]) -> Bool {
        guard let kind = next else { return false }
        place += 1
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(kind)
        case UInt8(ascii: "n"): units.append(0x0A)
        case UInt8(ascii: "r"): units.append(0x0D)
        case UInt8(ascii: "t"): units.append(0x09)
        case UInt8(ascii: "b"): units.append(0x08)
        case UInt8(ascii: "f"): units.append(0x0C)
        case UInt8(ascii: "u"):
            guard let scalar = unicodeEscape() else { return false }
            units.append(contentsOf: String(Character(scalar)).utf8)
        default: return false
        }
        return true
    }

    /// The character of `\uXXXX`; half a surrogate pair becomes U+FFFD.
    private mutating func unicodeEscape() -> Unicode.Scalar? {
        guard let unit = codeUnit() else { return nil }
        if let scalar = Unicode.Scalar(UInt32(unit)) { return scalar }
        let mark = place
        if UTF16.isLeadSurrogate(unit), next == UInt8(ascii: "\\"), place + 1 < bytes.count,
            bytes[place + 1] == UInt8(ascii: "u")
        {
            place += 2
            if let trail = codeUnit(), UTF16.isTrailSurrogate(trail) {
                let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00)
                return Unicode.Scalar(value) ?? "\u{FFFD}"
            }
            place = mark
        }
        return "\u{FFFD}"
    }

    private mutating func codeUnit() -> UInt16? {
        guard place + 4 <= bytes.count else { return nil }
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Hexadecimal.value(bytes[place]) else { return nil }
            unit = unit << 4 | UInt16(digit)
            place += 1
        }
        return unit
    }
}
