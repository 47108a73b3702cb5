/// A day of the proleptic Gregorian calendar, without a time or a place.
package struct CalendarDate: Hashable, Comparable, Sendable {
    /// Years this library reads and computes; what falls outside is an error, not a date.
    package static let years = 1...9999

    /// 1 to 9999.
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to the month's last day.
    package let day: Int

    /// The day, or nil when the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard let days = CalendarMonth(year: year, month: month)?.numberOfDays, (1...days).contains(day) else {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    private init(validYear year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Days since 1970-01-01, which is 0. Years are counted from March so that the leap day comes last.
    package var daysSinceEpoch: Int {
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = (month + 9) % 12
        let yearStart = 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400
        return yearStart + (153 * marchMonth + 2) / 5 + day - 1 - CalendarDate.daysToEpoch
    }

    /// The day that many days after 1970-01-01, or nil outside ``years``.
    package init?(daysSinceEpoch days: Int) {
        guard CalendarDate.supportedDays.contains(days) else { return nil }
        let fromMarchOfYearZero = days + CalendarDate.daysToEpoch
        let era = fromMarchOfYearZero / 146_097
        let dayOfEra = fromMarchOfYearZero % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        self.init(
            validYear: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * marchMonth + 2) / 5 + 1
        )
    }

    /// The month this day is in.
    package var calendarMonth: CalendarMonth { CalendarMonth(of: self) }

    /// 0 for Sunday to 6 for Saturday, as the field's `weekday` counts.
    package var weekday: Int { (daysSinceEpoch % 7 + 11) % 7 }

    /// The day so many days later (or earlier), or nil outside ``years``.
    package func adding(days: Int) -> CalendarDate? {
        let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
        return overflow ? nil : CalendarDate(daysSinceEpoch: sum)
    }

    /// The same day so many months later; the month's last day where it is shorter. Nil outside ``years``.
    package func adding(months: Int) -> CalendarDate? {
        guard let target = calendarMonth.adding(months: months) else { return nil }
        return CalendarDate(validYear: target.year, month: target.month, day: min(day, target.numberOfDays))
    }

    /// Whole months from this day to `other`, negative when `other` is earlier.
    /// A month is complete when its day of the month is reached, or the month's last day where that day does not exist.
    package func months(to other: CalendarDate) -> Int {
        if other < self { return -other.months(to: self) }
        let months = calendarMonth.months(to: other.calendarMonth)
        return other.day >= min(day, other.calendarMonth.numberOfDays) ? months : months - 1
    }

    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// 1970-01-01.
    static let epoch = CalendarDate(validYear: 1970, month: 1, day: 1)

    /// Days from 1 March of year 0 to 1970-01-01.
    private static let daysToEpoch = 719_468
    /// 0001-01-01 to 9999-12-31.
    private static let supportedDays = -719_162...2_932_896
}
