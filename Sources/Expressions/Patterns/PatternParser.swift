/// Reads a regular expression's source.
struct PatternParser {
    private let source: [Unicode.Scalar]
    private var position = 0
    private var ignoresCase = true
    private var seesLines = true
    private var dotTakesLineEnd = false
    private var isLazyByDefault = false
    private(set) var groupCount = 1

    init(_ source: String) {
        self.source = Array(source.unicodeScalars)
    }

    mutating func parse() throws(EvaluationFault) -> PatternTree {
        let tree = try choice(depth: 0)
        guard position == source.count else { throw fault("a ) has no (") }
        return tree
    }

    private var current: Unicode.Scalar? { position < source.count ? source[position] : nil }

    private func fault(_ reason: String) -> EvaluationFault {
        EvaluationFault("the text is no pattern: \(reason)")
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard current == sign else { return false }
        position += 1
        return true
    }

    private mutating func next(_ missing: String) throws(EvaluationFault) -> Unicode.Scalar {
        guard let scalar = current else { throw fault(missing) }
        position += 1
        return scalar
    }

    private mutating func choice(depth: Int) throws(EvaluationFault) -> PatternTree {
        guard depth < Pattern.deepest else { throw fault("its groups are too deep") }
        var ways = [try sequence(depth: depth)]
        while take("|") { ways.append(try sequence(depth: depth)) }
        let last = ways.removeLast()
        return ways.reversed().reduce(last) { .choice($1, $0) }
    }

    private mutating func sequence(depth: Int) throws(EvaluationFault) -> PatternTree {
        var parts: [PatternTree] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            guard let part = try atom(depth: depth) else { continue }
            parts.append(try repeated(part))
        }
        return .sequence(parts)
    }
}

// Repetitions.
extension PatternParser {
    private mutating func repeated(_ part: PatternTree) throws(EvaluationFault) -> PatternTree {
        let bounds: (low: Int, high: Int?)
        if take("*") {
            bounds = (0, nil)
        } else if take("+") {
            bounds = (1, nil)
        } else if take("?") {
            bounds = (0, 1)
        } else if let counts = try counts() {
            bounds = counts
        } else {
            return part
        }
        let isLazy = take("?") != isLazyByDefault
        if let again = current, "*+?".unicodeScalars.contains(again) { throw fault("\(again) repeats nothing") }
        return .repeated(part, low: bounds.low, high: bounds.high, isLazy: isLazy)
    }

    /// `{2}`, `{2,}` or `{2,5}`; anything else in braces is a text, as in RE2.
    private mutating func counts() throws(EvaluationFault) -> (low: Int, high: Int?)? {
        let start = position
        guard take("{"), let low = number() else {
            position = start
            return nil
        }
        var high: Int? = low
        if take(",") { high = number() }
        guard take("}") else {
            position = start
            return nil
        }
        guard low <= 1_000, high ?? low <= 1_000, low <= high ?? low else { throw fault("its counts are wrong") }
        return (low, high)
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let scalar = current, ("0"..."9").contains(scalar), digits.utf8.count < 5 {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        return Int(digits)
    }
}

// Groups and single places.
extension PatternParser {
    /// One part; nil for what only sets a mode.
    private mutating func atom(depth: Int) throws(EvaluationFault) -> PatternTree? {
        let scalar = try next("it ends too early")
        switch scalar {
        case "(": return try group(depth: depth)
        case "[": return .one(try set())
        case ".": return .one(dotTakesLineEnd ? ScalarSet(items: [.range(0...0x10_FFFF)]) : .anyButLineEnd)
        case "^": return .place(seesLines ? .lineStart : .textStart)
        case "$": return .place(seesLines ? .lineEnd : .textEnd)
        case "\\": return try escape()
        case "*", "+", "?": throw fault("\(scalar) repeats nothing")
        default: return .one(single(scalar))
        }
    }

    private func single(_ scalar: Unicode.Scalar) -> ScalarSet {
        ScalarSet(items: [.range(scalar.value...scalar.value)], ignoresCase: ignoresCase)
    }

    private mutating func group(depth: Int) throws(EvaluationFault) -> PatternTree? {
        let modes = (ignoresCase, seesLines, dotTakesLineEnd, isLazyByDefault)
        var number: Int?
        if take("?") {
            if take("P") || current == "<" {
                try groupName()
                number = groupCount
            } else if try !modesAreGroup() {
                return nil
            }
        } else {
            number = groupCount
        }
        if number != nil { groupCount += 1 }
        let inner = try choice(depth: depth + 1)
        guard take(")") else { throw fault("a ( is not closed") }
        (ignoresCase, seesLines, dotTakesLineEnd, isLazyByDefault) = modes
        return number.map { .group(inner, $0) } ?? inner
    }

