import Expressions

/// How a provider writes a moment.
package enum DateFormat: Hashable, Sendable {
    case rfc3339
    /// Seconds since 1970.
    case unix
    /// Milliseconds since 1970.
    case unixMilliseconds
    /// The codes of strptime (POSIX), here `%Y %y %m %b %d %a %H %M %S %f %z %%`, and how many seconds ahead of UTC the
    /// clock of a time without zone is.
    case pattern([Element], offset: Int)

    /// One part of a pattern.
    package enum Element: Hashable, Sendable {
        case literal(UInt8)
        case year, shortYear, month, monthName, day, weekday, hour, minute, second, fraction, zone
    }

    static let codes = "%Y %y %m %b %d %a %H %M %S %f %z"
    fileprivate static let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ").map(
        String.init)
    fileprivate static let weekdays = "Thu Fri Sat Sun Mon Tue Wed".split(separator: " ").map(String.init)

    /// HTTP's own, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7, IMF-fixdate).
    static let http = DateFormat("%a, %d %b %Y %H:%M:%S GMT") ?? .rfc3339

    /// Reads a format; nil when it has an unknown code.
    init?(_ text: String, offset: Int = 0) {
        switch text {
        case "rfc3339": self = .rfc3339
        case "unix": self = .unix
        case "unix_ms": self = .unixMilliseconds
        default:
            guard text.contains("%"), let elements = Self.elements(text) else { return nil }
            self = .pattern(elements, offset: offset)
        }
    }

    /// The seconds of `Z`, `+hh:mm` or `+hhmm`; nil when it is none of them.
    static func offset(_ text: String) -> Int? {
        var reader = PatternReader(bytes: Array(text.utf8), zone: 0)
        return reader.readZone() && reader.isAtEnd ? reader.zone : nil
    }

    private static func elements(_ text: String) -> [Element]? {
        var elements: [Element] = []
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            guard byte == UInt8(ascii: "%") else {
                elements.append(.literal(byte))
                continue
            }
            guard let code = bytes.next(), let element = element(code) else { return nil }
            elements.append(element)
        }
        return elements
    }

    private static func element(_ code: UInt8) -> Element? {
        switch code {
        case UInt8(ascii: "Y"): .year
        case UInt8(ascii: "y"): .shortYear
        case UInt8(ascii: "m"): .month
        case UInt8(ascii: "b"): .monthName
        case UInt8(ascii: "a"): .weekday
        case UInt8(ascii: "d"): .day
        case UInt8(ascii: "H"): .hour
        case UInt8(ascii: "M"): .minute
        case UInt8(ascii: "S"): .second
        case UInt8(ascii: "f"): .fraction
        case UInt8(ascii: "z"): .zone
        case UInt8(ascii: "%"): .literal(code)
        default: nil
        }
    }

    /// The moment a text tells, nil when it is not in this format.
    func read(_ text: String) -> Timestamp? {
        switch self {
        case .rfc3339: return Timestamp(rfc3339: text)
        case .unixMilliseconds: return Int64(text).flatMap(Self.moment)
        case .unix:
            let (milliseconds, overflow) = (Int64(text) ?? .max).multipliedReportingOverflow(by: 1_000)
            return overflow ? nil : Self.moment(milliseconds)
        case .pattern(let elements, let offset):
            var reader = PatternReader(bytes: Array(text.utf8), zone: offset)
            return reader.read(elements)
        }
    }

    /// A moment by a clock some seconds ahead of UTC.
    func write(_ moment: Timestamp, offset: Int) -> String {
        switch self {
        case .rfc3339: return moment.rfc3339(utcOffset: offset)
        case .unix: return String(moment.milliseconds / 1_000)
        case .unixMilliseconds: return String(moment.milliseconds)
        case .pattern(let elements, _):
            let (date, time) = (moment.date(utcOffset: offset), moment.timeOfDay(utcOffset: offset))
            return elements.map { Self.text(of: $0, date, time.secondsSinceMidnight, moment, offset) }.joined()
        }
    }

    private static func text(
        of element: Element, _ date: CalendarDate, _ second: Int, _ moment: Timestamp, _ offset: Int
    ) -> String {
        switch element {
        case .literal(let byte): String(decoding: [byte], as: UTF8.self)
        case .year: padded(date.year, 4)
        case .shortYear: padded(date.year % 100, 2)
        case .month: padded(date.month, 2)
        case .monthName: months[(date.month - 1) % 12]
        case .day: padded(date.day, 2)
        case .weekday: weekdays[(date.daysSinceEpoch % 7 + 7) % 7]
        case .hour: padded(second / 3_600, 2)
        case .minute: padded(second / 60 % 60, 2)
        case .second: padded(second % 60, 2)
        case .fraction: padded(Int(moment.milliseconds % 1_000), 3)
        case .zone: (offset < 0 ? "-" : "+") + padded(abs(offset) / 3_600, 2) + padded(abs(offset) / 60 % 60, 2)
        }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// A moment a message can have: from 1970 to the end of the year 9999.
    private static func moment(_ milliseconds: Int64) -> Timestamp? {
        (0..<253_402_300_800_000).contains(milliseconds) ? Timestamp(milliseconds: milliseconds) : nil
    }
}

