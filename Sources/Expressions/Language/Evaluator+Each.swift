// Functions that take a function: foreach, foreach_value and filter.
extension Evaluator {
    mutating func result(of form: Function.EachForm, _ call: FunctionCall) -> Value {
        let whole = value(of: call.arguments[0])
        if let obstacle = [whole].firstObstacle { return obstacle }
        let others = call.arguments.dropFirst(2).map { value(of: $0) }
        let result =
            switch (form, whole) {
            case (.list, .list(let items)): mapped(items, call.arguments[1], others)
            case (.filter, .list(let items)): filtered(items, call.arguments[1])
            case (.object, .object(let object)): mapped(object, call.arguments[1], others)
            case (.object, _): Value.error(EvaluationFault("\(whole.described) is no object"))
            default: Value.error(EvaluationFault("\(whole.described) is no list"))
            }
        guard case .error(let fault) = result, fault != Evaluator.tooManySteps else { return result }
        return .error(EvaluationFault("\(call.function.name): \(fault.message)"))
    }

    private static let tooManySteps = EvaluationFault("the expression takes too many steps")

    private mutating func mapped(_ items: [Value], _ function: Node, _ others: [Value]) -> Value {
        var results: [Value] = []
        for item in items {
            let result = apply(function, [item] + others)
            if case .error = result { return result }
            results.append(result)
        }
        return .list(results)
    }

    private mutating func mapped(_ object: Object, _ function: Node, _ others: [Value]) -> Value {
        var results = Object()
        for (key, item) in object.pairs {
            let result = apply(function, [item] + others)
            if case .error = result { return result }
            results[key] = result
        }
        return .object(results)
    }

    private mutating func filtered(_ items: [Value], _ function: Node) -> Value {
        var results: [Value] = []
        for item in items {
            let result = apply(function, [item])
            guard let isTrue = result.isTrue else { return result }
            if isTrue { results.append(item) }
        }
        return .list(results)
    }

    private mutating func apply(_ function: Node, _ arguments: [Value]) -> Value {
        switch function.form {
        case .function(let function): return counted(result(of: function, arguments))
        case .lambda(let first, _, let inner):
            let outer = parameters
            parameters = Array(outer.prefix(first)) + arguments
            defer { parameters = outer }
            return value(of: inner)
        default: return .error(EvaluationFault("the second argument is no function"))
        }
    }
}
