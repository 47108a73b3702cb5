/// Texts that an operator writes into a channel's settings, with `{{name}}` where a value goes.
enum Placeholders {
    /// The text with each mark replaced; a mark of an unknown name stays as it is.
    ///
    /// - Parameter type: `urlencoded`, `json`, `xml` or a media type; what is none of these is filled in as it is.
    static func fill(
        _ text: String, with values: Datum, for type: String, within allowance: Allowance
    ) throws(FieldFault) -> String {
        let escape = writing(for: type)
        var filled = ""
        var rest = Substring(text)
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            let name = String(rest[open.upperBound..<close.lowerBound])
            let isKnown = if case .object(let members) = values { members.contains { $0.key == name } } else { false }
            filled += rest[..<open.lowerBound]
            let value = isKnown ? escape(values[name].text ?? "") : String(rest[open.lowerBound..<close.upperBound])
            try allowance.spend(value.utf8.count)
            filled += value
            rest = rest[close.upperBound...]
        }
        return filled + rest
    }

    /// Whether a text says how values are written: a word of ours or a media type.
    static func knows(_ type: String) -> Bool { Escaping(rawValue: type) != nil || type.contains("/") }

    /// How a value is written into a text of some type.
    static func writing(for type: String) -> (String) -> String {
        switch Escaping(mediaType: type) ?? Escaping(rawValue: type) {
        case .json: { JSON.escaped($0) }
        case .xml: XML.escaped
        case .urlencoded: Percent.encode
        case nil: { $0 }
        }
    }
}

/// How a value has to be written within a text of some media type.
package enum Escaping: String, Hashable, Sendable, CaseIterable {
    case json, xml, urlencoded

    /// The way of a media type; nil when values stand in it as they are.
    package init?(mediaType: String) {
        let type = mediaType.prefix { $0 != ";" }.lowercased()
        if type.hasSuffix("/json") || type.hasSuffix("+json") {
            self = .json
        } else if type.hasSuffix("/xml") || type.hasSuffix("+xml") || type == "text/html" {
            self = .xml
        } else if type == "application/x-www-form-urlencoded" {
            self = .urlencoded
        } else {
            return nil
        }
    }

    /// The filter that writes so.
    package var filter: Filter {
        switch self {
        case .json: .coding(.json)
        case .xml: .coding(.xml)
        case .urlencoded: .coding(.escape)
        }
    }
}
