package import FoundationEssentials

/// How many plural forms a language has and which of them a count takes, as a gettext header states it:
/// `nplurals=2; plural=(n != 1);`.
///
/// Format: GNU gettext manual, "Additional functions for plural forms".
package struct PluralRule: Hashable, Sendable {
    /// How many forms there are, from 1.
    package let forms: Int
    /// The formula as it was written, without `plural=`.
    package let formula: String
    private let tree: PluralFormula

    /// Counts up to this one are tried when a rule is read, as `msgfmt --check` does.
    private static let lastTried: UInt64 = 1_000
    /// From here on only the last six digits of a count are looked at; no language looks at more.
    private static let period: UInt64 = 1_000_000

    /// - Parameters:
    ///   - forms: How many forms there are.
    ///   - formula: A C expression in `n` that gives the place of a form, from 0.
    package init(forms: Int, formula: String) throws(PluralRuleFault) {
        guard (1...20).contains(forms) else { throw PluralRuleFault("there can be 1 to 20 forms, not \(forms)") }
        var parser = PluralFormulaParser(formula)
        let tree = try parser.formula()
        for count in 0...Self.lastTried where tree.value(count) >= UInt64(forms) {
            throw PluralRuleFault("the formula gives form \(tree.value(count)) for \(count), but there are \(forms)")
        }
        self.init(forms: forms, formula: formula, tree: tree)
    }

    init(forms: Int, formula: String, tree: PluralFormula) {
        (self.forms, self.formula, self.tree) = (forms, formula, tree)
    }

    /// The place of the form for a whole count, from 0.
    package func form(of count: UInt64) -> Int {
        let looked = count < Self.period ? count : Self.period + count % Self.period
        let place = tree.value(looked)
        return place < UInt64(forms) ? Int(place) : 0
    }

    /// The place of the form for any number: that of its size without the sign; a fraction takes the last form.
    package func form(of number: Decimal) -> Int {
        number.whole.map { form(of: UInt64($0.magnitude)) } ?? forms - 1
    }

    package static func == (left: PluralRule, right: PluralRule) -> Bool {
        (left.forms, left.formula) == (right.forms, right.formula)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(forms)
        hasher.combine(formula)
    }
}

/// Why a plural rule cannot be used.
package struct PluralRuleFault: Error, Hashable, Sendable {
    /// One sentence, without the place.
    package let message: String

    init(_ message: String) {
        self.message = message
    }
}
