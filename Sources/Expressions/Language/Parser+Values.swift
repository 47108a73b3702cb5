import FoundationEssentials

// Literals, names, calls, brackets.
extension Parser {
    mutating func primary(depth: Int) throws(ExpressionFault) -> Node {
        let token = current
        let form: Node.Form
        switch token.kind {
        case .number(let digits): form = literal(try number(digits))
        case .text(let text): form = literal(.text(text))
        case .date(let date): form = literal(.date(date))
        case .month(let month): form = literal(.month(month))
        case .word: form = try name(depth: depth)
        case .symbol("("): return try bracketed(depth: depth)
        case .symbol("["):
            advance()
            form = .list(try items(until: "]", depth: depth + 1))
        default: throw unexpected("a value")
        }
        return Node(form, place(from: token.offset))
    }

    private mutating func bracketed(depth: Int) throws(ExpressionFault) -> Node {
        let start = current.offset
        advance()
        let inner = try operations(above: 0, depth: depth + 1)
        try expect(")")
        return Node(inner.form, place(from: start))
    }

    private mutating func literal(_ value: Value) -> Node.Form {
        advance()
        return .literal(value)
    }

    private func number(_ digits: String) throws(ExpressionFault) -> Value {
        guard let number = Decimal(plain: digits) else {
            throw fault("a number has at most \(Decimal.significantDigits) digits", at: current)
        }
        return .number(number)
    }

    private mutating func name(depth: Int) throws(ExpressionFault) -> Node.Form {
        let token = current
        let name = token.lowercasedWord ?? ""
        if ["and", "or", "in", "not"].contains(name), name == "in" || !self.token(after: 1).isSymbol("(") {
            throw unexpected("a value")
        }
        advance()
        if current.isSymbol("(") { return try call(name, at: token, depth: depth) }
        if let index = parameters.lastIndex(of: name) { return .parameter(index) }
        switch name {
        case "true": return .literal(.boolean(true))
        case "false": return .literal(.boolean(false))
        case "null", "none": return .literal(.null)
        case "unknown": return .literal(.unknown)
        case "today": return .today
        case "now": return .now
        default:
            note(name, at: token)
            return .root(name)
        }
    }

    private mutating func call(_ name: String, at token: Token, depth: Int) throws(ExpressionFault) -> Node.Form {
        let function = Function.named(name)
        advance()
        var arguments: [Node] = []
        if case .each = function?.action {
            arguments = try itemsWithFunction(of: name, depth: depth + 1)
        } else {
            arguments = try items(until: ")", depth: depth + 1)
        }
        guard let function else {
            let nearest = Spelling.nearest(to: name, among: Function.all.map(\.name))
            throw fault("there is no function \(name)", at: token, suggestion: nearest)
        }
        guard function.arity.contains(arguments.count) else {
            throw fault(
                "\(name) takes \(function.arityText), not \(arguments.count)", at: token, suggestion: function.signature
            )
        }
        try checkInner(arguments, of: function, at: token)
        return .call(FunctionCall(function: function, arguments: arguments))
    }

    private mutating func items(until close: String, depth: Int) throws(ExpressionFault) -> [Node] {
        var items: [Node] = []
        if !current.isSymbol(close) {
            items.append(try operations(above: 0, depth: depth))
            while current.isSymbol(",") {
                advance()
                items.append(try operations(above: 0, depth: depth))
            }
        }
        try expect(close)
        return items
    }
}

// Functions as arguments.
extension Parser {
    /// Arguments of which the second is a function: a name such as `upper`, or `(x) => x * 2`.
    private mutating func itemsWithFunction(of name: String, depth: Int) throws(ExpressionFault) -> [Node] {
        var items: [Node] = []
        while !current.isSymbol(")") {
            if !items.isEmpty { try expect(",") }
            items.append(items.count == 1 ? try function(for: name, depth) : try operations(above: 0, depth: depth))
            if !current.isSymbol(",") { break }
        }
        try expect(")")
        return items
    }

    private mutating func function(for name: String, _ depth: Int) throws(ExpressionFault) -> Node {
        try checkSize(depth: depth)
        let token = current
        if let names = lambdaParameters { return try lambda(names, depth: depth + 1) }
        guard let word = token.lowercasedWord, !self.token(after: 1).isSymbol("("), let function = Function.named(word)
        else {
            throw fault(
                "\(name) needs a function as its second argument", at: token, suggestion: "upper or (x) => x & \"!\"")
        }
        if case .each = function.action { throw fault("\(name) cannot take \(word)", at: token) }
        advance()
        return Node(.function(function), place(from: token.offset))
    }

    /// The names between brackets when `=>` follows them.
    private var lambdaParameters: [String]? {
        guard current.isSymbol("(") else { return nil }
        var names: [String] = []
        while let name = token(after: 2 * names.count + 1).lowercasedWord {
            names.append(name)
            guard token(after: 2 * names.count).isSymbol(",") else { break }
        }
        let end = 2 * names.count
        return !names.isEmpty && token(after: end).isSymbol(")") && token(after: end + 1).isSymbol("=>") ? names : nil
    }

    private mutating func lambda(_ names: [String], depth: Int) throws(ExpressionFault) -> Node {
        let start = current.offset
        for _ in 0..<2 * names.count + 2 { advance() }
        let outer = parameters
        parameters += names
        let inner = try operations(above: 0, depth: depth)
        parameters = outer
        return Node(.lambda(first: outer.count, count: names.count, inner), place(from: start))
    }

    /// A function given to another takes the item and the arguments after it.
    private func checkInner(_ arguments: [Node], of outer: Function, at token: Token) throws(ExpressionFault) {
        guard case .each = outer.action, arguments.count > 1 else { return }
        let given = arguments.count - 1
        let place = arguments[1].place
        switch arguments[1].form {
        case .function(let inner) where !inner.arity.contains(given):
            throw ExpressionFault(
                "\(inner.name) takes \(inner.arityText), not \(given)", offset: place.offset, length: place.length,
                suggestion: inner.signature)
        case .lambda(_, let count, _) where count != given:
            throw ExpressionFault(
                "the function in brackets takes \(count), not \(given)", offset: place.offset, length: place.length)
        default: break
        }
    }
}
