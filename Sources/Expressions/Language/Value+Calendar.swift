import FoundationEssentials

extension Value {
    /// A date, month or moment so much later: months first, then days and smaller units.
    func moved(by span: Span, _ utcOffset: Int) throws(EvaluationFault) -> Value {
        switch self {
        case .month(let month):
            guard span.seconds == 0 else { throw EvaluationFault("only months and years can be added to a month") }
            guard let later = month.adding(months: span.months) else { throw .outsideCalendar }
            return .month(later)
        case .date(let date):
            guard let later = date.adding(months: span.months) else { throw .outsideCalendar }
            guard span.seconds % 86_400 == 0 else {
                return .datetime(Timestamp(date: later, utcOffset: utcOffset) + span.seconds)
            }
            guard let day = later.adding(days: Int(span.seconds / 86_400)) else { throw .outsideCalendar }
            return .date(day)
        case .datetime(let moment): return .datetime(try moment.moved(by: span, utcOffset))
        default: throw EvaluationFault("\(described) is no date")
        }
    }
}

extension Timestamp {
    /// Months move the day on the clock and keep the time of day.
    func moved(by span: Span, _ utcOffset: Int) throws(EvaluationFault) -> Timestamp {
        guard span.months != 0 else { return self + span.seconds }
        guard let day = date(utcOffset: utcOffset).adding(months: span.months) else { throw .outsideCalendar }
        let moved = Timestamp(date: day, time: timeOfDay(utcOffset: utcOffset), utcOffset: utcOffset)
        return Timestamp(milliseconds: moved.milliseconds + milliseconds.flooredRemainder(by: 1_000)) + span.seconds
    }
}

extension Span {
    func times(_ factor: Decimal) throws(EvaluationFault) -> Span {
        guard let factor = factor.whole else {
            throw EvaluationFault("a duration can be multiplied by whole numbers only")
        }
        let (months, tooManyMonths) = months.multipliedReportingOverflow(by: factor)
        let (seconds, tooManySeconds) = seconds.multipliedReportingOverflow(by: Int64(factor))
        guard !tooManyMonths, !tooManySeconds else { throw .tooLarge }
        return Span(months: months, seconds: seconds)
    }
}

extension EvaluationFault {
    static let outsideCalendar = EvaluationFault("the date is outside the years 1 to 9999")
}
