import Expressions

extension AnswerReader {
    /// Whether a value lies between the rule's bounds, ends included.
    func isWithinBounds(_ value: Value) -> Bool {
        if let from = rule.from, isLess(value, bound(from)) { return false }
        if let to = rule.to, isLess(bound(to), value) { return false }
        return true
    }

    /// Order between two values of one kind; a month is compared with a day by its month.
    private func isLess(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.number(let a), .number(let b)): a < b
        case (.date(let a), .date(let b)): a < b
        case (.month(let a), .month(let b)): a < b
        case (.month(let a), .date(let b)): a < b.calendarMonth
        case (.date(let a), .month(let b)): a.calendarMonth < b
        case (.duration(let a), .duration(let b)): a.compared(to: b).map { $0 < 0 } ?? false
        default: false
        }
    }
}
