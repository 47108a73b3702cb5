// Dates, months and moments as ISO 8601 and RFC 3339 write them.

extension CalendarDate {
    /// `2026-03-15`.
    package var iso: String { "\(calendarMonth.iso)-\(twoDigits(day))" }

    /// Reads exactly `2026-03-15`.
    package init?(iso text: some StringProtocol) {
        var reader = DigitReader(text.utf8)
        guard let date = reader.date(), reader.isAtEnd else { return nil }
        self = date
    }
}

extension CalendarMonth {
    /// `2026-03`.
    package var iso: String {
        let year = String(year)
        return "\(String(repeating: "0", count: max(0, 4 - year.utf8.count)))\(year)-\(twoDigits(month))"
    }

    /// Reads exactly `2026-03`.
    package init?(iso text: some StringProtocol) {
        var reader = DigitReader(text.utf8)
        guard let month = reader.month(), reader.isAtEnd else { return nil }
        self = month
    }
}

extension TimeOfDay {
    /// `16:30:45`.
    package var iso: String { "\(twoDigits(hour)):\(twoDigits(minute)):\(twoDigits(second))" }
}

extension Timestamp {
    /// The moment in RFC 3339, shown by a clock `utcOffset` seconds ahead of UTC: `2026-03-15T18:30:00+08:00`.
    /// Milliseconds stand only where there are some.
    package func rfc3339(utcOffset: Int = 0) -> String {
        let minutes = utcOffset / 60
        let clock = timeOfDay(utcOffset: minutes * 60).iso
        return "\(date(utcOffset: minutes * 60).iso)T\(clock)\(fraction)\(Timestamp.offset(minutes: minutes))"
    }

    /// Reads RFC 3339; also a blank for the `T`, no seconds, and a basic `+0800` offset. An offset is needed.
    package init?(rfc3339 text: some StringProtocol) {
        self.init(iso: text, utcOffset: nil)
    }

    /// Reads RFC 3339 where a missing offset means `utcOffset`, and a missing time midnight.
    init?(iso text: some StringProtocol, utcOffset: Int?) {
        var reader = DigitReader(text.utf8)
        guard let date = reader.date() else { return nil }
        guard !reader.isAtEnd else {
            guard let utcOffset else { return nil }
            self.init(date: date, utcOffset: utcOffset)
            return
        }
        guard reader.take("T") || reader.take("t") || reader.take(" "), let time = reader.time() else { return nil }
        let milliseconds = reader.milliseconds()
        guard let offset = reader.isAtEnd ? utcOffset : reader.offset(), reader.isAtEnd else { return nil }
        let moment = Timestamp(date: date, time: time, utcOffset: offset)
        self.init(milliseconds: moment.milliseconds + milliseconds)
    }

    private var fraction: String {
        let rest = milliseconds.flooredRemainder(by: 1_000)
        guard rest != 0 else { return "" }
        return rest < 10 ? ".00\(rest)" : rest < 100 ? ".0\(rest)" : ".\(rest)"
    }

    private static func offset(minutes: Int) -> String {
        guard minutes != 0 else { return "Z" }
        return "\(minutes < 0 ? "-" : "+")\(twoDigits(abs(minutes) / 60)):\(twoDigits(abs(minutes) % 60))"
    }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// Reads fixed groups of ASCII digits.
private struct DigitReader<Bytes: Collection<UInt8>> where Bytes.SubSequence: Collection<UInt8> {
    private var rest: Bytes.SubSequence

    init(_ bytes: Bytes) {
        rest = bytes[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: sign) else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func number(digits: Int) -> Int? {
        var number = 0
        for _ in 0..<digits {
            guard let byte = rest.first, (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
            rest = rest.dropFirst()
        }
        return number
    }

    mutating func month() -> CalendarMonth? {
        guard let year = number(digits: 4), take("-"), let month = number(digits: 2) else { return nil }
        return CalendarMonth(year: year, month: month)
    }

    mutating func date() -> CalendarDate? {
        guard let month = month(), take("-"), let day = number(digits: 2) else { return nil }
        return CalendarDate(year: month.year, month: month.month, day: day)
    }

    mutating func time() -> TimeOfDay? {
        guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2) else { return nil }
        guard take(":") else { return TimeOfDay(hour: hour, minute: minute) }
        guard let second = number(digits: 2) else { return nil }
        return TimeOfDay(hour: hour, minute: minute, second: min(second, second == 60 ? 59 : second))
    }

    /// The digits after a point, cut to milliseconds.
    mutating func milliseconds() -> Int64 {
        guard take(".") || take(",") else { return 0 }
        var milliseconds: Int64 = 0
        var unit: Int64 = 100
        while let digit = number(digits: 1) {
            milliseconds += Int64(digit) * unit
            unit /= 10
        }
        return milliseconds
    }

    /// Seconds ahead of UTC.
    mutating func offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let sign = take("+") ? 1 : take("-") ? -1 : 0
        guard sign != 0, let hours = number(digits: 2) else { return nil }
        _ = take(":")
        guard let minutes = number(digits: 2), hours < 24, minutes < 60 else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }
}

extension Timestamp {
    /// Seconds a clock is ahead of UTC: of `Z`, `+08:00` or `+0800`; nil for anything else.
    static func utcOffset(iso text: some StringProtocol) -> Int? {
        var reader = DigitReader(text.utf8)
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        return offset
    }
}
