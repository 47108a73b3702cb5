extension JSON {
    /// How texts are written.
    enum Style {
        /// As they are, but for what must be escaped (RFC 8259, section 7).
        case plain
        /// As `json_encode` of PHP writes them unless it is told otherwise: what is not ASCII as `\u` and four small
        /// digits, and a slash with a backslash before it.
        case ascii
    }

    /// The value as one line of JSON; members without a value are left out.
    package static func write(_ value: Datum) -> [UInt8] {
        var writer = Writer(style: .plain, limit: .max)
        writer.append(value)
        return writer.bytes
    }

    /// The same within a number of bytes; nil when it takes more.
    static func write(_ value: Datum, style: Style = .plain, limit: Int) -> [UInt8]? {
        var writer = Writer(style: style, limit: limit)
        writer.append(value)
        return writer.bytes.count > limit ? nil : writer.bytes
    }

    /// The text as it stands between the quotes of a JSON string.
    static func escaped(_ text: String, style: Style = .plain) -> String {
        var writer = Writer(style: style, limit: .max)
        writer.appendEscaped(text)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

/// The bytes of a value as JSON, or of only a part of it once there are more than the limit.
private struct Writer {
    let style: JSON.Style
    let limit: Int
    private(set) var bytes: [UInt8] = []

    init(style: JSON.Style, limit: Int) {
        self.style = style
        self.limit = limit
        bytes.reserveCapacity(256)
    }

    mutating func append(_ value: Datum) {
        guard bytes.count <= limit else { return }
        switch value {
        case .null: append("null")
        case .flag(let flag): append(flag ? "true" : "false")
        case .number(let text): append(text)
        case .text, .bytes: appendQuoted(value.text ?? "")
        case .list(let elements): append(elements)
        case .object(let members): append(members)
        }
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func append(_ elements: [Datum]) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() where bytes.count <= limit {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func append(_ members: [Datum.Member]) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for member in members where member.value != .null && bytes.count <= limit {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            appendQuoted(member.key)
            bytes.append(UInt8(ascii: ":"))
            append(member.value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func appendQuoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        appendEscaped(text)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func appendEscaped(_ text: String) {
        switch style {
        case .plain: for byte in text.utf8 { appendEscaped(byte) }
        case .ascii: for unit in text.utf16 { appendEscaped(unit: unit) }
        }
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        case 0..<0x20: append("\\u00\(Hexadecimal.encode([byte]))")
        default: bytes.append(byte)
        }
    }

    private mutating func appendEscaped(unit: UInt16) {
        switch unit {
        case 0x08: append("\\b")
        case 0x0C: append("\\f")
        case 0x2F: append("\\/")
        case 0..<0x80: appendEscaped(UInt8(unit))
        default: append("\\u\(Hexadecimal.encode([UInt8(unit >> 8), UInt8(unit & 255)]))")
        }
    }
}
