import FoundationEssentials

extension Function {
    /// The field's tests of numbers in answers: true when any number in the text passes.
    static let numberTests: [Function] = [
        Function(
            "has_number", [Parameter("text", .text)], .boolean, "whether the text has a number in it, in figures",
            ("has_number(\"the number is 42\")", "true")
        ) { .boolean(!$0.numbersInText.isEmpty) },
        Function(
            "has_number_between",
            [Parameter("text", .text), Parameter("least", .number), Parameter("greatest", .number)], .boolean,
            "whether a number in the text lies between two others or is one of them",
            ("has_number_between(\"the number is 42\", 40, 44)", "true")
        ) { arguments throws(EvaluationFault) in
            let (least, greatest) = (try arguments.number(1), try arguments.number(2))
            return .boolean(arguments.numbersInText.contains { least <= $0 && $0 <= greatest })
        },
        numberTest("has_number_lt", "is less than another", 44) { $0 < $1 },
        numberTest("has_number_lte", "is at most another", 42) { $0 <= $1 },
        numberTest("has_number_eq", "is another", 42) { $0 == $1 },
        numberTest("has_number_gte", "is at least another", 42) { $0 >= $1 },
        numberTest("has_number_gt", "is greater than another", 40) { $0 > $1 },
    ]

    private static func numberTest(
        _ name: String, _ what: String, _ example: Int, _ passes: @escaping @Sendable (Decimal, Decimal) -> Bool
    ) -> Function {
        Function(
            name, [Parameter("text", .text), Parameter("number", .number)], .boolean,
            "whether a number in the text \(what)", ("\(name)(\"the number is 42\", \(example))", "true")
        ) { arguments throws(EvaluationFault) in
            let number = try arguments.number(1)
            return .boolean(arguments.numbersInText.contains { passes($0, number) })
        }
    }

    /// The field's tests of dates in answers.
    static let dateTests: [Function] = [
        Function(
            "has_date", [Parameter("text", .text)], .boolean, "whether the text has a date in it, in figures",
            ("has_date(\"the date is 2026-03-15\")", "true")
        ) { .boolean($0.dateInText != nil) },
        dateTest("has_date_lt", "is before another", "2026-06-01") { $0 < $1 },
        dateTest("has_date_eq", "is another", "2026-03-15") { $0 == $1 },
        dateTest("has_date_gt", "is after another", "2026-01-01") { $0 > $1 },
        Function(
            "has_time", [Parameter("text", .text)], .boolean, "whether the text has a time of day in it",
            ("has_time(\"the time is 10 PM\")", "true")
        ) { .boolean((try? $0.time(0)) != nil) },
    ]

    private static func dateTest(
        _ name: String, _ what: String, _ example: String,
        _ passes: @escaping @Sendable (CalendarDate, CalendarDate) -> Bool
    ) -> Function {
        Function(
            name, [Parameter("text", .text), Parameter("date", .date)], .boolean,
            "whether the first date in the text \(what)",
            ("\(name)(\"the date is 2026-03-15\", \(example))", "true")
        ) { arguments throws(EvaluationFault) in
            let date = try arguments.date(1)
            return .boolean(arguments.dateInText.map { passes($0, date) } ?? false)
        }
    }
}

extension Arguments {
    private static let numberPattern = Pattern(fixed: #"[-+]?(?:\d[\d,]*(?:\.\d+)?|\B\.\d+)"#)

    /// The numbers in argument 0, in reading order; figures of any script count.
    fileprivate var numbersInText: [Decimal] {
        let text = text(0).withPlainDigits
        return Arguments.numberPattern.matches(in: text).compactMap { match in
            Decimal(plain: (match.group(0) ?? "").filter { $0 != "," && $0 != "+" })
        }
    }

    fileprivate var dateInText: CalendarDate? {
        DateSearch.date(in: text(0).withPlainDigits)?.date ?? (try? date(0))
    }
}

extension String {
    /// The text with the figures of all scripts as 0 to 9.
    fileprivate var withPlainDigits: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let value = scalar.properties.generalCategory == .decimalNumber ? scalar.properties.numericValue : nil
            let digit = value.flatMap { Unicode.Scalar(UInt32(0x30 + Int($0))) }
            scalars.append(digit ?? scalar)
        }
        return String(scalars)
    }
}
