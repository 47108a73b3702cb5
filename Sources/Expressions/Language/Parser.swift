import FoundationEssentials

/// Reads an expression by precedence climbing.
struct Parser {
    private let tokens: [Token]
    private var position = 0
    private var parts = 0
    private(set) var references: [Reference] = []

    init(_ source: String) throws(ExpressionFault) {
        let characters = Array(source)
        guard characters.count <= ExpressionLimits.sourceLength else {
            let limit = ExpressionLimits.sourceLength
            throw ExpressionFault("an expression has at most \(limit) characters", offset: limit, length: 0)
        }
        tokens = try Lexer.tokens(of: characters)
    }

    /// The whole source as one tree.
    mutating func parse() throws(ExpressionFault) -> Node {
        let node = try operations(above: 0, depth: 0)
        guard current.kind == .end else { throw unexpected("an operator or the end") }
        return node
    }

    private var current: Token { tokens[position] }

    /// Counts one more part, so that neither this reader nor an evaluation goes deeper than its stack.
    private mutating func checkSize(depth: Int) throws(ExpressionFault) {
        parts += 1
        let (size, limit, what) =
            depth < ExpressionLimits.depth
            ? (parts, ExpressionLimits.parts, "parts") : (depth + 1, ExpressionLimits.depth, "levels")
        guard size > limit else { return }
        throw ExpressionFault(
            "the expression has more than \(limit) \(what)",
            offset: current.offset,
            length: current.length
        )
    }

    private mutating func advance() {
        if position + 1 < tokens.count { position += 1 }
    }
}

// Operators.
extension Parser {
    /// Operands joined by operators that bind tighter than `floor`. Depth counts the levels of the tree around them.
    private mutating func operations(above floor: Int, depth: Int) throws(ExpressionFault) -> Node {
        var depth = depth
        var left = try operand(above: floor, depth: depth)
        while let (sign, length) = currentOperator, sign.precedence > floor {
            depth += 1
            for _ in 0..<length { advance() }
            left = .operation(sign, left, try operations(above: sign.precedence, depth: depth))
        }
        return left
    }

    /// The operator at this place and the tokens it takes.
    private var currentOperator: (Operator, length: Int)? {
        switch current.kind {
        case .symbol(let symbol): Operator(rawValue: symbol).map { ($0, 1) }
        case .word:
            switch current.lowercasedWord {
            case "or": (.or, 1)
            case "and": (.and, 1)
            case "in": (.isIn, 1)
            case "not" where tokens[min(position + 1, tokens.count - 1)].lowercasedWord == "in": (.isNotIn, 2)
            default: nil
            }
        default: nil
        }
    }

    private mutating func operand(above floor: Int, depth: Int) throws(ExpressionFault) -> Node {
        try checkSize(depth: depth)
        if current.isSymbol("-") {
            advance()
            return .negated(try operand(above: Operator.power.precedence, depth: depth + 1))
        }
        if current.lowercasedWord == "not", floor < Operator.precedenceOfNot {
            advance()
            return .not(try operations(above: Operator.precedenceOfNot - 1, depth: depth + 1))
        }
        return try postfix(depth: depth)
    }
}

// Properties and indexes.
extension Parser {
    private mutating func postfix(depth: Int) throws(ExpressionFault) -> Node {
        var depth = depth
        var node = try primary(depth: depth)
        while current.isSymbol(".") || current.isSymbol("[") {
            depth += 1
            try checkSize(depth: depth)
            node = current.isSymbol(".") ? try property(of: node) : try index(of: node, depth: depth)
        }
        return node
    }

    private mutating func property(of node: Node) throws(ExpressionFault) -> Node {
        advance()
        let name: String
        switch current.kind {
        case .word(let word): name = word
        case .number(let digits) where digits.allSatisfy(\.isASCIIDigit): name = digits
        default: throw unexpected("a name after the dot")
        }
        extendReference(with: name)
        advance()
        return .property(node, name)
    }

    private mutating func index(of node: Node, depth: Int) throws(ExpressionFault) -> Node {
        advance()
        let inner = try operations(above: 0, depth: depth)
        try expect("]")
        return .index(node, inner)
    }

    /// Adds a name to the reference that ends right before the dot.
    private mutating func extendReference(with name: String) {
        guard position >= 2, let last = references.last else { return }
        let before = tokens[position - 2]
        guard last.offset + last.length == before.offset + before.length else { return }
        references[references.count - 1] = Reference(
            root: last.root,
            path: last.path + [name],
            offset: last.offset,
            length: current.offset + current.length - last.offset
        )
    }
}

// Literals, names, calls, brackets.
extension Parser {
    private mutating func primary(depth: Int) throws(ExpressionFault) -> Node {
        let token = current
        switch token.kind {
        case .number(let digits): return try literal(number(digits))
        case .text(let text): return try literal(.text(text))
        case .date(let date): return try literal(.date(date))
        case .month(let month): return try literal(.month(month))
        case .word: return try name(depth: depth)
        case .symbol("("):
            advance()
            let inner = try operations(above: 0, depth: depth + 1)
            try expect(")")
            return inner
        case .symbol("["):
            advance()
            return .list(try items(until: "]", depth: depth + 1))
        default: throw unexpected("a value")
        }
    }

    private mutating func literal(_ value: Value) throws(ExpressionFault) -> Node {
        advance()
        return .literal(value)
    }

    private func number(_ digits: String) throws(ExpressionFault) -> Value {
        guard let number = Decimal(plain: digits) else {
            throw ExpressionFault(
                "a number has at most \(Decimal.significantDigits) digits",
                offset: current.offset,
                length: current.length
            )
        }
        return .number(number)
    }

    private mutating func name(depth: Int) throws(ExpressionFault) -> Node {
        let token = current
        let name = token.lowercasedWord ?? ""
        advance()
        if current.isSymbol("("), name != "in" { return try call(name, at: token, depth: depth) }
        switch name {
        case "true": return .literal(.boolean(true))
        case "false": return .literal(.boolean(false))
        case "null", "none": return .literal(.null)
        case "unknown": return .literal(.unknown)
        case "today": return .today
        case "now": return .now
        case "and", "or", "in", "not":
            position -= 1
            throw unexpected("a value")
        default:
            references.append(Reference(root: name, offset: token.offset, length: token.length))
            return .root(name)
        }
    }

    private mutating func call(_ name: String, at token: Token, depth: Int) throws(ExpressionFault) -> Node {
        advance()
        let arguments = try items(until: ")", depth: depth + 1)
        guard let function = Function.named(name) else {
            throw ExpressionFault(
                "there is no function \(name)",
                offset: token.offset,
                length: token.length,
                suggestion: Spelling.nearest(to: name, among: Function.all.map(\.name))
            )
        }
        guard function.arity.contains(arguments.count) else {
            throw ExpressionFault(
                "\(name) takes \(function.arityText), not \(arguments.count)",
                offset: token.offset,
                length: token.length,
                suggestion: function.signature
            )
        }
        return .call(FunctionCall(name: name, action: function.action, arguments: arguments))
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

    private mutating func expect(_ symbol: String) throws(ExpressionFault) {
        guard current.isSymbol(symbol) else { throw unexpected(symbol) }
        advance()
    }

    private func unexpected(_ wanted: String) -> ExpressionFault {
        let found =
            switch current.kind {
            case .end: "the end"
            case .word(let word): word
            case .number(let digits): digits
            case .date(let date): date.iso
            case .month(let month): month.iso
            case .text: "a text"
            case .symbol(let symbol): symbol
            }
        return ExpressionFault("expected \(wanted), found \(found)", offset: current.offset, length: current.length)
    }
}
