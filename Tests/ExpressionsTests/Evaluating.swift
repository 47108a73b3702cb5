import Expressions

/// What the examples are evaluated with: Sunday 15 March 2026, 10:30 in UTC.
let scope = DictionaryScope([
    "name": .text("Amina"), "n": .number(3), "left_month": .month(month("2026-01")),
    "born": .date(date("1990-05-20")), "fact": .unknown, "other_fact": .unknown, "nothing": .null,
    "person": .object(["region": .text("Nairobi"), "Language": .text("sw"), "age": .number(35)]),
    "items": .list([.text("a"), .number(2), .boolean(true)]),
    "p": .object([
        "start": .object(["m": .month(month("1965-01")), "f": .month(month("1970-01"))]),
        "table": .list([.list([.number(0), .number(180)]), .list([.number(2030), .number(186)])]),
    ]),
    "failed": .error(EvaluationFault("the request failed")),
])

let now = Timestamp(milliseconds: 1_773_570_600_000)

func evaluation(utcOffset: Int = 0, language: String = "en", budget: Int = 100_000) -> Evaluation {
    Evaluation(scope: scope, now: now, utcOffset: utcOffset, language: language, budget: budget)
}

/// The value, faults of the source included as errors.
func value(_ source: String, utcOffset: Int = 0, language: String = "en") -> Value {
    do throws(ExpressionFault) {
        return evaluation(utcOffset: utcOffset, language: language).evaluate(try Expression.parse(source))
    } catch {
        return .error(EvaluationFault("at \(error.offset): \(error.message)"))
    }
}

/// The value as a line of a table: its text, `unknown`, `null` or `ERROR` with the message.
func shown(_ source: String, utcOffset: Int = 0, language: String = "en") -> String {
    switch value(source, utcOffset: utcOffset, language: language) {
    case .error(let fault): "ERROR \(fault.message)"
    case .unknown: "unknown"
    case .null: "null"
    case let value: value.text(utcOffset: utcOffset)
    }
}

func month(_ iso: String) -> CalendarMonth {
    guard let month = CalendarMonth(iso: iso) else { preconditionFailure("\(iso) is no month") }
    return month
}

func date(_ iso: String) -> CalendarDate {
    guard let date = CalendarDate(iso: iso) else { preconditionFailure("\(iso) is no date") }
    return date
}
