package import Expressions
import Foundation

/// A JSON Schema taken apart: the keywords that our schemas use, and no other.
package final class JSONSchema: Sendable {
    /// What a group may have beside the keys that are named.
    enum Others {
        case any
        case none
        case like(JSONSchema)
    }

    let types: Set<String>?
    let words: [Value]?
    let pattern: String?
    let minimum: Decimal?
    let maximum: Decimal?
    let items: JSONSchema?
    let needsItem: Bool
    let properties: [String: JSONSchema]
    let required: [String]
    let others: Others
    let names: JSONSchema?
    let branches: [JSONSchema]
    /// Keywords that stand in it although they should not.
    let unknown: [String]

    /// - Parameter value: The schema as JSON; what is no group allows nothing, as one of an unknown keyword does.
    package init(_ value: Value) {
        func schemas(_ key: String) -> [JSONSchema] { value.list(key).map(JSONSchema.init) }
        let types = value["type"].map { ($0.elements ?? [$0]).map(\.text) }
        self.types = types.map(Set.init)
        words = value["enum"]?.elements
        pattern = value["pattern"]?.text
        minimum = value["minimum"]?.decimal
        maximum = value["maximum"]?.decimal
        items = value["items"].map(JSONSchema.init)
        needsItem = value["minItems"] == .number(1)
        properties = Dictionary((value["properties"]?.pairs ?? []).map { ($0, JSONSchema($1)) }) { $1 }
        required = value.list("required").map(\.text)
        switch value["additionalProperties"] {
        case nil: others = .any
        case .boolean(false): others = .none
        case let schema?: others = .like(JSONSchema(schema))
        }
        names = value["propertyNames"].map(JSONSchema.init)
        branches = schemas("anyOf")
        if case .object(let object) = value {
            // The schema of schemas wants the types to be different ones.
            let isTwice = types.map { Set($0).count < $0.count } ?? false
            unknown = object.keys.filter { !Self.keywords.contains($0) } + (isTwice ? ["type, with one twice"] : [])
        } else {
            unknown = ["\(value)"]
        }
    }

    private static let keywords: Set<String> = [
        "$schema", "title", "description", "type", "properties", "required", "additionalProperties", "propertyNames",
        "items", "minItems", "anyOf", "enum", "pattern", "minimum", "maximum",
    ]

    /// The pointers of all keys that it names, with whether each must be there.
    package func keys(at pointer: String = "") -> [String: Bool] {
        var found: [String: Bool] = [:]
        for (name, property) in properties {
            found["\(pointer)/\(name)"] = required.contains(name)
            found.merge(property.keys(at: "\(pointer)/\(name)")) { $1 }
        }
        if case .like(let schema) = others { found.merge(schema.keys(at: "\(pointer)/*")) { $1 } }
        if let items { found.merge(items.keys(at: "\(pointer)/[]")) { $1 } }
        for (index, branch) in branches.enumerated() { found.merge(branch.keys(at: "\(pointer)/\(index)")) { $1 } }
        return found
    }
}

extension Value {
    fileprivate subscript(key: String) -> Value? {
        if case .object(let object) = self { object[key] } else { nil }
    }

    fileprivate func list(_ key: String) -> [Value] { self[key]?.elements ?? [] }

    fileprivate var elements: [Value]? {
        if case .list(let elements) = self { elements } else { nil }
    }

    fileprivate var pairs: [(String, Value)] {
        if case .object(let object) = self { object.pairs.map { ($0, $1) } } else { [] }
    }

    fileprivate var decimal: Decimal? {
        if case .number(let number) = self { number } else { nil }
    }
}
