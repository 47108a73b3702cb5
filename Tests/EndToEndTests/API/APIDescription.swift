import ContentFiles
import Expressions
import Foundation
import HTTPClient
import SchemaSupport
import Testing

/// What `Config/openapi.yaml` says of the API.
struct APIDescription {
    /// One method of one path.
    struct Operation {
        let method: String
        /// With the names of its variables in braces.
        let path: String
        /// The roles whose tokens it takes; nil where it needs no token.
        let roles: Set<String>?
        /// What may stand behind the question mark.
        let parameters: Set<String>
        /// What its body may hold.
        let fields: Set<String>
        /// What it may answer, by the status; nil for what is no JSON.
        let answers: [Int: Answer]

        /// As routes are written.
        var route: String { method + " " + path.replacing(/\{(\w+)\}/) { ":" + $0.output.1 } }

        /// Whether a request's path is one of its own.
        func isAt(_ asked: String) -> Bool {
            let (own, asked) = (path.split(separator: "/"), asked.split(separator: "/"))
            return own.count == asked.count && zip(own, asked).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }
    }

    /// What an answer of one status is.
    struct Answer {
        let type: String
        let body: SchemaValidator
        /// The headers that it must have.
        let headers: [String]
    }

    let text: String
    let operations: [Operation]
    private let problem: SchemaValidator

    init() throws {
        text = try String(contentsOfFile: Deployment.project + "/Config/openapi.yaml", encoding: .utf8)
        let file = try #require(YAML.read(text, file: "openapi.yaml", log: DiagnosticLog()))
        let root = References(root: file.value).followed
        problem = SchemaValidator(JSONSchema(root["components"]["schemas"]["Problem"]))
        operations = root["paths"].pairs.flatMap { path, item in
            item.pairs.map { method, value in Operation(method.uppercased(), path, value) }
        }
    }

    /// Holds an answer of a gateway against the description.
    func expect(_ response: IncomingResponse, to method: String, _ path: String) throws {
        let asked = String(path.prefix { $0 != "?" })
        // A path without variables is meant before one with them.
        let own = operations.filter { $0.isAt(asked) }.sorted {
            $0.path.count(where: { $0 == "{" }) < $1.path.count(where: { $0 == "{" })
        }
        let type = response.headers.value(of: "Content-Type") ?? ""
        guard let operation = own.first(where: { $0.method == method && $0.path == own.first?.path }) else {
            #expect([404, 405].contains(response.status), "\(method) \(path)")
            #expect(type == "application/problem+json")
            return expect(response, problem)
        }
        let answer = try #require(operation.answers[response.status], "\(method) \(path): \(response.status)")
        #expect(type.prefix { $0 != ";" } == answer.type, "\(method) \(path)")
        for header in answer.headers {
            #expect(response.headers.value(of: header) != nil, "\(method) \(path): \(header)")
        }
        if answer.type.hasSuffix("json") { expect(response, answer.body) }
    }

    private func expect(_ response: IncomingResponse, _ schema: SchemaValidator) {
        guard let body = YAML.read(response.text, file: "answer", log: DiagnosticLog()) else {
            Issue.record("this is no JSON: \(response.text)")
            return
        }
        #expect(schema.check(body).faults == [], "\(response.text)")
    }
}

extension APIDescription.Operation {
    fileprivate init(_ method: String, _ path: String, _ value: Value) {
        self.method = method
        self.path = path
        let needs = value["security"].elements
        roles = needs.isEmpty ? nil : Set(needs.flatMap { $0["token"].elements.map(\.text) })
        let inQuery = value["parameters"].elements.filter { $0["in"] == .text("query") }
        parameters = Set(inQuery.map { $0["name"].text })
        fields = Set(value["requestBody"]["content"]["application/json"]["schema"]["properties"].pairs.map(\.0))
        let answers = value["responses"].pairs.compactMap { status, response -> (Int, APIDescription.Answer)? in
            guard let status = Int(status), let (type, content) = response["content"].pairs.first else { return nil }
            let schema = SchemaValidator(JSONSchema(content["schema"]))
            return (
                status, APIDescription.Answer(type: type, body: schema, headers: response["headers"].pairs.map(\.0))
            )
        }
        self.answers = Dictionary(uniqueKeysWithValues: answers)
    }
}

/// Puts what is referred to in the places of the references.
private struct References {
    let root: Value

    var followed: Value { followed(root) }

    private func followed(_ value: Value) -> Value {
        switch value {
        case .object(let object):
            if case .text(let reference)? = object["$ref"] { return followed(target(reference)) }
            return .object(Object(object.pairs.map { ($0, followed($1)) }))
        case .list(let elements): return .list(elements.map(followed))
        default: return value
        }
    }

    /// What stands at `#/components/…`; nothing, which no answer fits, where there is none.
    private func target(_ reference: String) -> Value {
        reference.split(separator: "/").dropFirst().reduce(root) { $0[String($1)] }
    }
}

extension Value {
    fileprivate subscript(key: String) -> Value {
        if case .object(let object) = self { object[key] ?? .null } else { .null }
    }

    fileprivate var pairs: [(String, Value)] {
        if case .object(let object) = self { object.pairs.map { ($0, $1) } } else { [] }
    }

    fileprivate var elements: [Value] {
        if case .list(let elements) = self { elements } else { [] }
    }
}
