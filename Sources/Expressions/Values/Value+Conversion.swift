package import FoundationEssentials

extension Value {
    /// The value for a fault's sentence: its type, and its text where that helps.
    var described: String {
        switch self {
        case .text(let text): "\"\(text.prefix(40))\""
        case .number, .boolean, .date, .month, .time, .datetime, .duration: text
        case .list: "a list"
        case .object: "an object"
        case .null: "an empty value"
        case .unknown: "an unknown value"
        case .error(let fault): fault.message
        }
    }

    /// The value as a number; texts that are written as one count.
    package func asNumber() throws(EvaluationFault) -> Decimal {
        switch self {
        case .number(let number): return number
        case .text(let text): if let number = Decimal(plain: text.trimmed) { return number }
        case .error(let fault): throw fault
        default: break
        }
        throw EvaluationFault("\(described) is no number")
    }

    /// The value as a day: of a moment, the day on the clock; of a text, the ISO date it starts with.
    package func asDate(utcOffset: Int) throws(EvaluationFault) -> CalendarDate {
        switch self {
        case .date(let date): return date
        case .datetime(let moment): return moment.date(utcOffset: utcOffset)
        case .text(let text):
            if let date = CalendarDate(iso: text.trimmed) { return date }
            if let moment = Timestamp(iso: text.trimmed, utcOffset: utcOffset) {
                return moment.date(utcOffset: utcOffset)
            }
            if let found = DateSearch.date(in: text) { return found.date }
        case .error(let fault): throw fault
        default: break
        }
        throw EvaluationFault("\(described) is no date; write it like 2026-03-15")
    }

    /// The value as a month: of a day or moment, the month it is in.
    package func asMonth(utcOffset: Int) throws(EvaluationFault) -> CalendarMonth {
        switch self {
        case .month(let month): return month
        case .text(let text): if let month = CalendarMonth(iso: text.trimmed) { return month }
        case .error(let fault): throw fault
        default: break
        }
        guard let date = try? asDate(utcOffset: utcOffset) else {
            throw EvaluationFault("\(described) is no month; write it like 2026-03")
        }
        return date.calendarMonth
    }

    /// The value as a moment: of a day, its midnight on the clock.
    package func asMoment(utcOffset: Int) throws(EvaluationFault) -> Timestamp {
        switch self {
        case .datetime(let moment): return moment
        case .date(let date): return Timestamp(date: date, utcOffset: utcOffset)
        case .text(let text):
            if let moment = Timestamp(iso: text.trimmed, utcOffset: utcOffset) { return moment }
            if let found = DateSearch.date(in: text) {
                let time = DateSearch.time(in: found.rest) ?? .midnight
                return Timestamp(date: found.date, time: time, utcOffset: utcOffset)
            }
        case .error(let fault): throw fault
        default: break
        }
        throw EvaluationFault("\(described) is no date and time; write it like 2026-03-15T10:30:00Z")
    }

    /// The value as a time of day: of a moment, the time on the clock; of a number from 0 to 24, the hour; of a text, the
    /// first time in it.
    package func asTime(utcOffset: Int) throws(EvaluationFault) -> TimeOfDay {
        switch self {
        case .time(let time): return time
        case .datetime(let moment): return moment.timeOfDay(utcOffset: utcOffset)
        case .number(let number):
            if let hour = number.wholePart, let time = TimeOfDay(hour: hour == 24 ? 0 : hour, minute: 0) { return time }
        case .text(let text):
            if let moment = Timestamp(iso: text.trimmed, utcOffset: utcOffset) {
                return moment.timeOfDay(utcOffset: utcOffset)
            }
            if let time = DateSearch.time(in: text) { return time }
        case .error(let fault): throw fault
        default: break
        }
        throw EvaluationFault("\(described) is no time; write it like 16:30")
    }

    /// The value as a length of time.
    package func asDuration() throws(EvaluationFault) -> Span {
        switch self {
        case .duration(let span): return span
        case .text(let text): if let span = Span(text: text) { return span }
        case .error(let fault): throw fault
        default: break
        }
        throw EvaluationFault("\(described) is no duration; write it like 3 days")
    }
}

extension StringProtocol {
    /// The text without white space at both ends.
    var trimmed: String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return String(self) }
        let start = drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
