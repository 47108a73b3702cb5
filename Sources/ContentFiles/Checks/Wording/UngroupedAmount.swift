extension CheckRule {
    static let ungroupedAmount = CheckRule(
        "ungrouped-amount", "T07", .warning, summary: "a large amount of money is not grouped",
        reason: """
            Most of the people in one test who could not read took 4,706 for "four, seven, zero, six"; four in twenty read \
            it as an amount. Grouping is the least that helps: 12 500 yuan. Better is a round amount, or none.
            """
    ) { context in
        let most = context.thresholds.digits
        return context.versions.flatMap { version -> [Finding] in
            version.amounts.filter { $0.digits > most }.map { amount in
                Finding(
                    "\(amount.text) is hard to read as an amount", at: version.position(at: amount.offset),
                    suggestion: "group it by thousands, or round it")
            }
        }
    }

    static let comparedAmounts = CheckRule(
        "compared-amounts", "T07", .warning, summary: "a question compares amounts of money",
        reason: """
            People who read numbers digit by digit cannot tell which of two large amounts is more. Ask for the one amount, \
            and let an expression compare it.
            """
    ) { context in
        context.questions.compactMap { version in
            guard let second = version.amounts.dropFirst().first else { return nil }
            return Finding(
                "this question has more than one amount", at: version.position(at: second.offset),
                suggestion: "ask for the amount, and compare it in a branch")
        }
    }
}

/// A number next to a currency.
struct Amount {
    let text: String
    let offset: Int
    /// How many digits stand together.
    let digits: Int
}

extension TextVersion {
    /// The amounts of money in the text.
    var amounts: [Amount] {
        let scalars = wording.scalars
        guard scalars.contains(where: \.isDigit) else { return [] }
        var found: [Amount] = []
        var start = 0
        while let first = scalars[start...].firstIndex(where: \.isDigit) {
            let end = scalars[first...].firstIndex { !($0.isDigit || $0 == "." || $0 == ",") } ?? scalars.count
            if isCurrency(before: first, in: scalars) || isCurrency(after: end, in: scalars) {
                let text = String(scalars: scalars[first..<end])
                let digits = text.split { $0 == "." || $0 == "," }.map(\.count).max() ?? 0
                found.append(Amount(text: text, offset: first, digits: digits))
            }
            start = end
        }
        return found
    }

    private func isCurrency(before place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let before = scalars[..<place].reversed().drop { $0 == " " }
        guard let last = before.first else { return false }
        return last.isCurrencySign || Currency.before[last, default: []].contains { before.starts(with: $0) }
    }

    private func isCurrency(after place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let after = scalars[place...].drop { $0 == " " }
        guard let first = after.first else { return false }
        return first.isCurrencySign || Currency.after[first, default: []].contains { after.starts(with: $0) }
    }
}

extension Unicode.Scalar {
    fileprivate var isCurrencySign: Bool { !isASCII && properties.generalCategory == .currencySymbol || self == "$" }
}

/// What money is called.
private enum Currency {
    /// What stands before an amount, written backwards, by its last scalar.
    static let before = Dictionary(grouping: codes.map { $0.unicodeScalars.reversed() }) { $0[0] }
    /// What stands behind an amount, by its first scalar.
    static let after = Dictionary(grouping: (codes + words).map { Array($0.unicodeScalars) }) { $0[0] }

    private static let codes = [
        "CNY", "RMB", "KES", "KSh", "Ksh", "NGN", "GHS", "ZAR", "TZS", "UGX", "INR", "Rs", "USD", "EUR",
    ]
    private static let words = [
        "yuan", "shilling", "naira", "cedi", "rand", "rupee", "dollar", "euro", "franc", "birr", "taka", "元", "块", "塊",
    ]
}
