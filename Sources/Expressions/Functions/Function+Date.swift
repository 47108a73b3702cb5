extension Function {
    static let date: [Function] = [
        Function(
            "today", [], .date, "the day it is for the person; today without brackets is the same",
            ("today()", "2026-03-15")
        ) { .date($0.surroundings.today) },
        Function(
            "now", [], .datetime, "the moment of the turn; now without brackets is the same",
            ("now()", "2026-03-15T10:30:00Z")
        ) { .datetime($0.surroundings.now) },
        Function(
            "add_days", [Parameter("date", .date), Parameter("days", .number)], nil,
            "the date or moment so many days later, or earlier when negative",
            ("add_days(2026-02-27, 3)", "2026-03-02")
        ) { arguments throws(EvaluationFault) in
            try arguments.dateOrMoment.moved(by: Span(seconds: Int64(try arguments.whole(1)) * 86_400), arguments)
        },
        Function(
            "add_months", [Parameter("date", .month), Parameter("months", .number)], nil,
            "the month, date or moment so many months later; the month's last day where the day does not exist",
            ("add_months(2026-01-31, 1)", "2026-02-28")
        ) { arguments throws(EvaluationFault) in
            let span = Span(months: try arguments.whole(1))
            if let month = try? arguments.monthOnly { return try Value.month(month).moved(by: span, arguments) }
            return try arguments.dateOrMoment.moved(by: span, arguments)
        },
        Function(
            "datetime_add", [Parameter("datetime", .datetime), Parameter("count", .number), Parameter("unit", .text)],
            .datetime,
            "the moment so many Y, M, W, D, h, m or s later",
            ("datetime_add(\"2026-01-15 10:45\", 30, \"m\")", "2026-01-15T11:15:00Z")
        ) { arguments throws(EvaluationFault) in
            let span = try arguments.span(count: 1, unit: 2)
            return .datetime(try arguments.moment(0).moved(by: span, arguments.surroundings.utcOffset))
        },
        Function(
            "datetime_diff", [Parameter("from", .datetime), Parameter("to", .datetime), Parameter("unit", .text)],
            .number,
            "from one moment to another in Y, M, W, D, h, m or s; years and months are those of the calendar, no age",
            ("datetime_diff(2026-01-15, 2026-01-17, \"D\")", "2")
        ) { arguments throws(EvaluationFault) in .number(try arguments.difference()) },
        Function(
            "days_between", [Parameter("from", .date), Parameter("to", .date)], .number,
            "the days from one date to another",
            ("days_between(2026-02-27, 2026-03-02)", "3")
        ) { arguments throws(EvaluationFault) in
            .number(try arguments.date(1).daysSinceEpoch - (try arguments.date(0).daysSinceEpoch))
        },
        Function(
            "months_between", [Parameter("from", .month), Parameter("to", .month)], .number,
            "the whole months from one date to another; where one is a month, the months of the calendar",
            ("months_between(2025-11, 2026-03-15)", "4")
        ) { arguments throws(EvaluationFault) in .number(try arguments.months(0, 1)) },
        Function(
            "years_between", [Parameter("from", .month), Parameter("to", .month)], .number,
            "the whole years from one date to another",
            ("years_between(2024-04-01, 2026-03-15)", "1")
        ) { arguments throws(EvaluationFault) in .number(try arguments.months(0, 1) / 12) },
        Function(
            "age", [Parameter("birth", .month)], .number, "the whole years since a birth date or birth month",
            ("age(1990-05-20)", "35")
        ) { arguments throws(EvaluationFault) in
            let today = Value.date(arguments.surroundings.today)
            let both = Arguments(values: [arguments[0], today], surroundings: arguments.surroundings)
            return .number(try both.months(0, 1) / 12)
        },
    ]
}

extension Value {
    fileprivate func moved(by span: Span, _ arguments: Arguments) throws(EvaluationFault) -> Value {
        try moved(by: span, arguments.surroundings.utcOffset)
    }
}

extension Arguments {
    /// Argument 0 as a day, or as the moment it is; a text with a time is a moment.
    fileprivate var dateOrMoment: Value {
        get throws(EvaluationFault) {
            switch self[0] {
            case .datetime: return self[0]
            case .text(let text):
                let moment = Timestamp(iso: text.trimmed, utcOffset: surroundings.utcOffset)
                if let moment, CalendarDate(iso: text.trimmed) == nil { return .datetime(moment) }
                return .date(try date(0))
            default: return .date(try date(0))
            }
        }
    }

    /// Argument 0 when it is no more exact than a month.
    fileprivate var monthOnly: CalendarMonth {
        get throws(EvaluationFault) { try month(0, onlyIf: isMonth(0)) }
    }

    private func month(_ index: Int, onlyIf condition: Bool) throws(EvaluationFault) -> CalendarMonth {
        guard condition else { throw EvaluationFault("\(self[index].described) is more than a month") }
        return try month(index)
    }

    private func isMonth(_ index: Int) -> Bool {
        switch self[index] {
        case .month: true
        case .text(let text): CalendarMonth(iso: text.trimmed) != nil
        default: false
        }
    }

    fileprivate func months(_ from: Int, _ to: Int) throws(EvaluationFault) -> Int {
        if isMonth(from) || isMonth(to) { return try month(from).months(to: try month(to)) }
        return try date(from).months(to: try date(to))
    }

    fileprivate func difference() throws(EvaluationFault) -> Int {
        let utcOffset = surroundings.utcOffset
        let (from, to) = (try moment(0), try moment(1))
        let (fromDay, toDay) = (from.date(utcOffset: utcOffset), to.date(utcOffset: utcOffset))
        let seconds = to < from ? -(from - to) : to - from
        switch text(2) {
        case "s": return Int(seconds)
        case "m": return Int(seconds / 60)
        case "h": return Int(seconds / 3_600)
        case "D": return toDay.daysSinceEpoch - fromDay.daysSinceEpoch
        case "W": return (toDay.daysSinceEpoch - fromDay.daysSinceEpoch) / 7
        case "M": return fromDay.calendarMonth.months(to: toDay.calendarMonth)
        case "Y": return toDay.year - fromDay.year
        default: throw EvaluationFault("\"\(text(2))\" is no unit; use Y, M, W, D, h, m or s")
        }
    }
}
