import Crypto
import Expressions
import Foundation

/// What `datapackage.json` says of a package of results.
struct ResultsDescriptor: Sendable {
    /// The columns of every package, in the words of the specification.
    static let fields: [(name: String, title: String, type: String)] = [
        ("timestamp", "Timestamp", "datetime"), ("row_id", "Row ID", "string"), ("contact_id", "Contact ID", "string"),
        ("session_id", "Session ID", "string"), ("question_id", "Question ID", "string"),
        ("response", "Response", "any"), ("response_metadata", "Response Metadata", "object"),
    ]
    private static let version = "1.1.0"

    /// A UUID of version 4, in small letters.
    let id: String
    /// Small letters, digits, `.`, `_` and `-` only.
    let name: String
    let title: String
    let description: String
    let created: Timestamp
    /// In their order.
    let questions: [ResultQuestion]

    /// The file's text.
    ///
    /// - Parameter path: Where the responses are.
    func json(path: String, _ written: ResultsPackage.Written) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let hash = written.hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let resource = Package.Resource(
            path: path, name: name + "-data", bytes: written.bytes, hash: "sha256:" + hash,
            schema: Package.Schema(
                fields: Self.fields.map { Package.Field(name: $0.name, title: $0.title, type: $0.type) },
                questions: Dictionary(questions.map { ($0.id, Package.Question($0)) }) { first, _ in first }))
        let package = Package(
            flowResultsSpecificationVersion: Self.version, created: created.offsetText,
            modified: created.offsetText, id: id, name: name, title: title, description: description,
            resources: [resource])
        return String(decoding: try encoder.encode(package), as: UTF8.self) + "\n"
    }

    /// A name that a package may have.
    static func name(_ text: String) -> String {
        String(text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" })
    }
}

/// The file as the specification has it, with the names of its members in its own spelling.
private struct Package: Encodable {
    struct Resource: Encodable {
        let path: String
        let name: String
        var accessMethod = "file"
        var mediatype = "application/json"
        var encoding = "utf-8"
        let bytes: Int
        let hash: String
        let schema: Schema
    }

    struct Schema: Encodable {
        let fields: [Field]
        let questions: [String: Question]
    }

    struct Field: Encodable {
        let name: String
        let title: String
        let type: String
    }

    struct Question: Encodable {
        struct Options: Encodable {
            var choices: [String]?
        }

        let type: String
        let label: String
        let typeOptions: Options
        var isPersonalInformation = false

        init(_ question: ResultQuestion) {
            type = question.type
            label = question.label
            if case .choice(let choices) = question.kind {
                typeOptions = Options(choices: choices)
            } else {
                typeOptions = Options()
            }
        }
    }

    var profile = "flow-results-package"
    let flowResultsSpecificationVersion: String
    let created: String
    let modified: String
    let id: String
    let name: String
    let title: String
    let description: String
    let resources: [Resource]
}
