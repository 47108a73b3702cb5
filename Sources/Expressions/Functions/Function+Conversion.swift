extension Function {
    static let conversion: [Function] = [
        Function(
            "text", [Parameter("value")], .text, "the value as text",
            ("text(1.50)", "1.5")
        ) { .text($0.text(0)) },
        Function(
            "number", [Parameter("value")], .number, "the number a text is written as",
            ("number(\" 12.50 \")", "12.5")
        ) { arguments throws(EvaluationFault) in .number(try arguments.number(0)) },
        Function(
            "boolean", [Parameter("value")], .boolean, "false for empty texts, \"false\", 0, empty lists and null",
            ("boolean(\"FALSE\")", "false")
        ) { .boolean($0[0].isTrue ?? false) },
        Function(
            "date", [Parameter("value")], .date,
            "the first day in a text, or the day of a moment on the person's clock",
            ("date(\"2026-03-15T10:30:00Z\")", "2026-03-15")
        ) { arguments throws(EvaluationFault) in .date(try arguments.date(0)) },
        Function(
            "month", [Parameter("value")], .month, "the month of a text, a date or a moment",
            ("month(\"2026-03-15\")", "2026-03")
        ) { arguments throws(EvaluationFault) in .month(try arguments.month(0)) },
        Function(
            "time", [Parameter("value")], .time,
            "the time of day of a text, of a moment on the person's clock, or of an hour from 0 to 24",
            ("time(\"10:30:45 PM\")", "22:30:45")
        ) { arguments throws(EvaluationFault) in .time(try arguments.time(0)) },
        Function(
            "datetime", [Parameter("value")], .datetime, "the moment of a text; a date counts from its midnight",
            ("datetime(\"2026-03-15 10:30\")", "2026-03-15T10:30:00Z")
        ) { arguments throws(EvaluationFault) in .datetime(try arguments.moment(0)) },
        Function(
            "duration", [Parameter("value"), Parameter("unit", .text).optional], .duration,
            "a length of time: a text such as \"3 days\", or a number of Y, M, W, D, h, m or s",
            ("duration(15, \"M\")", "1 year 3 months")
        ) { arguments throws(EvaluationFault) in
            guard arguments.count == 2 else { return .duration(try arguments[0].asDuration()) }
            return .duration(try arguments.span(count: 0, unit: 1))
        },
        Function(
            "array", [Parameter("value").optional.repeated], .list, "a list of the values; the same as [1, 2]",
            ("array(\"a\", \"b\", 356)[1]", "b")
        ) { .list($0.values) },
    ]
}

extension Arguments {
    /// So many of a unit.
    func span(count: Int, unit: Int) throws(EvaluationFault) -> Span {
        guard let span = Span(try whole(count), text(unit)) else {
            throw EvaluationFault("\"\(text(unit))\" is no unit; use Y, M, W, D, h, m or s")
        }
        return span
    }
}
