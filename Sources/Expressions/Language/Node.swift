/// An expression's tree. Functions are resolved when it is parsed, so evaluation looks up nothing but names in the scope.
struct Node: Sendable {
    let form: Form
    let place: Place

    init(_ form: Form, _ place: Place) {
        (self.form, self.place) = (form, place)
    }

    indirect enum Form: Sendable {
        case literal(Value)
        case root(String)
        /// A parameter of the function in brackets around it, counted over all such functions from the outermost.
        case parameter(Int)
        case today
        case now
        case property(Node, String)
        case index(Node, Node)
        case list([Node])
        case negated(Node)
        case not(Node)
        case operation(Operator, Node, Node)
        case call(FunctionCall)
        /// `(x) => x * 2`, an argument of `foreach` and its kin: what its first parameter is, how many, and what it gives.
        case lambda(first: Int, count: Int, Node)
        /// A function's name as an argument of `foreach` and its kin.
        case function(Function)
    }
}

extension Node {
    /// The name, or the path of names such as `p.pay`, in lower case; nil when this is something else.
    var path: String? {
        switch form {
        case .root(let name): name
        case .property(let inner, let name): inner.path.map { "\($0).\(name.lowercased())" }
        default: nil
        }
    }

    /// Whether it, or some part of it, is of a kind.
    func contains(_ isMeant: (Form) -> Bool) -> Bool {
        if isMeant(form) { return true }
        switch form {
        case .literal, .root, .parameter, .today, .now, .function: return false
        case .property(let inner, _), .negated(let inner), .not(let inner), .lambda(_, _, let inner):
            return inner.contains(isMeant)
        case .index(let left, let right), .operation(_, let left, let right):
            return left.contains(isMeant) || right.contains(isMeant)
        case .list(let items): return items.contains { $0.contains(isMeant) }
        case .call(let call): return call.arguments.contains { $0.contains(isMeant) }
        }
    }
}

/// Where a part of an expression stands, in characters of its source.
struct Place: Hashable, Sendable {
    let start: UInt16
    let end: UInt16

    init(_ start: Int, _ end: Int) {
        (self.start, self.end) = (UInt16(clamping: start), UInt16(clamping: end))
    }

    var offset: Int { Int(start) }
    var length: Int { Int(end) - Int(start) }
}

/// A function with its arguments.
struct FunctionCall: Sendable {
    let function: Function
    let arguments: [Node]
}
