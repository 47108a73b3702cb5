import Expressions
import TestSupport
import Testing

struct CalendarTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-03-15", 20_527), ("0001-01-01", -719_162),
        ("9999-12-31", 2_932_896),
    ])
    func `days are counted from the epoch`(iso: String, days: Int) {
        #expect(date(iso).daysSinceEpoch == days)
        #expect(CalendarDate(daysSinceEpoch: days)?.iso == iso)
    }

    @Test func `counting the calendar day by day gives the same days as the formula`() {
        var (year, month, day, mistakes) = (1, 1, 1, 0)
        for count in -719_162...2_932_896 {
            let date = CalendarDate(daysSinceEpoch: count)
            if date?.year != year || date?.month != month || date?.day != day { mistakes += 1 }
            if date?.daysSinceEpoch != count || date?.weekday != (count + 4 + 7_000_000) % 7 { mistakes += 1 }
            day += 1
            if day > CalendarMonth(year: year, month: month)?.numberOfDays ?? 0 { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(mistakes == 0)
        #expect(CalendarDate(daysSinceEpoch: -719_163) == nil)
        #expect(CalendarDate(daysSinceEpoch: 2_932_897) == nil)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "1900-02-29", "2026-3-15", "2026-03-15 ", "", "0000-01-01",
    ])
    func `what the calendar does not have is no date`(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test(arguments: [
        ("2026-03-15T10:30:00Z", "2026-03-15T10:30:00Z"), ("2026-03-15t10:30:00.123456z", "2026-03-15T10:30:00.123Z"),
        ("2026-03-15T18:30:00+08:00", "2026-03-15T10:30:00Z"), ("2026-03-15 05:00-0530", "2026-03-15T10:30:00Z"),
        ("1969-12-31T23:59:59.005Z", "1969-12-31T23:59:59.005Z"),
    ])
    func `moments are read and written`(text: String, utc: String) {
        #expect(Timestamp(rfc3339: text)?.rfc3339() == utc)
    }

    @Test(arguments: ["2026-03-15", "2026-03-15T10:30:00", "2026-03-15T25:00:00Z", "2026-03-15T10:30:00Zx", "x", ""])
    func `a moment needs a time and an offset`(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test func `moments move by seconds and stop at the ends`() {
        #expect((now + 60).rfc3339() == "2026-03-15T10:31:00Z")
        #expect((now - 60).rfc3339() == "2026-03-15T10:29:00Z")
        #expect((now + 90) - now == 90)
        #expect(now + .max == Timestamp(milliseconds: .max))
        #expect(now - .max == Timestamp(milliseconds: .min))
        #expect(Timestamp(milliseconds: .max).date() == date("9999-12-31"))
        #expect(Timestamp(milliseconds: -1).date(utcOffset: 0) == date("1969-12-31"))
    }

    @Test func `adding months keeps the day or ends with the month`() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<2_000 {
            guard let start = CalendarDate(daysSinceEpoch: .random(in: -20_000...40_000, using: &random)) else {
                continue
            }
            let months = Int.random(in: -600...600, using: &random)
            let moved = start.adding(months: months)
            #expect(moved?.day == min(start.day, moved?.calendarMonth.numberOfDays ?? 0))
            #expect(moved.map { start.calendarMonth.months(to: $0.calendarMonth) } == months)
            if months >= 0 { #expect(moved.map { start.months(to: $0) } == months) }
        }
        #expect(date("9999-12-31").adding(months: 1) == nil)
        #expect(date("2026-03-15").adding(months: .max) == nil)
        #expect(date("2026-03-15").adding(days: .min) == nil)
    }

    @Test(arguments: ["2 years 3 months", "12 days", "-1 month", "1 hour 30 minutes 5 seconds", "0 days"])
    func `durations read as they are written`(text: String) {
        #expect(Span(text: text)?.text == text)
    }
}
