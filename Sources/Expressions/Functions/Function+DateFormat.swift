extension Function {
    static let dateFormat: [Function] = [
        Function(
            "format_month", [Parameter("month")], .text, "a month as people of the language write it",
            ("format_month(2026-03)", "March 2026")
        ) { arguments throws(EvaluationFault) in .text(arguments.names.text(try arguments.month(0))) },
        Function(
            "format_date", [Parameter("date"), Parameter("format", .text).optional], .text,
            "a date as people of the language write it, or by a format such as DD/MM/YYYY",
            ("format_date(2026-03-15)", "15 March 2026")
        ) { arguments throws(EvaluationFault) in
            if arguments.count == 2 { return try arguments.formatted() }
            return .text(arguments.names.text(try arguments.date(0)))
        },
        Function(
            "format_time", [Parameter("datetime"), Parameter("format", .text).optional], .text,
            "the time of a moment on the person's clock, or by a format such as h:mm aa",
            ("format_time(\"2026-03-15T16:05:00Z\")", "16:05")
        ) { arguments throws(EvaluationFault) in try arguments.formatted(or: "tt:mm") },
        Function(
            "format_datetime", [Parameter("datetime"), Parameter("format", .text).optional], .text,
            "a moment as people of the language write it, or by a format such as DD-MM-YYYY tt:mm",
            ("format_datetime(\"2026-03-15T16:05:00Z\")", "15 March 2026 16:05")
        ) { arguments throws(EvaluationFault) in
            if arguments.count == 2 { return try arguments.formatted() }
            let time = try DatePattern("tt:mm").text(of: try arguments.moment(0), arguments.surroundings)
            return .text("\(arguments.names.text(try arguments.date(0))) \(time)")
        },
    ]
}

extension Arguments {
    fileprivate var names: Names { Names(surroundings.language) }

    fileprivate func formatted(or pattern: String = "") throws(EvaluationFault) -> Value {
        .text(try DatePattern(text(1, or: pattern)).text(of: try moment(0), surroundings))
    }
}
