import Expressions
import FoundationEssentials

/// The byte in front of a stored value; never renumber.
private enum Mark {
    static let null: UInt8 = 0
    static let text: UInt8 = 1
    static let whole: UInt8 = 2
    static let number: UInt8 = 3
    static let `true`: UInt8 = 4
    static let `false`: UInt8 = 5
    static let date: UInt8 = 6
    static let month: UInt8 = 7
    static let datetime: UInt8 = 8
    static let duration: UInt8 = 9
    static let list: UInt8 = 10
    static let object: UInt8 = 11
    static let unknown: UInt8 = 12
    static let error: UInt8 = 13
    static let time: UInt8 = 14
}

extension ByteWriter {
    mutating func write(_ value: Value) {
        switch value {
        case .null: write(byte: Mark.null)
        case .unknown: write(byte: Mark.unknown)
        case .boolean(let flag): write(byte: flag ? Mark.true : Mark.false)
        case .text(let text): write(byte: Mark.text, text)
        case .number(let number): write(number)
        case .date(let date): write(byte: Mark.date, date.daysSinceEpoch)
        case .month(let month): write(byte: Mark.month, month.year * 12 + month.month - 1)
        case .time(let time): write(byte: Mark.time, time.secondsSinceMidnight)
        case .datetime(let moment): write(byte: Mark.datetime, Int(moment.milliseconds))
        case .duration(let span):
            write(byte: Mark.duration, span.months)
            write(Int(span.seconds))
        case .list(let items):
            write(byte: Mark.list)
            write(items) { $0.write($1) }
        case .object(let object):
            write(byte: Mark.object)
            write(Array(zip(object.keys, object.values))) { writer, pair in
                writer.write(pair.0)
                writer.write(pair.1)
            }
        case .error(let fault): write(byte: Mark.error, fault.message)
        }
    }

    private mutating func write(byte mark: UInt8, _ number: Int) {
        write(byte: mark)
        write(number)
    }

    private mutating func write(byte mark: UInt8, _ text: String) {
        write(byte: mark)
        write(text)
    }

    private mutating func write(_ number: Decimal) {
        if let whole = number.whole {
            write(byte: Mark.whole, whole)
        } else {
            write(byte: Mark.number, Value.number(number).text)
        }
    }
}

extension ByteReader {
    mutating func value(depth: Int = 0) throws(CodingFault) -> Value {
        guard depth < 32 else { throw .malformed("lists too deep") }
        switch try byte() {
        case Mark.null: return .null
        case Mark.unknown: return .unknown
        case Mark.true: return .boolean(true)
        case Mark.false: return .boolean(false)
        case Mark.text: return .text(try text())
        case Mark.whole: return .number(Decimal(try int()))
        case Mark.number: return .number(try decimal())
        case Mark.date: return .date(try date())
        case Mark.month: return .month(try month())
        case Mark.datetime: return .datetime(Timestamp(milliseconds: Int64(try int())))
        case Mark.time: return .time(try time())
        case Mark.duration:
            let months = try int()
            return .duration(Span(months: months, seconds: Int64(try int())))
        case Mark.list: return .list(try list { (reader) throws(CodingFault) in try reader.value(depth: depth + 1) })
        case Mark.object: return .object(try object(depth: depth))
        case Mark.error: return .error(EvaluationFault(try text()))
        case let mark: throw .malformed("no value begins with \(mark)")
        }
    }

    private mutating func decimal() throws(CodingFault) -> Decimal {
        guard let number = Decimal(string: try text()) else { throw .malformed("a number") }
        return number
    }

    private mutating func date() throws(CodingFault) -> CalendarDate {
        guard let date = CalendarDate(daysSinceEpoch: try int()) else { throw .malformed("a date") }
        return date
    }

    private mutating func time() throws(CodingFault) -> TimeOfDay {
        let seconds = try int()
        let time = TimeOfDay(hour: seconds / 3_600, minute: seconds / 60 % 60, second: seconds % 60)
        guard seconds >= 0, let time else { throw .malformed("a time") }
        return time
    }

    private mutating func month() throws(CodingFault) -> CalendarMonth {
        let ordinal = try int()
        guard let month = CalendarMonth(year: ordinal / 12, month: ordinal % 12 + 1) else {
            throw .malformed("a month")
        }
        return month
    }

    private mutating func object(depth: Int) throws(CodingFault) -> Object {
        let pairs = try list { (reader) throws(CodingFault) in
            let key = try reader.text()
            return (key, try reader.value(depth: depth + 1))
        }
        return Object(pairs)
    }
}
