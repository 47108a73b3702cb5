import Expressions

/// Moments as people read them, at a place.
struct WallClock: Sendable {
    let utcOffset: Int

    /// A day and a time to the minute, `2026-11-27 09:05`.
    func text(_ moment: Timestamp) -> String {
        let text = moment.rfc3339(utcOffset: utcOffset)
        return String(text.prefix(16)).replacing("T", with: " ")
    }

    /// The time of day to the second, `09:05:17`.
    func time(_ moment: Timestamp) -> String {
        String(moment.rfc3339(utcOffset: utcOffset).dropFirst(11).prefix(8))
    }

    /// The first moment of a day, `2026-11-27`; nil where it is none.
    func day(_ text: String) -> Timestamp? {
        let parts = text.split(separator: "-").map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
        return CalendarDate(year: year, month: month, day: day).map { Timestamp(date: $0, utcOffset: utcOffset) }
    }

    /// The same, of a moment that is written as in RFC 3339; the text itself where it is none.
    func text(rfc3339 text: String) -> String {
        Timestamp(rfc3339: text).map { self.text($0) } ?? text
    }
}
