/// Cuts an expression's source into tokens.
struct Lexer {
    private let source: [Character]
    private var position = 0

    init(_ source: [Character]) {
        self.source = source
    }

    static func tokens(of source: [Character]) throws(ExpressionFault) -> [Token] {
        var lexer = Lexer(source)
        var tokens: [Token] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private mutating func next() throws(ExpressionFault) -> Token {
        while let character = current, character.isWhitespace { position += 1 }
        guard let character = current else { return Token(kind: .end, offset: position, length: 0) }
        if character.isASCIIDigit { return try numberOrDate() }
        if character == "\"" || character == "'" { return try text(quote: character) }
        if character.startsName { return word() }
        return try symbol(character)
    }

    private var current: Character? { position < source.count ? source[position] : nil }

    private func character(at offset: Int) -> Character? {
        position + offset < source.count ? source[position + offset] : nil
    }

    private mutating func take(_ kind: Token.Kind, length: Int) -> Token {
        defer { position += length }
        return Token(kind: kind, offset: position, length: length)
    }

    private func run(from start: Int, while matches: (Character) -> Bool) -> Int {
        source[start...].prefix(while: matches).count
    }

    private mutating func word() -> Token {
        let length = run(from: position) { $0.continuesName }
        return take(.word(String(source[position..<position + length])), length: length)
    }
}

// Numbers and dates.
extension Lexer {
    private mutating func numberOrDate() throws(ExpressionFault) -> Token {
        let digits = run(from: position) { $0.isASCIIDigit }
        if digits == 4, let token = try calendarToken() { return token }
        var length = digits
        if character(at: digits) == ".", character(at: digits + 1)?.isASCIIDigit == true {
            length += 1 + run(from: position + digits + 1) { $0.isASCIIDigit }
        }
        return take(.number(String(source[position..<position + length])), length: length)
    }

    /// A month or date literal: four digits, a hyphen and two digits with no space between, as people write a month.
    /// The field would subtract here; a subtraction of two literal numbers without spaces is never meant.
    private mutating func calendarToken() throws(ExpressionFault) -> Token? {
        guard let year = digits(at: 0, count: 4), let month = hyphenedDigits(at: 4) else { return nil }
        if let day = hyphenedDigits(at: 7) {
            guard let date = CalendarDate(year: year, month: month, day: day) else { throw noSuchDate(length: 10) }
            return take(.date(date), length: 10)
        }
        guard let month = CalendarMonth(year: year, month: month) else { throw noSuchDate(length: 7) }
        return take(.month(month), length: 7)
    }

    private func hyphenedDigits(at offset: Int) -> Int? {
        guard character(at: offset) == "-", character(at: offset + 3)?.continuesNumber != true else { return nil }
        return digits(at: offset + 1, count: 2)
    }

    private func digits(at offset: Int, count: Int) -> Int? {
        guard position + offset + count <= source.count else { return nil }
        let slice = source[position + offset..<position + offset + count]
        return slice.allSatisfy(\.isASCIIDigit) ? Int(String(slice)) : nil
    }

    private func noSuchDate(length: Int) -> ExpressionFault {
        let written = String(source[position..<position + length])
        return ExpressionFault(
            "the calendar has no \(written)",
            offset: position,
            length: length,
            suggestion: written.split(separator: "-").joined(separator: " - ")
        )
    }
}

// Texts.
extension Lexer {
    private mutating func text(quote: Character) throws(ExpressionFault) -> Token {
        var end = position + 1
        while end < source.count, source[end] != quote { end += source[end] == "\\" ? 2 : 1 }
        guard end < source.count else {
            let length = source.count - position
            throw ExpressionFault("the text is not closed with \(quote)", offset: position, length: length)
        }
        let raw = source[position + 1..<end]
        return take(.text(Lexer.unescaped(raw) ?? String(raw)), length: end + 1 - position)
    }

    /// The text with Go's escapes undone, or nil when one is unknown: then the field takes the whole text as it is.
    private static func unescaped(_ raw: ArraySlice<Character>) -> String? {
        var result = ""
        var rest = raw
        while let character = rest.popFirst() {
            guard character == "\\" else {
                result.append(character)
                continue
            }
            guard let letter = rest.popFirst(), let escaped = escape(letter, &rest) else { return nil }
            result.append(escaped)
        }
        return result
    }

    private static func escape(_ letter: Character, _ rest: inout ArraySlice<Character>) -> Character? {
        switch letter {
        case "n": "\n"
        case "t": "\t"
        case "r": "\r"
        case "\\", "\"", "'": letter
        case "u": scalar(digits: 4, &rest)
        case "U": scalar(digits: 8, &rest)
        default: nil
        }
    }

    private static func scalar(digits: Int, _ rest: inout ArraySlice<Character>) -> Character? {
        let code = rest.prefix(digits)
        guard code.count == digits, code.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        rest.removeFirst(digits)
        return UInt32(String(code), radix: 16).flatMap(Unicode.Scalar.init).map(Character.init)
    }
}

// Operators and brackets.
extension Lexer {
    private static let pairs: Set<String> = ["==", "!=", "<=", ">=", "=>"]
    private static let singles: Set<Character> = [
        "=", "<", ">", "+", "-", "*", "/", "^", "&", "(", ")", "[", "]", ",", ".",
    ]

    private mutating func symbol(_ first: Character) throws(ExpressionFault) -> Token {
        if let second = character(at: 1), Lexer.pairs.contains(String([first, second])) {
            return take(.symbol(first == "=" && second == "=" ? "=" : String([first, second])), length: 2)
        }
        if Lexer.singles.contains(first) { return take(.symbol(String(first)), length: 1) }
        throw ExpressionFault(
            "\(first) means nothing here",
            offset: position,
            length: 1,
            suggestion: Lexer.fieldWord(for: first, then: character(at: 1))
        )
    }

    /// What to write for signs other languages use.
    private static func fieldWord(for first: Character, then second: Character?) -> String? {
        switch (first, second) {
        case ("!", _): "not"
        case ("|", "|"): "or"
        case ("%", _): "mod(a, b)"
        case ("“", _), ("”", _), ("„", _): "\""
        case ("‘", _), ("’", _): "'"
        case ("≤", _): "<="
        case ("≥", _): ">="
        case ("≠", _): "!="
        case ("×", _): "*"
        case ("÷", _): "/"
        case ("（", _): "("
        case ("）", _): ")"
        case ("，", _): ","
        default: nil
        }
    }
}

extension Character {
    var isASCIIDigit: Bool { "0" <= self && self <= "9" && isASCII }
    var startsName: Bool { isLetter || self == "_" }
    var continuesName: Bool { startsName || isASCIIDigit || isNumber }
    fileprivate var continuesNumber: Bool { continuesName || self == "." }
}
