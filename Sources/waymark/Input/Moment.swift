import Expressions
import Foundation

/// A time as a command is given it.
struct Moment {
    let timestamp: Timestamp
    /// Seconds the clock it was read from is ahead of UTC; nil when it does not say.
    let utcOffset: Int?

    /// Now, to the second.
    static var now: Moment {
        Moment(timestamp: Timestamp(milliseconds: Int64(Date().timeIntervalSince1970) * 1_000), utcOffset: nil)
    }

    /// Reads RFC 3339, or `2026-05-02 09:00` on a clock `place` seconds ahead of UTC; the day alone means its midnight.
    ///
    /// - Parameter text: nil means now.
    static func read(_ text: String?, place: Int) throws(WrongUse) -> Moment {
        guard let text else { return .now }
        if let timestamp = Timestamp(rfc3339: text) { return Moment(timestamp: timestamp, utcOffset: offset(of: text)) }
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
        guard parts.count < 3, let date = parts.first.flatMap({ CalendarDate(iso: $0) }),
            let time = parts.count == 1 ? .midnight : clock(parts[1])
        else { throw WrongUse("'\(text)' is no time: write 2026-05-02T09:00:00+08:00 or '2026-05-02 09:00'") }
        return Moment(timestamp: Timestamp(date: date, time: time, utcOffset: place), utcOffset: nil)
    }

    private static func clock(_ text: Substring) -> TimeOfDay? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.count == 2 ? Int($0) : nil }
        guard numbers.count == parts.count, (2...3).contains(numbers.count) else { return nil }
        return TimeOfDay(hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
    }

    /// The offset at the end of a time in RFC 3339.
    private static func offset(of text: String) -> Int? {
        guard let match = text.firstMatch(of: /([+-])(\d\d):?(\d\d)$/), let hours = Int(match.2),
            let minutes = Int(match.3)
        else { return 0 }
        return (match.1 == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
