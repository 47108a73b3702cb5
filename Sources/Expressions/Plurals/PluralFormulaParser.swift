/// Reads the formula of a plural rule.
struct PluralFormulaParser {
    /// Deeper formulas are no plural rules, and reading them would use up the stack.
    private static let deepest = 60
    /// No rule is near as long.
    private static let longest = 2_000

    private let source: [UInt8]
    private var place = 0
    private var depth = 0

    init(_ source: String) {
        self.source = source.utf8.filter { $0 != UInt8(ascii: " ") && !(9...13).contains($0) }
    }

    /// The whole source as one formula.
    mutating func formula() throws(PluralRuleFault) -> PluralFormula {
        guard source.count <= Self.longest else { throw PluralRuleFault("the formula is too long") }
        let formula = try choice()
        guard place == source.count else { throw unexpected() }
        return formula
    }

    private mutating func choice() throws(PluralRuleFault) -> PluralFormula {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw PluralRuleFault("the formula is nested too deeply") }
        let test = try operations(from: 1)
        guard take("?") else { return test }
        let yes = try choice()
        guard take(":") else { throw unexpected() }
        return .choice(test, yes, try choice())
    }

    private mutating func operations(from level: Int) throws(PluralRuleFault) -> PluralFormula {
        var left = try value()
        while let sign = PluralFormula.Sign.allCases.first(where: { starts(with: $0.rawValue) }), sign.level >= level {
            _ = take(sign.rawValue)
            left = .operation(sign, left, try operations(from: sign.level + 1))
        }
        return left
    }

    private mutating func value() throws(PluralRuleFault) -> PluralFormula {
        if take("n") { return .count }
        if take("(") {
            let inner = try choice()
            guard take(")") else { throw unexpected() }
            return inner
        }
        if take("!") {
            depth += 1
            defer { depth -= 1 }
            guard depth <= Self.deepest else { throw PluralRuleFault("the formula is nested too deeply") }
            return .not(try value())
        }
        let digits = source[place...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let number = UInt64(String(decoding: digits, as: UTF8.self)) else { throw unexpected() }
        place += digits.count
        return .number(number)
    }

    private func starts(with sign: String) -> Bool { source[place...].starts(with: sign.utf8) }

    private mutating func take(_ sign: String) -> Bool {
        guard starts(with: sign) else { return false }
        place += sign.utf8.count
        return true
    }

    private func unexpected() -> PluralRuleFault {
        let rest = String(decoding: source[place...].prefix(12), as: UTF8.self)
        return PluralRuleFault(rest.isEmpty ? "the formula is cut off" : "the formula cannot be read from '\(rest)' on")
    }
}
