/// A moment: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
package struct Timestamp: Hashable, Comparable, Sendable, Codable {
    /// Unix milliseconds, UTC.
    package let milliseconds: Int64

    /// The moment so many milliseconds after 1970-01-01T00:00:00Z.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The moment so many seconds later; it stays at the last moment that can be told when there is none later.
    package func adding(seconds: Int64) -> Timestamp {
        let (span, tooLong) = seconds.multipliedReportingOverflow(by: 1_000)
        let (sum, tooLate) = milliseconds.addingReportingOverflow(span)
        guard !tooLong, !tooLate else { return Timestamp(milliseconds: seconds < 0 ? .min : .max) }
        return Timestamp(milliseconds: sum)
    }

    /// The moment so many seconds after `left`.
    package static func + (left: Timestamp, seconds: Int64) -> Timestamp { left.adding(seconds: seconds) }

    /// The moment so many seconds before `left`.
    package static func - (left: Timestamp, seconds: Int64) -> Timestamp {
        left.adding(seconds: seconds == .min ? .max : -seconds)
    }

    /// Seconds from `right` to `left`, rounded down.
    package static func - (left: Timestamp, right: Timestamp) -> Int64 {
        let (span, overflow) = left.milliseconds.subtractingReportingOverflow(right.milliseconds)
        if overflow { return left < right ? .min / 1_000 : .max / 1_000 }
        return span.flooredQuotient(by: 1_000)
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    /// A single number, so that records stay small.
    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes the milliseconds as a single number.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

extension Timestamp {
    /// The day at a place whose clock is `utcOffset` seconds ahead of UTC.
    /// Moments outside ``CalendarDate/years`` count as the first or the last day of them.
    package func date(utcOffset: Int = 0) -> CalendarDate {
        let days = Int(wallSeconds(utcOffset: utcOffset).flooredQuotient(by: 86_400))
        return CalendarDate(daysSinceEpoch: days) ?? (days < 0 ? .earliest : .latest)
    }

    /// The time of day at a place whose clock is `utcOffset` seconds ahead of UTC.
    package func timeOfDay(utcOffset: Int = 0) -> TimeOfDay {
        TimeOfDay(secondsSinceMidnight: Int(wallSeconds(utcOffset: utcOffset).flooredRemainder(by: 86_400)))
    }

    /// The moment a clock `utcOffset` seconds ahead of UTC shows that day and time.
    package init(date: CalendarDate, time: TimeOfDay = .midnight, utcOffset: Int = 0) {
        let seconds = date.daysSinceEpoch * 86_400 + time.secondsSinceMidnight - utcOffset
        self.init(milliseconds: Int64(seconds) * 1_000)
    }

    private func wallSeconds(utcOffset: Int) -> Int64 {
        milliseconds.flooredQuotient(by: 1_000) + Int64(utcOffset)
    }
}

extension CalendarDate {
    fileprivate static let earliest = CalendarDate(daysSinceEpoch: -719_162) ?? .epoch
    fileprivate static let latest = CalendarDate(daysSinceEpoch: 2_932_896) ?? .epoch
}

extension FixedWidthInteger {
    /// Division rounded down, so that moments before 1970 fall in the right day.
    func flooredQuotient(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// What ``flooredQuotient(by:)`` leaves: never negative for a positive divisor.
    func flooredRemainder(by divisor: Self) -> Self {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
