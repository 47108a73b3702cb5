/// Finds dates and times in texts as the field does (envs/dates.go): an ISO date at the start, else the first three
/// numbers that can be a date. Four figures in front are the year; otherwise the day comes first.
enum DateSearch {
    private static let yearFirst = Pattern(fixed: #"\b([0-9]{4})[-./\\_ ]([0-9]{1,2})[-./\\_ ]([0-9]{1,2})\b"#)
    private static let dayFirst = Pattern(fixed: #"\b([0-9]{1,2})[-./\\_ ]([0-9]{1,2})[-./\\_ ]([0-9]{4}|[0-9]{2})\b"#)
    private static let clock = Pattern(
        fixed: #"\b(\d{1,2})(?::?(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\W*([ap]m)?\b"#)
    /// Scalars of a text that are searched: more than any message has.
    private static let searched = 2_000
    /// Two figures above this are of the last century.
    private static let lastYearOfThisCentury = 29

    /// The first date, and what follows it.
    static func date(in text: String) -> (date: CalendarDate, rest: String)? {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        let text = String(String.UnicodeScalarView(text.trimmed.unicodeScalars.prefix(searched)))
        if let date = CalendarDate(iso: text.prefix(10)) { return (date, String(text.dropFirst(10))) }
        for (pattern, order) in [(yearFirst, (1, 2, 3)), (dayFirst, (3, 2, 1))] {
            for match in pattern.matches(in: text) {
                guard let date = date(match, order) else { continue }
                return (date, String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(match.range.upperBound))))
            }
        }
        return nil
    }

    private static func date(_ match: PatternMatch, _ order: (year: Int, month: Int, day: Int)) -> CalendarDate? {
        guard let yearText = match.group(order.year), let year = Int(yearText),
            let month = match.group(order.month).flatMap({ Int($0) }),
            let day = match.group(order.day).flatMap({ Int($0) })
        else { return nil }
        guard yearText.utf8.count == 2 else { return CalendarDate(year: year, month: month, day: day) }
        return CalendarDate(year: year + (year > lastYearOfThisCentury ? 1_900 : 2_000), month: month, day: day)
    }

    /// The first time of day: `10:30`, `1030`, `10 PM`, `22:30:45`. 24:00 is midnight.
    static func time(in text: String) -> TimeOfDay? {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        let text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(searched)))
        return clock.matches(in: text).lazy.compactMap(time).first
    }

    private static func time(_ match: PatternMatch) -> TimeOfDay? {
        func number(_ group: Int) -> Int { match.group(group).flatMap { Int($0) } ?? 0 }
        var hour = number(1)
        let half = match.group(4)?.lowercased()
        if half == "pm", hour < 12 { hour += 12 }
        if half == "am", hour == 12 { hour = 0 }
        if hour == 24, number(2) == 0, number(3) == 0 { hour = 0 }
        return TimeOfDay(hour: hour, minute: number(2), second: number(3))
    }
}