/// Reads a text by the elements of a pattern.
private struct PatternReader {
    let bytes: [UInt8]
    var place = 0
    var (year, month, day, hour, minute, second, fraction) = (1970, 1, 1, 0, 0, 0, 0)
    var zone: Int

    init(bytes: [UInt8], zone: Int) {
        self.bytes = bytes
        self.zone = zone
    }

    var isAtEnd: Bool { place == bytes.count }

    mutating func read(_ elements: [DateFormat.Element]) -> Timestamp? {
        for element in elements where !read(element) { return nil }
        guard place == bytes.count, hour < 24, minute < 60, second <= 60,
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        let seconds = date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second - zone
        return Timestamp(milliseconds: Int64(seconds) * 1_000 + Int64(fraction))
    }

    private mutating func read(_ element: DateFormat.Element) -> Bool {
        switch element {
        case .literal(let byte):
            guard place < bytes.count, bytes[place] == byte else { return false }
            place += 1
            return true
        case .year: return digits(4...4, into: \.year)
        case .shortYear:
            guard digits(2...2, into: \.year) else { return false }
            year += 2_000
            return true
        case .month: return digits(1...2, into: \.month)
        case .monthName:
            guard let index = name(among: DateFormat.months) else { return false }
            month = index + 1
            return true
        case .weekday: return name(among: DateFormat.weekdays) != nil
        case .day: return digits(1...2, into: \.day)
        case .hour: return digits(1...2, into: \.hour)
        case .minute: return digits(2...2, into: \.minute)
        case .second: return digits(2...2, into: \.second)
        case .fraction: return readFraction()
        case .zone: return readZone()
        }
    }

    private mutating func digits(_ counts: ClosedRange<Int>, into field: WritableKeyPath<Self, Int>) -> Bool {
        var value = 0
        let start = place
        while place < bytes.count, place - start < counts.upperBound, bytes[place] >= 0x30, bytes[place] <= 0x39 {
            value = value * 10 + Int(bytes[place] - 0x30)
            place += 1
        }
        self[keyPath: field] = value
        return counts.contains(place - start)
    }

    /// A name of three letters.
    private mutating func name(among names: [String]) -> Int? {
        guard place + 3 <= bytes.count else { return nil }
        let word = String(decoding: bytes[place..<place + 3], as: UTF8.self)
        place += 3
        return names.firstIndex { $0.equalsIgnoringCase(word) }
    }

    /// One to nine digits after the point, kept to milliseconds.
    private mutating func readFraction() -> Bool {
        let start = place
        guard digits(1...9, into: \.fraction) else { return false }
        for _ in 0..<max(0, 3 - (place - start)) { fraction *= 10 }
        for _ in 0..<max(0, place - start - 3) { fraction /= 10 }
        return true
    }

    /// `Z`, `+hh:mm` or `+hhmm`.
    mutating func readZone() -> Bool {
        guard place < bytes.count else { return false }
        let sign = bytes[place]
        place += 1
        if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") {
            zone = 0
            return true
        }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
        let (hours, minutes) = (hour, minute)
        defer { (hour, minute) = (hours, minutes) }
        guard digits(2...2, into: \.hour) else { return false }
        if place < bytes.count, bytes[place] == UInt8(ascii: ":") { place += 1 }
        guard digits(2...2, into: \.minute), hour < 24, minute < 60 else { return false }
        zone = (hour * 3_600 + minute * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
        return true
    }
}
