extension Function {
    static let data: [Function] = [
        Function(
            "json", [Parameter("value")], .text, "the value as JSON",
            ("json([1, \"a\", null])", "[1,\"a\",null]")
        ) { arguments throws(EvaluationFault) in
            if let fault = arguments[0].reasonNotToShow { throw fault }
            return .text(arguments[0].json(utcOffset: arguments.surroundings.utcOffset))
        },
        Function(
            "parse_json", [Parameter("text", .text)], nil, "the value a JSON text tells",
            ("parse_json(\"[1, 2]\")[1]", "2")
        ) { arguments throws(EvaluationFault) in
            do throws(JSONFault) {
                return try Value.parse(json: arguments.text(0))
            } catch {
                throw EvaluationFault("the text is no JSON: \(error.message)")
            }
        },
        Function(
            "url_encode", [Parameter("text", .text)], .text, "the text for a part of a URL",
            ("url_encode(\"two & words\")", "two%20%26%20words")
        ) { .text($0.text(0).percentEncoded) },
        Function(
            "html_decode", [Parameter("text", .text)], .text, "the text with HTML's character references undone",
            ("html_decode(\"Red &amp; Blue\")", "Red & Blue")
        ) { .text($0.text(0).withoutReferences) },
    ]
}

extension String {
    /// Everything but RFC 3986's unreserved characters as `%XX`, byte by byte.
    package var percentEncoded: String {
        var encoded: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.append(byte)
            default: encoded += [UInt8(ascii: "%"), byte.hexDigits.0, byte.hexDigits.1]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}

extension UInt8 {
    /// The byte as two capital hexadecimal digits.
    var hexDigits: (UInt8, UInt8) {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10 }
        return (digit(self >> 4), digit(self & 15))
    }
}
