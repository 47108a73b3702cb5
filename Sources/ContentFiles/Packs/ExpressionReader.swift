import Conversation
import Expressions

/// Parses expressions where they stand and remembers the names they use.
final class ExpressionReader {
    /// A name an expression uses, in which flow, and where.
    struct Use {
        let flow: String?
        let reference: Reference
        let position: Position
    }

    private let log: DiagnosticLog
    private(set) var uses: [Use] = []

    init(log: DiagnosticLog) {
        self.log = log
    }

    /// The expression of a scalar, nil after an error with its line and column.
    func read(_ value: YAML, flow: String?) -> Expression? {
        guard let source = value.text else {
            log.error("type", "an expression must be a text, not \(value.kind)", at: value.position)
            return nil
        }
        let start = value.textPosition
        do {
            let expression = try Expression.parse(source)
            uses += expression.references.map { Use(flow: flow, reference: $0, position: start.moved(by: $0.offset)) }
            return expression
        } catch {
            log.error("expression", error.message, at: start.moved(by: error.offset), suggestion: error.suggestion)
            return nil
        }
    }

    /// A text with `${...}` parts that people never see and nobody translates.
    func template(_ value: YAML, flow: String?) -> Template? {
        guard let source = value.text else { return nil }
        let start = value.textPosition
        do {
            let template = try Template.parse(source)
            uses += template.references.map { Use(flow: flow, reference: $0, position: start.moved(by: $0.offset)) }
            return template
        } catch {
            log.error("expression", error.message, at: start.moved(by: error.offset), suggestion: error.suggestion)
            return nil
        }
    }
}
