import Conversation
import Expressions

/// Parses expressions where they stand and remembers them, so that they can be checked once all names are known.
final class ExpressionReader {
    /// An expression, or a text with some, in which flow, and where.
    struct Use {
        enum Content {
            case expression(Expression, isCondition: Bool)
            case template(Template)
        }

        let flow: String?
        let content: Content
        let position: Position
        /// The kind of office whose fields are there, too.
        var kind: String?
    }

    /// An expression where it stands, for checks of types.
    struct Placed {
        let expression: Expression
        let position: Position
        /// Whether it must be one that can be true and false.
        let isCondition: Bool
    }

    private let log: DiagnosticLog
    private(set) var uses: [Use] = []
    /// Every expression read so far.
    var read: [Placed] {
        uses.compactMap { use in
            guard case .expression(let expression, let isCondition) = use.content else { return nil }
            return Placed(expression: expression, position: use.position, isCondition: isCondition)
        }
    }

    init(log: DiagnosticLog) {
        self.log = log
    }

    /// The expression of a scalar, nil after an error with its line and column.
    ///
    /// - Parameters:
    ///   - kind: The kind of office whose fields it can read; nil for none.
    ///   - isCondition: Whether it must be one that can be true and false.
    func read(_ value: YAML, flow: String?, ofKind kind: String? = nil, isCondition: Bool = false) -> Expression? {
        guard let source = value.text else {
            log.error("type", "an expression must be a text, not \(value.kind)", at: value.position)
            return nil
        }
        let start = value.textPosition
        do {
            let expression = try Expression.parse(source)
            let content = Use.Content.expression(expression, isCondition: isCondition)
            uses.append(Use(flow: flow, content: content, position: start, kind: kind))
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
            uses.append(Use(flow: flow, content: .template(template), position: start))
            return template
        } catch {
            log.error("expression", error.message, at: start.moved(by: error.offset), suggestion: error.suggestion)
            return nil
        }
    }
}
