/// A comparison by order inside an expression, and what came of it.
package struct Comparison: Hashable, Sendable {
    /// Characters before it, from 0, in the expression's source.
    package let offset: Int
    /// Characters it covers.
    package let length: Int
    /// What it gave.
    package let holds: Bool
}

// What a value stands on.
extension Evaluator {
    /// The names and paths that the node's value was made of, each once, in reading order.
    mutating func grounds(of node: Node) -> [String] {
        var names: [String] = []
        visit(node) { _, node in if let path = node.path { names.append(path) } }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// The comparisons by order that were looked at and have a result.
    mutating func comparisons(in node: Node) -> [Comparison] {
        var found: [Comparison] = []
        visit(node) { evaluator, node in
            guard case .operation(let sign, _, _) = node.form, sign.isOrder,
                case .boolean(let holds) = evaluator.value(of: node)
            else { return }
            found.append(Comparison(offset: node.place.offset, length: node.place.length, holds: holds))
        }
        return found
    }

    /// Goes through the parts that count for the node's value, in reading order; paths such as `p.pay` are one part.
    private mutating func visit(_ node: Node, _ note: (inout Evaluator, Node) -> Void) {
        note(&self, node)
        guard node.path == nil else { return }
        switch node.form {
        case .property(let inner, _), .negated(let inner), .not(let inner), .lambda(_, _, let inner):
            visit(inner, note)
        case .operation(.and, let left, let right): visit([left, right], settledBy: false, note)
        case .operation(.or, let left, let right): visit([left, right], settledBy: true, note)
        case .index(let left, let right), .operation(_, let left, let right):
            visit(left, note)
            visit(right, note)
        case .list(let items): for item in items { visit(item, note) }
        case .call(let call): visit(call, note)
        case .root, .function, .parameter, .literal, .today, .now: break
        }
    }

    private mutating func visit(_ call: FunctionCall, _ note: (inout Evaluator, Node) -> Void) {
        switch call.function.action {
        case .lazy(.and): visit(call.arguments, settledBy: false, note)
        case .lazy(.or): visit(call.arguments, settledBy: true, note)
        case .lazy(.when), .lazy(.choose):
            visit(call.arguments[0], note)
            guard let isTrue = value(of: call.arguments[0]).isTrue else { return }
            visit(call.arguments[isTrue ? 1 : 2], note)
        case .plain, .open, .metered, .each: for argument in call.arguments { visit(argument, note) }
        }
    }

    /// The operand that settles it alone, or all when none does.
    private mutating func visit(
        _ operands: [Node], settledBy settling: Bool, _ note: (inout Evaluator, Node) -> Void
    ) {
        for operand in operands where value(of: operand).isTrue == settling { return visit(operand, note) }
        for operand in operands { visit(operand, note) }
    }
}
