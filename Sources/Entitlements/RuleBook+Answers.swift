import Expressions

extension RuleBook {
    /// The answers to a fact that are worth telling apart: all that can be chosen, and the typed ones that the tests of
    /// some rules use, which stand on both sides of each threshold.
    ///
    /// - Parameter day: Months and days are moved with it, to be as long ago as in the test; nil leaves them as written.
    func answers(to name: String, in rules: [Rule], on day: CalendarDate? = nil) -> [Value] {
        guard let fact = facts[name] else { return [] }
        let tested = rules.flatMap(\.tests).flatMap { test in
            [test.given[name], test.known[name]].compactMap(\.self).map { value in
                day.map { value.moved(from: test.day, to: $0) } ?? value
            }
        }
        let certain: [Value] = fact.typed == .boolean ? [.boolean(true), .boolean(false)] : []
        var seen: Set<Value> = []
        return (fact.choices + certain + tested + (fact.allowsUnknown ? [.null] : [])).filter {
            seen.insert($0).inserted
        }
    }
}

extension Value {
    /// A month or day that is as long before the one day as this is before the other.
    fileprivate func moved(from old: CalendarDate, to new: CalendarDate) -> Value {
        let months = old.calendarMonth.months(to: new.calendarMonth)
        switch self {
        case .month(let month): return month.adding(months: months).map(Value.month) ?? self
        case .date(let date):
            return date.adding(days: new.daysSinceEpoch - old.daysSinceEpoch).map(Value.date) ?? self
        case .null, .unknown, .error, .text, .number, .boolean, .time, .datetime, .duration, .list, .object: return self
        }
    }
}
