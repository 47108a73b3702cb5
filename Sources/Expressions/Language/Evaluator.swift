/// One evaluation under way: it walks the tree and counts what it costs.
struct Evaluator {
    private let scope: any Scope
    let surroundings: Surroundings
    private var remaining: Int

    init(_ evaluation: Evaluation) {
        scope = evaluation.scope
        surroundings = evaluation.surroundings
        remaining = evaluation.budget
    }

    static let overBudget = Value.error(EvaluationFault("the expression takes too many steps"))

    mutating func value(of node: Node) -> Value {
        guard spend(1) else { return Evaluator.overBudget }
        switch node {
        case .literal(let value): return value
        case .root(let name):
            return scope.value(named: name) ?? .error(EvaluationFault("there is no name \(name)"))
        case .today: return .date(surroundings.today)
        case .now: return .datetime(surroundings.now)
        case .property(let inner, let name): return value(of: inner).property(name)
        case .index(let inner, let key): return value(of: inner).item(at: value(of: key))
        case .list(let items): return .list(values(of: items))
        case .negated(let inner): return value(of: inner).negated()
        case .not(let inner): return value(of: inner).logicalNot()
        case .operation(.and, let left, let right): return logic([left, right], settledBy: false)
        case .operation(.or, let left, let right): return logic([left, right], settledBy: true)
        case .operation(let sign, let left, let right):
            return counted(sign.result(value(of: left), value(of: right), surroundings))
        case .call(let call): return counted(result(of: call))
        }
    }

    private mutating func values(of nodes: [Node]) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(nodes.count)
        for node in nodes { values.append(value(of: node)) }
        return values
    }

    private mutating func spend(_ steps: Int) -> Bool {
        remaining -= steps
        return remaining >= 0
    }

    /// The value, paid for by its size.
    private mutating func counted(_ value: Value) -> Value {
        let size =
            switch value {
            case .text(let text): text.utf8.count
            case .list(let items): items.count
            default: 0
            }
        return spend(size) ? value : Evaluator.overBudget
    }
}

// Calls.
extension Evaluator {
    private mutating func result(of call: FunctionCall) -> Value {
        switch call.action {
        case .lazy(let form): return result(of: form, call.arguments)
        case .open(let body): return apply(body, call.name, values(of: call.arguments))
        case .plain(let body):
            let values = values(of: call.arguments)
            return values.firstObstacle ?? apply(body, call.name, values)
        }
    }

    private func apply(
        _ body: (Arguments) throws(EvaluationFault) -> Value, _ name: String, _ values: [Value]
    ) -> Value {
        do {
            return try body(Arguments(values: values, surroundings: surroundings))
        } catch {
            return .error(EvaluationFault("\(name): \(error.message)"))
        }
    }

    private mutating func result(of form: Function.LazyForm, _ arguments: [Node]) -> Value {
        switch form {
        case .and: return logic(arguments, settledBy: false)
        case .or: return logic(arguments, settledBy: true)
        case .when, .choose:
            let test = value(of: arguments[0])
            if let isTrue = test.isTrue { return value(of: arguments[isTrue ? 1 : 2]) }
            if form == .choose || test != .unknown { return test }
            let (yes, no) = (value(of: arguments[1]), value(of: arguments[2]))
            return yes == no ? yes : .unknown
        }
    }

    /// Kleene's `and` (settled by false) and `or` (settled by true): an unknown operand matters only when no other
    /// operand settles the result. An error counts from where it is read, as in the field.
    private mutating func logic(_ operands: [Node], settledBy settling: Bool) -> Value {
        var isUnknown = false
        for operand in operands {
            let value = value(of: operand)
            if case .error = value { return value }
            guard let isTrue = value.isTrue else {
                isUnknown = true
                continue
            }
            if isTrue == settling { return .boolean(settling) }
        }
        return isUnknown ? .unknown : .boolean(!settling)
    }
}

extension [Value] {
    /// The first error, else unknown when one is: what most functions give back instead of working with it.
    var firstObstacle: Value? {
        var obstacle: Value?
        for value in self {
            if case .error = value { return value }
            if case .unknown = value { obstacle = .unknown }
        }
        return obstacle
    }
}
