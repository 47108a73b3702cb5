/// An expression's tree. Functions are resolved when it is parsed, so evaluation looks up nothing but names in the scope.
indirect enum Node: Sendable {
    case literal(Value)
    case root(String)
    case today
    case now
    case property(Node, String)
    case index(Node, Node)
    case list([Node])
    case negated(Node)
    case not(Node)
    case operation(Operator, Node, Node)
    case call(FunctionCall)
}

/// A function with its arguments.
struct FunctionCall: Sendable {
    let name: String
    let action: Function.Action
    let arguments: [Node]
}
