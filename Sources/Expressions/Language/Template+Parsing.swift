extension Template {
    /// Reads a text with `${...}` parts. Offsets of faults and references count characters of the whole text.
    package static func parse(_ source: String) throws(ExpressionFault) -> Template {
        guard source.utf8.contains(UInt8(ascii: "$")) else {
            return Template(source: source, parts: source.isEmpty ? [] : [.text(source)])
        }
        var reader = TemplateReader(source: Array(source))
        return Template(source: source, parts: try reader.parts())
    }
}

private struct TemplateReader {
    let source: [Character]
    private var position = 0
    private var text = ""
    private var found: [Template.Part] = []

    init(source: [Character]) {
        self.source = source
    }

    mutating func parts() throws(ExpressionFault) -> [Template.Part] {
        while position < source.count {
            if starts(with: "$${") {
                text += "${"
                position += 3
            } else if starts(with: "${") {
                try readExpression()
            } else {
                text.append(source[position])
                position += 1
            }
        }
        finishText()
        return found
    }

    private func starts(with sign: String) -> Bool { source[position...].starts(with: sign) }

    private mutating func finishText() {
        if !text.isEmpty { found.append(.text(text)) }
        text = ""
    }

    private mutating func readExpression() throws(ExpressionFault) {
        guard let end = closingBrace(from: position + 2) else {
            throw ExpressionFault("${ is not closed with }", offset: position, length: 2, suggestion: "$${")
        }
        let start = position + 2
        let expression: Expression
        do {
            expression = try Expression.parse(String(source[start..<end]))
        } catch {
            throw error.moved(by: start)
        }
        finishText()
        found.append(.expression(expression, offset: start))
        position = end + 1
    }

    /// The brace that ends the expression; braces inside quoted texts do not.
    private func closingBrace(from start: Int) -> Int? {
        var quote: Character?
        var index = start
        while index < source.count {
            let character = source[index]
            if let open = quote {
                if character == "\\" { index += 1 } else if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "}" {
                return index
            }
            index += 1
        }
        return nil
    }
}
