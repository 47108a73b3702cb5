/// One evaluation under way: it walks the tree and counts what it costs.
struct Evaluator {
    private let scope: any Scope
    let surroundings: Surroundings
    private var remaining: Int
    /// What the parameters of the functions in brackets stand for at this moment, the outermost first.
    var parameters: [Value] = []

    init(_ evaluation: Evaluation) {
        scope = evaluation.scope
        surroundings = evaluation.surroundings
        remaining = evaluation.budget
    }

    static let overBudget = Value.error(EvaluationFault("the expression takes too many steps"))

    mutating func value(of node: Node) -> Value {
        guard spend(1) else { return Evaluator.overBudget }
        switch node.form {
        case .literal(let value): return value
        case .root(let name):
            return scope.value(named: name) ?? .error(EvaluationFault("there is no name \(name)"))
        case .parameter(let index):
            return parameters.indices.contains(index) ? parameters[index] : .unknown
        case .today: return .date(surroundings.today)
        case .now: return .datetime(surroundings.now)
        case .property(let inner, let name): return value(of: inner).property(name)
        case .index(let inner, let key): return value(of: inner).item(at: value(of: key))
        case .list(let items): return .list(values(of: items))
        case .negated(let inner): return value(of: inner).negated()
        case .not(let inner): return value(of: inner).logicalNot()
        case .operation(.and, let left, let right): return logic([left, right], settledBy: false)
        case .operation(.or, let left, let right): return logic([left, right], settledBy: true)
        case .operation(let sign, let left, let right): return result(of: sign, value(of: left), value(of: right))
        case .call(let call): return counted(result(of: call))
        case .lambda, .function: return .error(EvaluationFault("a function has no value"))
        }
    }

    private mutating func result(of sign: Operator, _ left: Value, _ right: Value) -> Value {
        if sign == .isIn || sign == .isNotIn, !spend(right.size) { return Evaluator.overBudget }
        return counted(sign.result(left, right, surroundings))
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
    mutating func counted(_ value: Value) -> Value { spend(value.size) ? value : Evaluator.overBudget }
}

extension Value {
    /// What making or reading the value costs.
    fileprivate var size: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .list(let items): items.count
        case .object(let object): object.count
        default: 0
        }
    }
}

// Calls.
extension Evaluator {
    private mutating func result(of call: FunctionCall) -> Value {
        switch call.function.action {
        case .lazy(let form): return result(of: form, call.arguments)
        case .each(let form): return result(of: form, call)
        case .plain, .open, .metered: return result(of: call.function, values(of: call.arguments))
        }
    }

    /// The function's value for arguments at hand; reading them is paid for.
    mutating func result(of function: Function, _ values: [Value]) -> Value {
        for value in values where !spend(value.size) { return Evaluator.overBudget }
        let arguments = Arguments(values: values, surroundings: surroundings)
        do throws(EvaluationFault) {
            switch function.action {
            case .plain(let body):
                if let obstacle = values.firstObstacle { return obstacle }
                return try body(arguments)
            case .open(let body): return try body(arguments)
            case .metered(let body):
                if let obstacle = values.firstObstacle { return obstacle }
                let value = try body(arguments, &remaining)
                return remaining >= 0 ? value : Evaluator.overBudget
            case .lazy(let form): return result(of: form, values.map { Node(.literal($0), Place(0, 0)) })
            case .each: return .error(EvaluationFault("\(function.name) cannot be an argument"))
            }
        } catch {
            return .error(EvaluationFault("\(function.name): \(error.message)"))
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