    private mutating func groupName() throws(EvaluationFault) {
        guard take("<") else { throw fault("a group's name is written (?P<name>...)") }
        while try next("a group's name is not closed") != ">" {}
    }

    /// Reads modes such as `i` or `-i`; true when a group follows, false when they hold for what comes next.
    private mutating func modesAreGroup() throws(EvaluationFault) -> Bool {
        var isOn = true
        while true {
            switch try next("a ( is not closed") {
            case "-": isOn = false
            case "i": ignoresCase = isOn
            case "m": seesLines = isOn
            case "s": dotTakesLineEnd = isOn
            case "U": isLazyByDefault = isOn
            case ":": return true
            case ")": return false
            default: throw fault("(? is followed by no mode")
            }
        }
    }

    private mutating func escape() throws(EvaluationFault) -> PatternTree {
        switch current {
        case "A": return place(.textStart)
        case "z": return place(.textEnd)
        case "b": return place(.wordBoundary)
        case "B": return place(.noWordBoundary)
        default: return .one(ScalarSet(items: try escapedItems(), ignoresCase: ignoresCase))
        }
    }

    private mutating func place(_ assertion: Pattern.Assertion) -> PatternTree {
        position += 1
        return .place(assertion)
    }
}

// Classes.
extension PatternParser {
    private mutating func escapedItems() throws(EvaluationFault) -> [ScalarSet.Item] {
        let letter = try next("it ends with \\")
        switch letter {
        case "d": return ScalarSet.digits
        case "D": return [.not(ScalarSet.digits)]
        case "w": return ScalarSet.wordParts
        case "W": return [.not(ScalarSet.wordParts)]
        case "s": return ScalarSet.spaces
        case "S": return [.not(ScalarSet.spaces)]
        case "p": return [try category()]
        case "P": return [.not([try category()])]
        case "n": return [.range(0x0A...0x0A)]
        case "r": return [.range(0x0D...0x0D)]
        case "t": return [.range(0x09...0x09)]
        case "x": return try hexadecimal()
        case "a"..."z", "A"..."Z", "0"..."9": throw fault("\\\(letter) means nothing")
        default: return [.range(letter.value...letter.value)]
        }
    }

    private mutating func category() throws(EvaluationFault) -> ScalarSet.Item {
        var name = String(Character(try next("\\p needs a category")))
        if name == "{" {
            name = ""
            while let scalar = current, scalar != "}" {
                name.unicodeScalars.append(scalar)
                position += 1
            }
            guard take("}") else { throw fault("\\p{ is not closed") }
        }
        guard Unicode.GeneralCategory.names.contains(name) else { throw fault("there is no category \(name)") }
        return .category(name)
    }

    private mutating func hexadecimal() throws(EvaluationFault) -> [ScalarSet.Item] {
        var digits = ""
        if take("{") {
            while let scalar = current, scalar != "}", digits.utf8.count < 8 {
                digits.unicodeScalars.append(scalar)
                position += 1
            }
            guard take("}") else { throw fault("\\x{ is not closed") }
        } else {
            for _ in 0..<2 { digits.unicodeScalars.append(try next("\\x needs two digits")) }
        }
        guard let code = UInt32(digits, radix: 16), code <= 0x10_FFFF else {
            throw fault("\\x\(digits) is no character")
        }
        return [.range(code...code)]
    }

    /// A class in square brackets; the bracket is read.
    private mutating func set() throws(EvaluationFault) -> ScalarSet {
        var set = ScalarSet(items: [], isNegated: take("^"), ignoresCase: ignoresCase)
        var isFirst = true
        while isFirst || current != "]" {
            isFirst = false
            let items = try setItem()
            guard current == "-", position + 1 < source.count, source[position + 1] != "]" else {
                set.items += items
                continue
            }
            position += 1
            guard case .range(let low) = items[0], case .range(let high) = try setItem()[0],
                low.lowerBound <= high.upperBound
            else { throw fault("a range in [] is the wrong way round") }
            set.items.append(.range(low.lowerBound...high.upperBound))
        }
        position += 1
        return set
    }

    private mutating func setItem() throws(EvaluationFault) -> [ScalarSet.Item] {
        let scalar = try next("a [ is not closed")
        return scalar == "\\" ? try escapedItems() : [.range(scalar.value...scalar.value)]
    }
}
