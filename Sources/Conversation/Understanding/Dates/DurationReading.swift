import Expressions

/// Reads lengths of time in years and months: `2 years`, `18 months`, `1年6个月`, `half a year`.
enum DurationReading {
    /// A century: longer times are slips.
    private static let mostMonths = 1_200

    static func span(_ folded: String, numbers: NumberReading) -> Span? {
        TimeAmount(folded, numbers: numbers).flatMap(span)
    }

    /// The span of an amount, nil where it is no whole number of months.
    static func span(_ amount: TimeAmount) -> Span? {
        guard let months = amount.whole(in: .months), months <= mostMonths else { return nil }
        return Span(months: months)
    }
}
