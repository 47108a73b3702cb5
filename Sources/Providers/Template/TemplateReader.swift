/// Reads a text with `${path | filter(arguments)}` holes.
package struct TemplateReader {
    private let vocabulary: Vocabulary
    private let writing: Writing
    private let characters: [Character]
    private var place = 0

    /// The template of a text.
    ///
    /// - Parameter writing: How values are written into the text around them.
    package static func read(
        _ text: String, _ vocabulary: Vocabulary, writing: Writing = .plain
    ) throws(TemplateFault) -> Template {
        guard text.contains("${") else { return .constant(.text(text)) }
        var reader = TemplateReader(vocabulary: vocabulary, writing: writing, text: text)
        return try reader.template()
    }

    /// The template of a path alone, as lists of fields name them.
    package static func readPath(_ text: String, _ vocabulary: Vocabulary) throws(TemplateFault) -> Template {
        var reader = TemplateReader(vocabulary: vocabulary, writing: .plain, text: text)
        let path = try reader.path()
        guard reader.next == nil else { throw reader.fault("a path ends here, but the text goes on") }
        return path
    }

    private init(vocabulary: Vocabulary, writing: Writing, text: String) {
        self.vocabulary = vocabulary
        self.writing = writing
        characters = Array(text)
    }

    private var next: Character? { place < characters.count ? characters[place] : nil }
    private var second: Character? { place + 1 < characters.count ? characters[place + 1] : nil }

    private func fault(_ message: String) -> TemplateFault { TemplateFault("template", message, at: place) }

    private mutating func skipSpace() {
        while next?.isWhitespace == true { place += 1 }
    }

    private mutating func take(_ character: Character) -> Bool {
        skipSpace()
        guard next == character else { return false }
        place += 1
        return true
    }

    private mutating func template() throws(TemplateFault) -> Template {
        var parts: [Template] = []
        var literal = ""
        while let character = next {
            guard character == "$", second == "{" else {
                literal.append(character)
                place += 1
                continue
            }
            if !literal.isEmpty { parts.append(.constant(.text(literal))) }
            literal = ""
            parts.append(try hole())
        }
        if !literal.isEmpty { parts.append(.constant(.text(literal))) }
        return parts.count == 1 ? parts[0] : .joined(parts)
    }

    private mutating func hole() throws(TemplateFault) -> Template {
        let isFirst = place == 0
        place += 2
        skipSpace()
        var template = try path()
        var last: Filter?
        while take("|") {
            skipSpace()
            let filter = try filter()
            template = .filtered(template, filter)
            last = filter
        }
        guard take("}") else { throw fault("'${' needs a '}', and before it a path and filters") }
        return writing.filter(after: last, isFirst: isFirst).map { .filtered(template, $0) } ?? template
    }

    private mutating func filter() throws(TemplateFault) -> Filter {
        let start = place
        let name = word()
        var arguments: [Template] = []
        if take("("), !take(")") {
            repeat { arguments.append(try argument()) } while take(",")
            guard take(")") else { throw fault("the arguments of '\(name)' need a ')'") }
        }
        do throws(FilterFault) {
            return try Filter(name, arguments)
        } catch {
            throw TemplateFault(error, at: start)
        }
    }

    private mutating func argument() throws(TemplateFault) -> Template {
        skipSpace()
        if next == "'" { return .constant(.text(try quoted())) }
        let start = place
        let text = word()
        let isDescent = next == "/" && second == "/"
        if text.isEmpty, next != ".", next != "^", !isDescent { throw fault("an argument is missing") }
        // A word alone is a constant; a path has a point, a bracket or two slashes.
        guard next == "." || next == "^" || next == "[" || isDescent else { return .constant(.text(text)) }
        place = start
        return try path()
    }

    private mutating func quoted() throws(TemplateFault) -> String {
        place += 1
        var text = ""
        while let character = next, character != "'" {
            place += 1
            guard character == "\\", let escaped = next else {
                text.append(character)
                continue
            }
            text.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
            place += 1
        }
        guard next == "'" else { throw fault("a quoted text needs a closing '") }
        place += 1
        return text
    }

    /// Letters, digits, `_` and `-`.
    private mutating func word() -> String {
        let start = place
        while let character = next, character.isLetter || character.isNumber || character == "_" || character == "-" {
            place += 1
        }
        return String(characters[start..<place])
    }

    private mutating func path() throws(TemplateFault) -> Template {
        let start = place
        var words: [String] = []
        if next == "^", second == "." {
            words = [Vocabulary.Root.whole.rawValue]
            place += 1
        } else if next == "." || next == "/" {
            words = [Vocabulary.Root.payload.rawValue]
        } else {
            words = [word()]
        }
        var steps: [Path.Step] = []
        while let step = try step() { steps.append(step) }
        for case .key(let name) in steps.prefix(1) { words.append(name) }
        let (root, used) = try vocabulary.resolve(words, at: start)
        let source = String(characters[start..<place])
        return .path(Path(root: root, steps: Array(steps.dropFirst(used - 1)), source: source))
    }

    /// The next step into a value; nil where the path ends.
    private mutating func step() throws(TemplateFault) -> Path.Step? {
        switch next {
        case "[":
            guard second == "]" else { throw fault("'[' here needs a ']'; a computed name is written '.[path]'") }
            place += 2
            return .wrap
        case "/":
            guard second == "/" else { return nil }
            place += 2
            let name = fieldName()
            guard !name.isEmpty else { throw fault("'//' needs a name") }
            return .descend(name)
        case ".":
            place += 1
            return try stepAfterPoint()
        default: return nil
        }
    }

    /// What follows a point; nil for the point that is the payload itself.
    private mutating func stepAfterPoint() throws(TemplateFault) -> Path.Step? {
        switch next {
        case "[":
            if second == "]" {
                place += 2
                return .wrap
            }
            place += 1
            let named = try path()
            guard take("]") else { throw fault("'.[' needs a ']'") }
            return .named(named)
        case "*":
            place += 1
            return .every
        default:
            let name = fieldName()
            if name.isEmpty { return nil }
            if next == "#" {
                guard vocabulary.isCounting else { throw fault("'#' is the number of a repetition '{count, as}'") }
                place += 1
                return .numbered(name)
            }
            return Int(name).map { .index($0) } ?? .key(name)
        }
    }

    /// A word, with `@` before it for an attribute and `[text]` after it when the field's own name has brackets; empty
    /// for the payload itself.
    private mutating func fieldName() -> String {
        if next == "@" {
            place += 1
            return "@" + word()
        }
        let name = word()
        guard !name.isEmpty, next == "[", second != "]", let close = characters[place...].firstIndex(of: "]") else {
            return name
        }
        let bracket = String(characters[place...close])
        place = close + 1
        return name + bracket
    }
}

extension TemplateFault {
    fileprivate init(_ fault: FilterFault, at offset: Int) {
        switch fault {
        case .unknown(let name, let known):
            self.init("unknown-filter", "there is no filter '\(name)'", at: offset, name: name, known: known)
        case .argumentCount(let name, let expected, let found):
            let counts =
                expected.count == 1 ? "\(expected.lowerBound)" : "\(expected.lowerBound) to \(expected.upperBound)"
            self.init("filter-arguments", "the filter '\(name)' takes \(counts) arguments, not \(found)", at: offset)
        case .argument(let name, let expected):
            self.init("filter-arguments", "the filter '\(name)' needs \(expected)", at: offset)
        }
    }
}
