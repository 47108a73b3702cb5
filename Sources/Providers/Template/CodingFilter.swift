import Telephony

/// Filters that change how a text is written.
package enum CodingFilter: Hashable, Sendable {
    /// The bytes of a text that is percent-encoded as in a form.
    case urlBytes
    /// The value of a text that is JSON; what is not JSON refuses the request.
    case readJSON
    case utf16be, hex, base64, base64URL, json, xml, escape
    /// JSON of ASCII alone; see `JSON.Style.ascii`.
    case jsonASCII
    /// A long text that looks like base 64 is decoded.
    case possibleBase64
    case isGSM7, gsm7Replace
    case decode(Charset)
    /// Puts values into `{{name}}` marks of the text, written as the media type needs.
    case fill(Template, Template)
    /// The text as a media type needs it that is known only when the value is; files do not name it.
    case written(Template)

    /// The charsets that `decode` knows.
    package enum Charset: String, Hashable, Sendable, CaseIterable {
        case latin1, utf16be
        /// GSM-7, one septet in each byte (3GPP TS 23.038).
        case gsm7
    }

    static let makers: [String: Filter.Maker] = [
        "url_bytes": (0...0, { _ in .coding(.urlBytes) }),
        "read_json": (0...0, { _ in .coding(.readJSON) }),
        "utf16be": (0...0, { _ in .coding(.utf16be) }),
        "hex": (0...0, { _ in .coding(.hex) }),
        "base64": (0...0, { _ in .coding(.base64) }),
        "base64url": (0...0, { _ in .coding(.base64URL) }),
        "json": (0...0, { _ in .coding(.json) }),
        "json_ascii": (0...0, { _ in .coding(.jsonASCII) }),
        "xml": (0...0, { _ in .coding(.xml) }),
        "escape": (0...0, { _ in .coding(.escape) }),
        "possible_base64": (0...0, { _ in .coding(.possibleBase64) }),
        "is_gsm7": (0...0, { _ in .coding(.isGSM7) }),
        "gsm7_replace": (0...0, { _ in .coding(.gsm7Replace) }),
        "fill": (
            2...2,
            { arguments throws(FilterFault) in
                if case .constant(let type) = arguments.values[0], !Placeholders.knows(type.text ?? "") {
                    let names = Escaping.allCases.map(\.rawValue).joined(separator: ", ")
                    throw .argument(name: "fill", expected: "\(names) or a media type in its place 1")
                }
                guard case .path = arguments.values[1] else {
                    throw .argument(name: "fill", expected: "a group of values such as var.names in its place 2")
                }
                return .coding(.fill(arguments.values[0], arguments.values[1]))
            }
        ),
        "decode": (
            1...1,
            { arguments throws(FilterFault) in
                guard let charset = Charset(rawValue: try arguments.constant(0)) else {
                    throw .argument(
                        name: "decode", expected: Charset.allCases.map(\.rawValue).joined(separator: " or "))
                }
                return .coding(.decode(charset))
            }
        ),
    ]

    func apply(to value: Datum, of template: Template, in scope: Scope) throws(FieldFault) -> Datum {
        if let style = jsonStyle, !value.isScalar {
            return .text(String(decoding: try scope.allowance.json(value, style: style), as: UTF8.self))
        }
        guard let text = value.text else { return .null }
        if case .readJSON = self {
            guard let read = JSON.read(value.bytes) else { throw FieldFault(detail: "\(template.name) is not JSON") }
            return read
        }
        return switch self {
        case .readJSON: value
        case .urlBytes: .bytes(Percent.decode(text.replacing("+", with: " ")))
        case .utf16be: .bytes(text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
        case .hex: .text(Hexadecimal.encode(value.bytes))
        case .base64: .text(Base64.encode(value.bytes))
        case .base64URL: .text(Base64.encodeForURL(value.bytes))
        case .json: .text(JSON.escaped(text))
        case .jsonASCII: .text(JSON.escaped(text, style: .ascii))
        case .xml: .text(XML.escaped(text))
        case .escape: .text(Percent.encode(value.bytes))
        case .possibleBase64: .text(text.decodedIfBase64)
        case .isGSM7: .flag(GSM7.septets(text) != nil)
        case .gsm7Replace: .text(GSM7.replacing(text))
        case .decode(let charset): .text(charset.decode(value.bytes))
        case .written(let type): .text(Placeholders.writing(for: try type.text(in: scope) ?? "")(text))
        case .fill(let escaping, let values):
            .text(
                try Placeholders.fill(
                    text, with: try values.value(in: scope), for: try escaping.text(in: scope) ?? "",
                    within: scope.allowance))
        }
    }
}

extension CodingFilter {
    /// How it writes JSON; nil when it does not.
    fileprivate var jsonStyle: JSON.Style? {
        if self == .json { return .plain }
        return self == .jsonASCII ? .ascii : nil
    }
}

extension Datum {
    /// Whether it is one value and not a list or group.
    fileprivate var isScalar: Bool {
        switch self {
        case .list, .object: false
        case .null, .flag, .number, .text, .bytes: true
        }
    }
}

extension CodingFilter.Charset {
    fileprivate func decode(_ bytes: [UInt8]) -> String {
        switch self {
        case .latin1: return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        case .utf16be:
            let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
                UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
            }
            return String(decoding: units, as: UTF16.self)
        case .gsm7: return GSM7.decode(bytes)
        }
    }
}

extension String {
    /// Twilio sends some joined messages as base 64 of UTF-8; a text of one long word that decodes to readable UTF-8 is
    /// one.
    fileprivate var decodedIfBase64: String {
        guard utf8.count >= 60, let bytes = Base64.decode(self), let text = String(validating: bytes, as: UTF8.self),
            text.withoutControls == text
        else { return self }
        return text
    }
}
