/// A length of time. Months and seconds stay apart because a month has no fixed number of days.
package struct Span: Hashable, Sendable {
    /// Whole months; a year is 12 of them.
    package let months: Int
    /// Seconds beside the months; a day is 86 400 of them.
    package let seconds: Int64

    /// A span of so many months and seconds.
    package init(months: Int = 0, seconds: Int64 = 0) {
        (self.months, self.seconds) = (months, seconds)
    }

    /// The span the other way round.
    package var negated: Span? {
        guard months != .min, seconds != .min else { return nil }
        return Span(months: -months, seconds: -seconds)
    }

    /// Both spans one after the other, or nil when it is longer than can be told.
    package func adding(_ other: Span) -> Span? {
        let (months, tooManyMonths) = months.addingReportingOverflow(other.months)
        let (seconds, tooManySeconds) = seconds.addingReportingOverflow(other.seconds)
        return tooManyMonths || tooManySeconds ? nil : Span(months: months, seconds: seconds)
    }

    /// Which is longer: -1, 0 or 1. Nil when one has months and the other days, which cannot be told.
    package func compared(to other: Span) -> Int? {
        if months == other.months { return (seconds > other.seconds ? 1 : 0) - (seconds < other.seconds ? 1 : 0) }
        guard seconds == other.seconds else { return nil }
        return months < other.months ? -1 : 1
    }
}
