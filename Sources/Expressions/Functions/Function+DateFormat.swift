import FoundationEssentials

extension Function {
    static let dateFormat: [Function] = [
        Function(
            "format_month", [Parameter("month", .month)], .text, "a month as people of the language write it",
            ("format_month(2026-03)", "March 2026")
        ) { arguments throws(EvaluationFault) in .text(arguments.names.text(try arguments.month(0))) },
        Function(
            "format_date", [Parameter("date", .date), Parameter("format", .text).optional], .text,
            "a date as people of the language write it, or by a format such as DD/MM/YYYY",
            ("format_date(2026-03-15)", "15 March 2026")
        ) { arguments throws(EvaluationFault) in
            guard arguments.count == 2 else { return .text(arguments.names.text(try arguments.date(0))) }
            let moment = Timestamp(date: try arguments.date(0), utcOffset: arguments.surroundings.utcOffset)
            return .text(try DatePattern(arguments.text(1)).text(of: moment, .date, arguments.surroundings))
        },
        Function(
            "format_time", [Parameter("time", .time), Parameter("format", .text).optional], .text,
            "a time, or that of a moment on the person's clock; also by a format such as h:mm aa",
            ("format_time(\"16:05\", \"h:mm aa\")", "4:05 pm")
        ) { arguments throws(EvaluationFault) in
            let time = try arguments.time(0)
            var moment = Timestamp(date: .epoch, time: time, utcOffset: arguments.surroundings.utcOffset)
            if case .datetime(let exact) = arguments[0] { moment = exact }
            let pattern = DatePattern(arguments.text(1, or: "tt:mm"))
            return .text(try pattern.text(of: moment, .time, arguments.surroundings))
        },
        Function(
            "format_datetime",
            [
                Parameter("datetime", .datetime), Parameter("format", .text).optional,
                Parameter("offset", .text).optional,
            ],
            .text,
            "a moment as people of the language write it, or by a format such as DD-MM-YYYY tt:mm; on the person's clock,"
                + " or one ahead of UTC by an offset",
            ("format_datetime(\"2026-03-15T16:05:00Z\")", "15 March 2026 16:05")
        ) { arguments throws(EvaluationFault) in
            let surroundings = try arguments.surroundings(offset: 2)
            let moment = try arguments.moment(0)
            guard arguments.count == 1 else {
                return .text(try DatePattern(arguments.text(1)).text(of: moment, .both, surroundings))
            }
            return .text(try moment.formatted(surroundings))
        },
        Function(
            "format", [Parameter("value")], .text,
            "any value as people of the language write it: lists with commas, objects line by line",
            ("format([1234.5, 2026-03-15])", "1,234.5, 15 March 2026")
        ) { arguments throws(EvaluationFault) in
            .text(try arguments[0].formatted(arguments.surroundings))
        },
    ]
}

extension Arguments {
    fileprivate var names: Names { Names(surroundings.language) }
}

extension Timestamp {
    fileprivate func formatted(_ surroundings: Surroundings) throws(EvaluationFault) -> String {
        let time = try DatePattern("tt:mm").text(of: self, .time, surroundings)
        return "\(Names(surroundings.language).text(date(utcOffset: surroundings.utcOffset))) \(time)"
    }
}

extension Value {
    fileprivate func formatted(_ surroundings: Surroundings) throws(EvaluationFault) -> String {
        switch self {
        case .number(let number): return number.formatted(places: max(0, -number.exponent), isGrouped: true)
        case .date(let date): return Names(surroundings.language).text(date)
        case .month(let month): return Names(surroundings.language).text(month)
        case .datetime(let moment): return try moment.formatted(surroundings)
        case .list(let items):
            var texts: [String] = []
            for item in items { texts.append(try item.formatted(surroundings)) }
            return texts.joined(separator: ", ")
        case .object(let object):
            var lines: [String] = []
            for (key, value) in object.pairs { lines.append("\(key): \(try value.formatted(surroundings))") }
            return lines.joined(separator: "\n")
        case .text, .boolean, .time, .duration, .null: return text
        case .unknown, .error: throw reasonNotToShow ?? EvaluationFault("the value is not known yet")
        }
    }
}
