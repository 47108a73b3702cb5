/// A parsed expression. Equal sources are equal expressions.
package struct Expression: Hashable, Sendable {
    /// The expression as written.
    package let source: String
    /// The names it uses from its scope, in reading order.
    package let references: [Reference]
    let node: Node

    /// Reads an expression; the fault says what is wrong, where, and what may have been meant.
    package static func parse(_ source: String) throws(ExpressionFault) -> Expression {
        var parser = try Parser(source)
        let node = try parser.parse()
        return Expression(source: source, references: parser.references, node: node)
    }

    /// Whether `null` stands in it, so that its value may be nothing.
    package var mentionsNull: Bool {
        node.contains { form in
            if case .literal(.null) = form { return true }
            return false
        }
    }

    /// Whether `<`, `<=`, `>` or `>=` stands in it, so that there may be comparisons in it.
    package var comparesByOrder: Bool {
        node.contains { form in
            if case .operation(let sign, _, _) = form { return sign.isOrder }
            return false
        }
    }

    package static func == (left: Expression, right: Expression) -> Bool { left.source == right.source }

    package func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
