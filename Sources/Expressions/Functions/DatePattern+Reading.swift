/// What was read of a date and time by a pattern.
struct DateParts {
    var year: Int?
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0
    var milliseconds = 0
    var isAfternoon: Bool?
    var utcOffset: Int?

    /// The day, nil when no year was read or the calendar has no such day.
    var date: CalendarDate? { year.flatMap { CalendarDate(year: $0, month: month, day: day) } }

    /// The time of day, nil when no clock shows it.
    var time: TimeOfDay? {
        var hour = hour
        if isAfternoon == true, hour < 12 { hour += 12 }
        if isAfternoon == false, hour == 12 { hour = 0 }
        return TimeOfDay(hour: hour, minute: minute, second: second)
    }
}

extension DatePattern {
    /// Reads a text written by the pattern; nil when it is not. Fractions of a second are read without letters too.
    func parts(of text: String) throws(EvaluationFault) -> DateParts? {
        var reader = PartsReader(rest: text.trimmed[...])
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .signs(let signs): guard reader.take(signs) else { return nil }
            case .letters(let letters):
                guard try reader.read(letters) else { return nil }
                if letters.first == "s", !isFraction(after: index) { reader.readFraction() }
            }
        }
        return reader.rest.isEmpty ? reader.parts : nil
    }

    private func isFraction(after index: Int) -> Bool {
        guard index + 1 < pieces.count, case .signs(".") = pieces[index + 1] else { return false }
        return true
    }
}

private struct PartsReader {
    var rest: Substring
    var parts = DateParts()

    mutating func take(_ sign: String) -> Bool {
        guard rest.lowercased().hasPrefix(sign.lowercased()) else { return false }
        rest = rest.dropFirst(sign.count)
        return true
    }

    private mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        let run = rest.prefix(digits.upperBound).prefix { $0.isASCIIDigit }
        guard run.count >= digits.lowerBound else { return nil }
        rest = rest.dropFirst(run.count)
        return Int(run)
    }

    /// False when the text has something else there.
    mutating func read(_ letters: String) throws(EvaluationFault) -> Bool {
        switch letters {
        case "YYYY": return set(\.year, number(4...4))
        case "YY": return set(\.year, number(2...2).map { $0 + ($0 < 69 ? 2_000 : 1_900) })
        case "MM": return set(\.month, number(2...2))
        case "M": return set(\.month, number(1...2))
        case "DD": return set(\.day, number(2...2))
        case "D": return set(\.day, number(1...2))
        case "tt", "t", "hh", "h": return set(\.hour, number(1...2))
        case "mm": return set(\.minute, number(2...2))
        case "m": return set(\.minute, number(1...2))
        case "ss": return set(\.second, number(2...2))
        case "s": return set(\.second, number(1...2))
        case "fff", "ffffff", "fffffffff": return readFractionDigits(count: letters.count)
        case "aa", "AA":
            parts.isAfternoon = take("pm") ? true : take("am") ? false : nil
            return parts.isAfternoon != nil
        case "Z", "ZZZ":
            parts.utcOffset = Timestamp.utcOffset(iso: rest)
            rest = ""
            return parts.utcOffset != nil
        default: throw .noFormat(letters)
        }
    }

    private mutating func set<Part>(_ path: WritableKeyPath<DateParts, Part>, _ value: Part?) -> Bool {
        guard let value else { return false }
        parts[keyPath: path] = value
        return true
    }

    mutating func readFraction() {
        guard rest.first == ".", rest.dropFirst().first?.isASCIIDigit == true else { return }
        rest = rest.dropFirst()
        _ = readFractionDigits(count: rest.prefix { $0.isASCIIDigit }.count)
    }

    private mutating func readFractionDigits(count: Int) -> Bool {
        let digits = rest.prefix(count).prefix { $0.isASCIIDigit }
        guard digits.count == count else { return false }
        rest = rest.dropFirst(count)
        parts.milliseconds = Int((digits + "000").prefix(3)) ?? 0
        return true
    }
}
