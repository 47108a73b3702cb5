extension CheckRule {
    static let ambiguousDate = CheckRule(
        "ambiguous-date", "T08", .warning, summary: "a date can be read in two ways",
        reason: """
            03/04 is March or April by country. Write the month as a word, or the year first: 2026-03-04.
            """
    ) { context in
        context.versions.compactMap { version in
            guard let offset = version.ambiguousDate else { return nil }
            return Finding(
                "day and month cannot be told apart", at: version.position(at: offset),
                suggestion: "write the month as a word, or 2026-03-04")
        }
    }
}

extension TextVersion {
    /// Where a day and a month stand that could be either.
    fileprivate var ambiguousDate: Int? {
        let scalars = wording.scalars
        var place = 0
        while let start = scalars[place...].firstIndex(where: \.isDigit) {
            place = scalars[start...].firstIndex { !$0.isPartOfDate } ?? scalars.count
            let isWhole = start == 0 || !scalars[start - 1].isPartOfDate
            if isWhole, let date = NumericDate(scalars[start..<place]), date.isAmbiguous { return start }
        }
        return nil
    }
}

/// Two numbers that look like a day and a month, perhaps with a year behind them.
private struct NumericDate {
    private let first: ArraySlice<Unicode.Scalar>
    private let second: ArraySlice<Unicode.Scalar>
    /// The sign between them.
    private let sign: Unicode.Scalar
    private var hasYear = false

    /// - Parameter text: Digits and the signs of dates, nothing of which stands around it.
    init?(_ text: ArraySlice<Unicode.Scalar>) {
        var rest = text
        guard let first = Self.number(&rest, of: 1...2), let sign = rest.popFirst(),
            let second = Self.number(&rest, of: 1...2)
        else { return nil }
        (self.first, self.second, self.sign) = (first, second, sign)
        var behind = rest
        if behind.popFirst() == sign, let year = Self.number(&behind, of: 2...4), year.count != 3, behind.first != "/" {
            hasYear = true
        } else if rest.first == "/" {
            return nil
        }
    }

    /// 1/2 is mostly a half: without a year, only a slash with a zero before one of the numbers makes a date.
    var isAmbiguous: Bool {
        guard let day = Self.value(first), let month = Self.value(second), day != month else { return false }
        guard (1...12).contains(day), (1...12).contains(month) else { return false }
        return hasYear || (sign == "/" && (first.first == "0" || second.first == "0"))
    }

    /// Takes the digits at the beginning; nil where there are more or fewer of them.
    private static func number(
        _ rest: inout ArraySlice<Unicode.Scalar>, of lengths: ClosedRange<Int>
    ) -> ArraySlice<Unicode.Scalar>? {
        let digits = rest.prefix(while: \.isDigit)
        guard lengths.contains(digits.count) else { return nil }
        rest = rest[digits.endIndex...]
        return digits
    }

    private static func value(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
        Int(String(scalars: digits))
    }
}

extension Unicode.Scalar {
    fileprivate var isPartOfDate: Bool { isDigit || self == "/" || self == "." || self == "-" }
}
