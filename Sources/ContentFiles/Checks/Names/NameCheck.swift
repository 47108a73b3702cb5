import Conversation
import Entitlements
import Expressions

/// Checks every expression of a pack once all its names are known.
///
/// A name that nothing gives keeps a pack from being compiled. What is done with a value is only collected: a revision
/// that people are on must load, whatever a stricter program says of it.
final class NameCheck {
    private let names: NameTable
    private var checks: [String?: TypeCheck] = [:]

    init(names: NameTable) {
        self.names = names
    }

    /// Reports unknown names and returns the other faults with their places.
    func check(
        _ uses: [ExpressionReader.Use], _ texts: [(text: String, template: Template, position: Position)],
        _ log: DiagnosticLog
    ) -> [(fault: TypeFault, position: Position)] {
        let inTexts = texts.filter { !Self.isOfRules($0.text) }.flatMap { text in
            faults(of: text.text).check(text.template).map { ($0, text.position.moved(by: $0.offset)) }
        }
        let inUses = uses.flatMap { use -> [(TypeFault, Position)] in
            let check = use.kind.map { officeCheck($0, in: use.flow) } ?? check(of: use.flow)
            let faults =
                switch use.content {
                case .expression(let expression, let isCondition):
                    check.check(expression, asCondition: isCondition)
                case .template(let template): check.check(template)
                }
            return faults.map { ($0, use.position.moved(by: $0.offset)) }
        }
        for (fault, position) in inTexts + inUses where fault.isAboutName {
            log.error(
                "unknown-name", fault.message, at: position,
                suggestion: fault.suggestion.map { "did you mean '\($0)'?" })
        }
        return (inTexts + inUses).filter { !$0.0.isAboutName }.map { (fault: $0.0, position: $0.1) }
    }

    /// Whether a text belongs to a rule, which knows its own names.
    private static func isOfRules(_ text: String) -> Bool {
        text.hasPrefix("rules/")
            && (!text.hasPrefix(Fact.flow + "#") || text.hasPrefix(Fact.flow + "#texts."))
    }

    /// The check for a text by its context: a flow's, or the pack's own.
    private func faults(of text: String) -> TypeCheck {
        guard text != "pack#texts.confirm" else {
            var types = names.types(of: nil)
            types["answer"] = .some(nil)
            return TypeCheck(names: types)
        }
        return check(of: text.split(separator: "#").first.map(String.init))
    }

    private func check(of flow: String?) -> TypeCheck {
        if let check = checks[flow] { return check }
        let check = TypeCheck(names: names.types(of: flow))
        checks[flow] = check
        return check
    }

    /// The check for what must hold of an office; one of a kind that does not exist may have all names.
    private func officeCheck(_ kind: String, in flow: String?) -> TypeCheck {
        var types = names.types(of: flow)
        types[Find.name] = .object
        for (name, type) in names.types(ofKind: kind) { types["\(Find.name).\(name)"] = type }
        return TypeCheck(names: types)
    }
}
