import Expressions
import Foundation

/// A response as a row of seven columns (FLOIP Flow Results 1.1.0, "Resource Data").
struct ResultRow: Hashable, Sendable {
    /// The hour it was given in: the second would lead to whoever has the provider's log.
    let at: Timestamp
    /// Its own name; no other row of the package has it.
    let id: String
    /// The pseudonyms of whoever gave it, and of the conversation.
    let contact: String
    let session: String
    let response: ResultReading.Response
    /// The tag of the language, the kind of channel and the pack's revision it was given on, as far as they are known.
    let metadata: [String: String]

    /// The row as JSON.
    var json: String {
        let fields = [at.hour, id, contact, session, response.question.id].map(JSONText.quoted)
        return "[" + (fields + [response.json, metadataJSON]).joined(separator: ",") + "]"
    }

    /// The row as fields of a table.
    var fields: [String] {
        [at.hour, id, contact, session, response.question.id, response.text, metadataJSON]
    }

    private var metadataJSON: String {
        var all = metadata.map { "\(JSONText.quoted($0.key)):\(JSONText.quoted($0.value))" }
        if response.question.kind == .open {
            all += ["\"type\":" + JSONText.quoted(response.type), "\"type_options\":{}"]
        }
        return "{" + all.sorted().joined(separator: ",") + "}"
    }
}

extension ResultReading.Response {
    fileprivate var json: String {
        switch value {
        case .text(let text): JSONText.quoted(text)
        case .number(let number): number.description
        }
    }

    fileprivate var text: String {
        switch value {
        case .text(let text): text
        case .number(let number): number.description
        }
    }

    /// What it is itself, of a question that takes several kinds.
    fileprivate var type: String { if case .number = value { "numeric" } else { "text" } }
}

extension Timestamp {
    /// Its hour in UTC as RFC 3339 has it, with the offset that the specification asks for.
    fileprivate var hour: String {
        let hour = milliseconds - ((milliseconds % 3_600_000) + 3_600_000) % 3_600_000
        return Timestamp(milliseconds: hour).offsetText
    }

    /// The moment in UTC as RFC 3339 has it, with `+00:00`.
    var offsetText: String {
        let text = rfc3339(utcOffset: 0)
        return text.hasSuffix("Z") ? text.dropLast() + "+00:00" : text
    }
}

/// Texts of JSON (RFC 8259).
enum JSONText {
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
                let code = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
