import Entitlements
import Expressions

/// The names that a rule's expressions and texts can use, with their types.
struct RuleNames {
    /// Names that expressions give another meaning.
    static let reserved: Set<String> = [
        "p", "today", "now", "true", "false", "null", "none", "unknown", "and", "or", "not", "in", "person", "channel",
        "constants", "case", "outcome", "missing", "assumed", "usual", "rule",
    ]

    /// The check that knows facts, figures and computed names.
    let check: TypeCheck

    init(_ rule: Rule, _ facts: [String: Fact]) {
        var names: [String: ValueType?] = facts.mapValues(\.type)
        for parameter in rule.parameters.values { names["p.\(parameter.name)"] = parameter.type }
        if rule.parameters.isEmpty { names["p"] = .some(.object) }
        for derived in rule.derived { names[derived.name] = TypeCheck(names: names).type(of: derived.expression) }
        check = TypeCheck(names: names)
    }
}

extension RuleParameter {
    /// The type its values share.
    fileprivate var type: ValueType? {
        let types = Set(rows.map { ValueType(rawValue: $0.value.typeName) })
        return types.count == 1 ? types.first.flatMap(\.self) : nil
    }
}

extension DiagnosticLog {
    /// Reports what a check of types found.
    func add(_ faults: [TypeFault], at position: Position) {
        for fault in faults {
            let place = position.moved(by: fault.offset)
            let hint = fault.suggestion.map { $0.isName ? "did you mean '\($0)'?" : "write \($0)" }
            switch fault.severity {
            case .error: error("expression-type", fault.message, at: place, suggestion: hint)
            case .warning: warning("expression-type", fault.message, at: place, suggestion: hint)
            }
        }
    }
}
