import Expressions

/// How a provider writes a moment.
package enum DateFormat: Hashable, Sendable {
    case rfc3339
    /// Seconds since 1970.
    case unix
    /// Milliseconds since 1970.
    case unixMilliseconds
    /// The codes of strptime (POSIX), here `%Y %m %d %H %M %S %f %z %%`; a time without zone is UTC.
    case pattern([Element])

    /// One part of a pattern.
    package enum Element: Hashable, Sendable {
        case literal(UInt8)
        case year, month, day, hour, minute, second, fraction, zone
    }

    static let codes = "%Y %m %d %H %M %S %f %z"

    /// Reads a format; nil when it has an unknown code.
    init?(_ text: String) {
        switch text {
        case "rfc3339": self = .rfc3339
        case "unix": self = .unix
        case "unix_ms": self = .unixMilliseconds
        default:
            guard text.contains("%"), let elements = Self.elements(text) else { return nil }
            self = .pattern(elements)
        }
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
        case UInt8(ascii: "m"): .month
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
        case .pattern(let elements):
            var reader = PatternReader(bytes: Array(text.utf8))
            return reader.read(elements)
        }
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
    var (year, month, day, hour, minute, second, fraction, zone) = (1970, 1, 1, 0, 0, 0, 0, 0)

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

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
        case .month: return digits(1...2, into: \.month)
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

    /// One to nine digits after the point, kept to milliseconds.
    private mutating func readFraction() -> Bool {
        let start = place
        guard digits(1...9, into: \.fraction) else { return false }
        for _ in 0..<max(0, 3 - (place - start)) { fraction *= 10 }
        for _ in 0..<max(0, place - start - 3) { fraction /= 10 }
        return true
    }

    /// `Z`, `+hh:mm` or `+hhmm`.
    private mutating func readZone() -> Bool {
        guard place < bytes.count else { return false }
        let sign = bytes[place]
        place += 1
        if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return true }
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
