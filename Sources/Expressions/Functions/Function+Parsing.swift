extension Function {
    static let parsing: [Function] = [
        Function(
            "parse_datetime",
            [Parameter("text", .text), Parameter("format", .text), Parameter("offset", .text).optional], .datetime,
            "the moment a text tells by a format; on the person's clock, or one ahead of UTC by an offset",
            ("parse_datetime(\"15/03/2026 2:40 pm\", \"DD/MM/YYYY h:mm aa\")", "2026-03-15T14:40:00Z")
        ) { arguments throws(EvaluationFault) in
            let parts = try arguments.parts()
            guard let date = parts.date, let time = parts.time else { throw arguments.notWrittenSo }
            let surroundings = try arguments.surroundings(offset: 2)
            let moment = Timestamp(date: date, time: time, utcOffset: parts.utcOffset ?? surroundings.utcOffset)
            return .datetime(Timestamp(milliseconds: moment.milliseconds + Int64(parts.milliseconds)))
        },
        Function(
            "parse_time", [Parameter("text", .text), Parameter("format", .text)], .time,
            "the time of day a text tells by a format", ("parse_time(\"2:40 pm\", \"h:mm aa\")", "14:40")
        ) { arguments throws(EvaluationFault) in
            guard let time = try arguments.parts().time else { throw arguments.notWrittenSo }
            return .time(time)
        },
    ]
}

extension Arguments {
    fileprivate func parts() throws(EvaluationFault) -> DateParts {
        guard let parts = try DatePattern(text(1)).parts(of: text(0)) else { throw notWrittenSo }
        return parts
    }

    fileprivate var notWrittenSo: EvaluationFault {
        EvaluationFault("\(self[0].described) is not written as \(text(1))")
    }

    /// The surroundings with the clock of an argument such as `+08:00`, when it is there.
    func surroundings(offset index: Int) throws(EvaluationFault) -> Surroundings {
        guard index < count else { return surroundings }
        guard let offset = text(index) == "UTC" ? 0 : Timestamp.utcOffset(iso: text(index)) else {
            throw EvaluationFault("\(self[index].described) is no offset from UTC; write it like +08:00")
        }
        return Surroundings(now: surroundings.now, utcOffset: offset, language: surroundings.language)
    }
}
