import FoundationEssentials

extension Value {
    /// Reads JSON (RFC 8259). Of two equal keys the later one counts. Numbers keep at most 36 digits.
    package static func parse(json text: String) throws(JSONFault) -> Value {
        var parser = JSONParser(bytes: Array(text.utf8))
        return try parser.document()
    }
}

private struct JSONParser {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func document() throws(JSONFault) -> Value {
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw fault("something follows the value") }
        return value
    }

    private func fault(_ message: String) -> JSONFault { JSONFault(message: message, offset: position) }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        skipSpace()
        guard current == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONFault) -> Value {
        guard depth < ExpressionLimits.jsonDepth else { throw fault("lists and objects are too deep in each other") }
        skipSpace()
        switch current {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw fault("a value is missing")
        default: return .number(try number())
        }
    }

    private mutating func word(_ word: String, _ value: Value) throws(JSONFault) -> Value {
        guard bytes[position...].starts(with: word.utf8) else { throw fault("this is no value") }
        position += word.utf8.count
        return value
    }

    private mutating func list(depth: Int) throws(JSONFault) -> Value {
        position += 1
        var items: [Value] = []
        if take("]") { return .list(items) }
        repeat { items.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw fault("expected , or ]") }
        return .list(items)
    }

    private mutating func object(depth: Int) throws(JSONFault) -> Value {
        position += 1
        var object = Object()
        if take("}") { return .object(object) }
        repeat {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw fault("expected a key") }
            let key = try string()
            guard take(":") else { throw fault("expected :") }
            object[key] = try value(depth: depth + 1)
        } while take(",")
        guard take("}") else { throw fault("expected , or }") }
        return .object(object)
    }
}

// Numbers.
extension JSONParser {
    private mutating func number() throws(JSONFault) -> Decimal {
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[position - whole] != UInt8(ascii: "0") else {
            throw JSONFault(message: "this is no value", offset: start)
        }
        if current == UInt8(ascii: ".") {
            position += 1
            guard digits() > 0 else { throw fault("a digit is missing") }
        }
        let plain = String(decoding: bytes[start..<position], as: UTF8.self)
        let power = try exponent()
        guard let number = Decimal(plain: plain), let scaled = number.scaled(by: power) else {
            throw JSONFault(message: "the number is too long", offset: start)
        }
        return scaled
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
        return position - start
    }

    private mutating func exponent() throws(JSONFault) -> Int {
        guard current == UInt8(ascii: "e") || current == UInt8(ascii: "E") else { return 0 }
        position += 1
        let isNegative = current == UInt8(ascii: "-")
        if isNegative || current == UInt8(ascii: "+") { position += 1 }
        let start = position
        guard digits() > 0 else { throw fault("a digit is missing") }
        let size = Int(String(decoding: bytes[start..<position].prefix(9), as: UTF8.self)) ?? 0
        return isNegative ? -size : size
    }
}

extension Decimal {
    /// The number times a power of ten, nil where that is too large or too small.
    fileprivate func scaled(by power: Int) -> Decimal? {
        guard power != 0, !isZero else { return self }
        guard (-100...100).contains(power), (-100...100).contains(exponent + power) else { return nil }
        return Decimal(sign: sign, exponent: exponent + power, significand: significand)
    }
}

// Strings.
extension JSONParser {
    private mutating func string() throws(JSONFault) -> String {
        position += 1
        var unescaped: [UInt8] = []
        while let byte = current, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw fault("a line end or control character in a text") }
            position += 1
            if byte == UInt8(ascii: "\\") { try escape(into: &unescaped) } else { unescaped.append(byte) }
        }
        guard current != nil else { throw fault("the text is not closed") }
        position += 1
        return String(decoding: unescaped, as: UTF8.self)
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
        guard let letter = current else { throw fault("the text is not closed") }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += Array(String(Character(try scalar())).utf8)
        default: throw fault("an unknown escape")
        }
    }

    /// The scalar of `\uXXXX`, or of two of them; half a pair becomes U+FFFD.
    private mutating func scalar() throws(JSONFault) -> Unicode.Scalar {
        let high = try codeUnit()
        guard (0xD800...0xDBFF).contains(high) else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
        let before = position
        guard bytes[position...].starts(with: "\\u".utf8) else { return "\u{FFFD}" }
        position += 2
        let low = try codeUnit()
        guard (0xDC00...0xDFFF).contains(low) else {
            position = before
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func codeUnit() throws(JSONFault) -> UInt32 {
        let digits = bytes[position...].prefix(4)
        let isHex = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }
        guard digits.count == 4, isHex, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw fault("\\u needs four hexadecimal digits")
        }
        position += 4
        return unit
    }
}
