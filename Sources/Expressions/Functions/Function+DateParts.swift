import FoundationEssentials

extension CalendarDate {
    /// Unix milliseconds of the moments in ``years``.
    fileprivate static let milliseconds = -62_135_596_800_000...253_402_300_799_999
}

extension Function {
    static let dateParts: [Function] = [
        Function(
            "date_from_parts", [Parameter("year", .number), Parameter("month", .number), Parameter("day", .number)],
            .date, "the date; a day past the month's end counts on into the next month",
            ("date_from_parts(2026, 3, 15)", "2026-03-15")
        ) { arguments throws(EvaluationFault) in
            let (year, month, day) = (try arguments.whole(0), try arguments.whole(1), try arguments.whole(2))
            guard (1...12).contains(month) else { throw EvaluationFault("the month must be 1 to 12, not \(month)") }
            guard let date = CalendarMonth(year: year, month: month)?.firstDay?.adding(days: day - 1) else {
                throw .outsideCalendar
            }
            return .date(date)
        },
        Function(
            "year", [Parameter("date", .month)], .number, "the year of a date or month",
            ("year(2026-03)", "2026")
        ) { arguments throws(EvaluationFault) in .number(try arguments.month(0).year) },
        Function(
            "weekday", [Parameter("date", .date)], .number, "0 for Sunday, 1 for Monday, to 6 for Saturday",
            ("weekday(2026-03-15)", "0")
        ) { arguments throws(EvaluationFault) in .number(try arguments.date(0).weekday) },
        Function(
            "week_number", [Parameter("date", .date)], .number,
            "the week of the year; weeks begin on Sunday, and the one with 1 January is the first",
            ("week_number(2026-03-15)", "12")
        ) { arguments throws(EvaluationFault) in
            let date = try arguments.date(0)
            guard let newYear = CalendarDate(year: date.year, month: 1, day: 1) else { throw .outsideCalendar }
            return .number((date.daysSinceEpoch - newYear.daysSinceEpoch + newYear.weekday) / 7 + 1)
        },
        Function(
            "time_from_parts",
            [Parameter("hour", .number), Parameter("minute", .number), Parameter("second", .number)], .time,
            "the time of day", ("time_from_parts(14, 40, 15)", "14:40:15")
        ) { arguments throws(EvaluationFault) in
            let (hour, minute, second) = (try arguments.whole(0), try arguments.whole(1), try arguments.whole(2))
            guard let time = TimeOfDay(hour: hour, minute: minute, second: second) else {
                throw EvaluationFault("no clock shows \(hour):\(minute):\(second)")
            }
            return .time(time)
        },
        Function(
            "replace_time", [Parameter("datetime", .datetime), Parameter("time", .time)], .datetime,
            "the moment of another time on the same day",
            ("replace_time(2026-03-15, \"10:30\")", "2026-03-15T10:30:00Z")
        ) { arguments throws(EvaluationFault) in
            let utcOffset = arguments.surroundings.utcOffset
            let day = try arguments.moment(0).date(utcOffset: utcOffset)
            return .datetime(Timestamp(date: day, time: try arguments.time(1), utcOffset: utcOffset))
        },
        Function(
            "epoch", [Parameter("datetime", .datetime)], .number, "the seconds since 1970-01-01 in UTC",
            ("epoch(\"2017-06-12T16:56:59Z\")", "1497286619")
        ) { arguments throws(EvaluationFault) in
            .number(Decimal(try arguments.moment(0).milliseconds) / 1_000)
        },
        Function(
            "datetime_from_epoch", [Parameter("seconds", .number)], .datetime,
            "the moment so many seconds after 1970-01-01 in UTC",
            ("datetime_from_epoch(1497286619)", "2017-06-12T16:56:59Z")
        ) { arguments throws(EvaluationFault) in
            let milliseconds = try arguments.number(0).times(1_000)?.wholePart
            guard let milliseconds, CalendarDate.milliseconds.contains(milliseconds) else { throw .outsideCalendar }
            return .datetime(Timestamp(milliseconds: Int64(milliseconds)))
        },
        Function(
            "next_september", [Parameter("date", .month)], .month,
            "the September of a month's year, or of the next year when it has passed: when school years begin",
            ("next_september(2026-10)", "2027-09")
        ) { arguments throws(EvaluationFault) in
            let month = try arguments.month(0)
            guard let september = CalendarMonth(year: month.month > 9 ? month.year + 1 : month.year, month: 9) else {
                throw .outsideCalendar
            }
            return .month(september)
        },
    ]
}
