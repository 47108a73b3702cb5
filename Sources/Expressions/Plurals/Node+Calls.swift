extension Node {
    /// Every call of a function in this part of an expression, with where it stands, outer calls before inner ones.
    func calls(of name: String) -> [(call: FunctionCall, place: Place)] {
        let inner = children.flatMap { $0.calls(of: name) }
        if case .call(let call) = form, call.function.name == name { return [(call, place)] + inner }
        return inner
    }

    private var children: [Node] {
        switch form {
        case .literal, .root, .parameter, .today, .now, .function: []
        case .property(let node, _), .negated(let node), .not(let node), .lambda(_, _, let node): [node]
        case .index(let one, let other), .operation(_, let one, let other): [one, other]
        case .list(let nodes): nodes
        case .call(let call): call.arguments
        }
    }
}
