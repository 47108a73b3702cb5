/// A month of a year: what people know of most of their dates.
package struct CalendarMonth: Hashable, Comparable, Sendable {
    /// 1 to 9999.
    package let year: Int
    /// 1 to 12.
    package let month: Int

    /// The month, or nil when there is none such.
    package init?(year: Int, month: Int) {
        guard CalendarDate.years.contains(year), (1...12).contains(month) else { return nil }
        (self.year, self.month) = (year, month)
    }

    init(of date: CalendarDate) {
        (year, month) = (date.year, date.month)
    }

    private init(ordinal: Int) {
        (year, month) = (ordinal / 12, ordinal % 12 + 1)
    }

    /// Months since the start of year 0, so that a difference of two is a number of months.
    private var ordinal: Int { year * 12 + month - 1 }

    /// 28 to 31.
    package var numberOfDays: Int {
        switch month {
        case 2: isLeapYear ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The month's first day.
    package var firstDay: CalendarDate? { CalendarDate(year: year, month: month, day: 1) }

    /// The month so many months later (or earlier), or nil outside ``CalendarDate/years``.
    package func adding(months: Int) -> CalendarMonth? {
        let (sum, overflow) = ordinal.addingReportingOverflow(months)
        guard !overflow, sum >= 12, sum < 120_000 else { return nil }
        return CalendarMonth(ordinal: sum)
    }

    /// Months from this one to `other`, negative when `other` is earlier.
    package func months(to other: CalendarMonth) -> Int { other.ordinal - ordinal }

    package static func < (left: CalendarMonth, right: CalendarMonth) -> Bool { left.ordinal < right.ordinal }

    private var isLeapYear: Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
}
