extension JSON {
    /// The value as one line of JSON; members without a value are left out.
    package static func write(_ value: Datum) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        append(value, to: &bytes, limit: .max)
        return bytes
    }

    /// The same within a number of bytes; nil when it takes more.
    static func write(_ value: Datum, limit: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        append(value, to: &bytes, limit: limit)
        return bytes.count > limit ? nil : bytes
    }

    /// Appends a value, or only a part of it once there are more bytes than the limit.
    private static func append(_ value: Datum, to bytes: inout [UInt8], limit: Int) {
        guard bytes.count <= limit else { return }
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .number(let text): bytes.append(contentsOf: text.utf8)
        case .text, .bytes: appendQuoted(value.text ?? "", to: &bytes)
        case .list(let elements): append(elements, to: &bytes, limit: limit)
        case .object(let members): append(members, to: &bytes, limit: limit)
        }
    }

    private static func append(_ elements: [Datum], to bytes: inout [UInt8], limit: Int) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() where bytes.count <= limit {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(element, to: &bytes, limit: limit)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private static func append(_ members: [Datum.Member], to bytes: inout [UInt8], limit: Int) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for member in members where member.value != .null && bytes.count <= limit {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            appendQuoted(member.key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            append(member.value, to: &bytes, limit: limit)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        appendEscaped(text, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// The text as it stands between the quotes of a JSON string.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        appendEscaped(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20: bytes.append(contentsOf: "\\u00\(Hexadecimal.encode([byte]))".utf8)
            default: bytes.append(byte)
            }
        }
    }
}
