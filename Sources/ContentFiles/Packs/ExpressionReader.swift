import Conversation
import Expressions

/// Parses expressions where they stand and remembers the names they use.
final class ExpressionReader {
    /// A name an expression uses, in which flow, and where.
    struct Use {
        let flow: String?
        let reference: Reference
        let position: Position
        /// Names that are there beside those of the flow.
        var also: Set<String> = []
    }

    /// An expression where it stands, for checks of types.
    struct Placed {
        let expression: Expression
        let position: Position
        /// Whether it must be one that can be true and false.
        let isCondition: Bool
    }

    private let log: DiagnosticLog
    /// Every expression read so far.
    private(set) var read: [Placed] = []
    private(set) var uses: [Use] = []

    init(log: DiagnosticLog) {
        self.log = log
    }

    /// The expression of a scalar, nil after an error with its line and column.
    ///
    /// - Parameter also: Names it may use beside those of the flow.
    func read(_ value: YAML, flow: String?, also: Set<String> = [], isCondition: Bool = false) -> Expression? {
        guard let source = value.text else {
            log.error("type", "an expression must be a text, not \(value.kind)", at: value.position)
            return nil
        }
        let start = value.textPosition
        do {
            let expression = try Expression.parse(source)
            uses += expression.references.map {
                Use(flow: flow, reference: $0, position: start.moved(by: $0.offset), also: also)
            }
            read.append(Placed(expression: expression, position: start, isCondition: isCondition))
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
