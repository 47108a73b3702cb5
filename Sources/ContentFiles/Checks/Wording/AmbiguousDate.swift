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
    /// Where two numbers of up to 12 stand with a year behind them, or with a slash between them and a zero before one:
    /// 1/2 is mostly a half.
    fileprivate var ambiguousDate: Int? {
        let source = String(String.UnicodeScalarView(wording.scalars))
        guard source.contains(where: \.isNumber) else { return nil }
        let dates = source.matches(of: /(?:^|[^\d\/.-])(\d{1,2})([\/.-])(\d{1,2})(?:([\/.-])(\d{4}|\d{2}))?(?![\d\/])/)
        for date in dates where date.5 == nil || date.4 == date.2 {
            guard let first = Int(date.1), let second = Int(date.3), first != second, (1...12).contains(first),
                (1...12).contains(second)
            else { continue }
            let isDate = date.5 != nil || (date.2 == "/" && (date.1.first == "0" || date.3.first == "0"))
            if isDate { return source.unicodeScalars.distance(from: source.startIndex, to: date.1.startIndex) }
        }
        return nil
    }
}
