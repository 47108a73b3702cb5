extension PluralRule {
    /// Reads what a header says after `Plural-Forms:`.
    package init(header: String) throws(PluralRuleFault) {
        var fields: [String: Substring] = [:]
        for part in header.split(separator: ";") {
            guard let sign = part.firstIndex(of: "=") else { continue }
            let name = part[..<sign].filter { !$0.isWhitespace }
            fields[name] = part[part.index(after: sign)...]
        }
        guard let forms = fields["nplurals"].flatMap({ Int($0.filter { !$0.isWhitespace }) }),
            let formula = fields["plural"]
        else { throw PluralRuleFault("a plural rule is written 'nplurals=2; plural=(n != 1);'") }
        try self.init(forms: forms, formula: String(formula.drop(while: \.isWhitespace)))
    }

    /// The rule as a header states it after `Plural-Forms:`.
    package var header: String { "nplurals=\(forms); plural=\(formula);" }
}
