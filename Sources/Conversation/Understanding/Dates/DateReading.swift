import Expressions

/// Reads days and months as people type them, in the languages, orders and scripts workers use.
///
/// A year that was not said gives a day or a month in each year there can be, so that the bounds of the question decide.
struct DateReading {
    /// The day it is for the person: `last month` and `去年` count from it.
    let today: CalendarDate
    /// The years the question allows, where it bounds them on both sides: a date without a year is in one of them.
    let years: ClosedRange<Int>?
    let numbers: NumberReading

    /// A date without a year is not searched for over more years than this.
    private static let mostYears = 3
    private static let plausible = 1900...2100

    /// `2026-03`, `202603`, `2026年3月`, `03/2026`, `March 2026`, `last month`, `去年三月`, `2 months ago`; also the month
    /// of a full date.
    func months(_ folded: String) -> [CalendarMonth] {
        if let ago = AgoReading(folded, numbers: numbers) { return ago.month(before: today).map { [$0] } ?? [] }
        guard let parts = DateWords.parts(folded) else { return [] }
        if case .number(let number, digits: 6) = parts.first, parts.count == 1, Self.plausible.contains(number / 100) {
            return CalendarMonth(year: number / 100, month: number % 100).map { [$0] } ?? []
        }
        if let months = fields(parts, hasDay: false)?.months, !months.isEmpty { return months }
        return dates(folded).map(\.calendarMonth)
    }

    /// `2026-03-15`, `20260315`, `2026年3月15日`, `15 March 2026`, `15/03/2026`, `yesterday`, `3 days ago`; none for an
    /// order that could be two days.
    func dates(_ folded: String) -> [CalendarDate] {
        if let ago = AgoReading(folded, numbers: numbers) { return ago.day(before: today).map { [$0] } ?? [] }
        guard let parts = DateWords.parts(folded) else { return [] }
        let weekdays = parts.compactMap(\.weekday)
        let rest = parts.filter { $0.weekday == nil }
        guard weekdays.count <= 1 else { return [] }
        return days(rest).filter { day in weekdays.allSatisfy { $0 == day.weekday } }
    }

    private func days(_ parts: [DatePart]) -> [CalendarDate] {
        if parts.count == 1, case .daysFromNow(let days) = parts[0] {
            return today.adding(days: days).map { [$0] } ?? []
        }
        if parts.count == 1, case .number(let number, digits: 8) = parts[0], Self.plausible.contains(number / 10_000) {
            return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100).map { [$0] } ?? []
        }
        return fields(parts, hasDay: true)?.days ?? []
    }

    private func fields(_ parts: [DatePart], hasDay: Bool) -> DateFields? {
        var fields = DateFields(hasDay: hasDay)
        for part in parts {
            guard fields.take(part, today: today, plausible: Self.plausible) else { return nil }
        }
        guard fields.placeLoose(plausible: Self.plausible) else { return nil }
        if fields.years.isEmpty, let years, years.count <= Self.mostYears { fields.years = Array(years) }
        return fields
    }
}

extension DatePart {
    fileprivate var weekday: Int? {
        if case .weekday(let day) = self { day } else { nil }
    }
}
