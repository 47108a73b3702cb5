package import ContentFiles
import Expressions
import Foundation

/// Holds YAML files, and JSON, against a JSON Schema as an editor does.
package struct SchemaValidator {
    /// What a file does that its schema does not allow, and where.
    package struct Fault: Hashable, CustomStringConvertible {
        package let position: Position
        package let message: String

        package var description: String { "\(position): \(message)" }
    }

    /// What was found in a value, and the keys it had by their pointers.
    package struct Finding {
        package fileprivate(set) var faults: [Fault] = []
        package fileprivate(set) var seen: [(pointer: String, position: Position)] = []

        fileprivate mutating func add(_ message: String, at position: Position) {
            faults.append(Fault(position: position, message: message))
        }

        fileprivate static func += (finding: inout Finding, more: Finding) {
            finding.faults += more.faults
            finding.seen += more.seen
        }
    }

    package let schema: JSONSchema

    /// - Parameter text: JSON; a text that is none allows no file at all.
    package init(_ text: String) {
        self.init(JSONSchema((try? Value.parse(json: text)) ?? .null))
    }

    package init(_ schema: JSONSchema) {
        self.schema = schema
    }

    /// What is wrong with a file, and which keys it has.
    package func check(_ file: YAML) -> Finding { check(file, by: schema, at: "") }

    private func check(_ node: YAML, by schema: JSONSchema, at pointer: String) -> Finding {
        var finding = Finding()
        for keyword in schema.unknown { finding.add("unknown keyword \(keyword)", at: node.position) }
        if let types = schema.types, types.isDisjoint(with: node.schemaTypes) {
            finding.add("is none of \(types.sorted())", at: node.position)
        }
        if let value = node.core { checkScalar(value, by: schema, at: node.position, &finding) }
        if let elements = node.elements {
            if elements.isEmpty, schema.needsItem { finding.add("is empty", at: node.position) }
            for element in elements {
                schema.items.map { finding += check(element, by: $0, at: "\(pointer)/[]") }
            }
        }
        if let entries = node.entries {
            for name in schema.required where !entries.contains(where: { $0.key == name }) {
                finding.add("'\(name)' is missing", at: node.position)
            }
            for entry in entries { finding += check(entry, of: schema, at: pointer) }
        }
        finding += best(of: schema.branches.enumerated().map { check(node, by: $1, at: "\(pointer)/\($0)") })
        return finding
    }

    private func checkScalar(_ value: Value, by schema: JSONSchema, at position: Position, _ finding: inout Finding) {
        if let words = schema.words, !words.contains(value) { finding.add("is none of \(words)", at: position) }
        if case .text(let text) = value, let pattern = schema.pattern, !text.fits(pattern) {
            finding.add("'\(text)' does not fit \(pattern)", at: position)
        }
        if case .number(let number) = value {
            if let least = schema.minimum, number < least { finding.add("is too small", at: position) }
            if let most = schema.maximum, number > most { finding.add("is too great", at: position) }
        }
    }

    private func check(_ entry: YAML.Entry, of schema: JSONSchema, at pointer: String) -> Finding {
        var finding = Finding()
        if let pattern = schema.names?.pattern, !entry.key.fits(pattern) {
            finding.add("'\(entry.key)' does not fit \(pattern)", at: entry.keyPosition)
        }
        if let property = schema.properties[entry.key] {
            finding.seen.append(("\(pointer)/\(entry.key)", entry.keyPosition))
            finding += check(entry.value, by: property, at: "\(pointer)/\(entry.key)")
        } else {
            switch schema.others {
            case .any: break
            case .none: finding.add("'\(entry.key)' is not known", at: entry.keyPosition)
            case .like(let others): finding += check(entry.value, by: others, at: "\(pointer)/*")
            }
        }
        return finding
    }

    /// What the branch says that has the fewest faults.
    private func best(of findings: [Finding]) -> Finding {
        findings.min { $0.faults.count < $1.faults.count } ?? Finding()
    }
}

extension String {
    /// ICU's expressions are those of ECMAScript, as far as ours go.
    fileprivate func fits(_ pattern: String) -> Bool {
        range(of: pattern, options: .regularExpression) != nil
    }
}
