extension Evaluator {
    /// The names that keep the node from having a value, each once, in reading order: roots, and paths such as
    /// `p.pay` where the object is known but what it holds there is not.
    mutating func unknowns(in node: Node) -> [String] {
        guard value(of: node) == .unknown else { return [] }
        let names: [String]
        switch node.form {
        case .root(let name): names = [name]
        case .property(let inner, _):
            let outer = unknowns(in: inner)
            names = outer.isEmpty ? [node.path].compactMap(\.self) : outer
        case .negated(let inner), .not(let inner): names = unknowns(in: inner)
        case .index(let left, let right), .operation(_, let left, let right): names = unknowns(in: [left, right])
        case .list(let items): names = unknowns(in: items)
        case .call(let call): names = unknowns(in: call)
        case .lambda, .function, .parameter, .literal, .today, .now: names = []
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    private mutating func unknowns(in nodes: [Node]) -> [String] {
        var names: [String] = []
        for node in nodes { names += unknowns(in: node) }
        return names
    }

    /// A choice waits for its test, then for the branch it takes.
    private mutating func unknowns(in call: FunctionCall) -> [String] {
        switch call.function.action {
        case .lazy(.when), .lazy(.choose):
            guard let isTrue = value(of: call.arguments[0]).isTrue else { return unknowns(in: call.arguments[0]) }
            return unknowns(in: call.arguments[isTrue ? 1 : 2])
        case .each:
            guard case .lambda(_, _, let inner) = call.arguments[1].form else { return unknowns(in: call.arguments) }
            return unknowns(in: [call.arguments[0]]) + unknowns(in: inner) + unknowns(in: Array(call.arguments[2...]))
        default: return unknowns(in: call.arguments)
        }
    }
}
