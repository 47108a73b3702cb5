import FoundationEssentials

/// Reads an expression by precedence climbing.
struct Parser {
    private let tokens: [Token]
    private var position = 0
    private var parts = 0
    private(set) var references: [Reference] = []
    /// The parameters of the functions in brackets around this place, in lower case, the outermost first.
    var parameters: [String] = []

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

    var current: Token { tokens[position] }

    /// The token so many after the current one; the last one at the end.
    func token(after count: Int) -> Token { tokens[min(position + count, tokens.count - 1)] }

    /// The place from an offset to the end of what was read last.
    func place(from start: Int) -> Place {
        let last = tokens[max(position - 1, 0)]
        return Place(start, last.offset + last.length)
    }

    /// Counts one more part, so that neither this reader nor an evaluation goes deeper than its stack.
    mutating func checkSize(depth: Int) throws(ExpressionFault) {
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

    mutating func advance() {
        if position + 1 < tokens.count { position += 1 }
    }
}

// Operators.
extension Parser {
    /// Operands joined by operators that bind tighter than `floor`. Depth counts the levels of the tree around them.
    mutating func operations(above floor: Int, depth: Int) throws(ExpressionFault) -> Node {
        var depth = depth
        let start = current.offset
        var left = try operand(above: floor, depth: depth)
        while let (sign, length) = currentOperator, sign.precedence > floor {
            depth += 1
            for _ in 0..<length { advance() }
            let right = try operations(above: sign.precedence, depth: depth)
            left = Node(.operation(sign, left, right), place(from: start))
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
            case "not" where token(after: 1).lowercasedWord == "in": (.isNotIn, 2)
            default: nil
            }
        default: nil
        }
    }

    private mutating func operand(above floor: Int, depth: Int) throws(ExpressionFault) -> Node {
        try checkSize(depth: depth)
        let start = current.offset
        if current.isSymbol("-") {
            advance()
            let inner = try operand(above: Operator.power.precedence, depth: depth + 1)
            return Node(.negated(inner), place(from: start))
        }
        if current.lowercasedWord == "not", floor < Operator.precedenceOfNot {
            advance()
            let inner = try operations(above: Operator.precedenceOfNot - 1, depth: depth + 1)
            return Node(.not(inner), place(from: start))
        }
        return try postfix(depth: depth)
    }
}

// Properties and indexes.
extension Parser {
    private mutating func postfix(depth: Int) throws(ExpressionFault) -> Node {
        var depth = depth
        let start = current.offset
        var node = try primary(depth: depth)
        while current.isSymbol(".") || current.isSymbol("[") {
            depth += 1
            try checkSize(depth: depth)
            let form = current.isSymbol(".") ? try property(of: node) : try index(of: node, depth: depth)
            node = Node(form, place(from: start))
        }
        return node
    }

    private mutating func property(of node: Node) throws(ExpressionFault) -> Node.Form {
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

    private mutating func index(of node: Node, depth: Int) throws(ExpressionFault) -> Node.Form {
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

// Faults.
extension Parser {
    mutating func expect(_ symbol: String) throws(ExpressionFault) {
        guard current.isSymbol(symbol) else { throw unexpected(symbol) }
        advance()
    }

    func unexpected(_ wanted: String) -> ExpressionFault {
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
        return fault(
            "expected \(wanted), found \(found)", at: current, suggestion: current.isSymbol("=>") ? ">=" : nil)
    }

    func fault(_ message: String, at token: Token, suggestion: String? = nil) -> ExpressionFault {
        ExpressionFault(message, offset: token.offset, length: token.length, suggestion: suggestion)
    }

    /// Notes a name that the scope must give.
    mutating func note(_ name: String, at token: Token) {
        references.append(Reference(root: name, offset: token.offset, length: token.length))
    }
}
