import Expressions

/// Writes values in YAML's flow style, on one line: what is written is read back as the same value (YAML 1.2, section 7).
enum FlowStyle {
    static func text(_ value: Value) -> String {
        switch value {
        case .null: "null"
        case .text(let text): scalar(text)
        case .list(let items): "[" + items.map(text).joined(separator: ", ") + "]"
        case .object(let object):
            "{ " + object.pairs.map { "\(scalar($0)): \(text($1))" }.joined(separator: ", ") + " }"
        default: value.text
        }
    }

    /// A text, in quotes where it could be read as something else.
    private static func scalar(_ text: String) -> String {
        let isWord = text.wholeMatch(of: /[A-Za-z](?:[A-Za-z0-9_.() \/-]*[A-Za-z0-9_.()])?/) != nil
        let plain = YAML(content: .scalar(text, isPlain: true), position: Position(file: "")).literal
        return isWord && plain == .text(text) ? text : "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    /// A sign between double quotes; those that a file may not have, or that would end the line, by their numbers.
    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\t": "\\t"
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
            "\\u" + hexadecimal(scalar.value)
        default: String(scalar)
        }
    }

    private static func hexadecimal(_ number: UInt32) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
