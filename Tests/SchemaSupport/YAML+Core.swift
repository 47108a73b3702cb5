package import ContentFiles
package import Expressions
import Foundation

extension YAML {
    /// The value of a scalar as the core schema of YAML 1.2 (chapter 10.3) reads it; nil for groups and lists.
    ///
    /// Editors read files so, while our readers keep the text of every scalar.
    package var core: Value? {
        guard case .scalar(let text, let isPlain) = content else { return nil }
        guard isPlain else { return .text(text) }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        default:
            guard let first = text.utf8.first, "+-.0123456789".utf8.contains(first) else { return .text(text) }
            let isNumber = text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil
            return isNumber ? Decimal(string: text).map(Value.number) ?? .text(text) : .text(text)
        }
    }

    /// All of it, as JSON has it.
    package var value: Value {
        if let entries { return .object(Object(entries.map { ($0.key, $0.value.value) })) }
        return elements.map { .list($0.map(\.value)) } ?? core ?? .null
    }

    /// The names that JSON Schema has for what this is.
    var schemaTypes: Set<String> {
        switch (content, core) {
        case (.mapping, _): ["object"]
        case (.sequence, _): ["array"]
        case (_, .null): ["null"]
        case (_, .boolean): ["boolean"]
        case (_, .number(let number)): number.isWhole ? ["number", "integer"] : ["number"]
        default: ["string"]
        }
    }
}

extension Decimal {
    fileprivate var isWhole: Bool {
        var (whole, value) = (Decimal(), self)
        NSDecimalRound(&whole, &value, 0, .down)
        return whole == self
    }
}
