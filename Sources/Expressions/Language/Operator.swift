/// An operator between two operands. `not` and the sign before an operand are parts of the grammar.
package enum Operator: String, CaseIterable, Hashable, Sendable {
    case or = "or"
    case and = "and"
    case join = "&"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case isIn = "in"
    case isNotIn = "not in"
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "^"

    /// How tightly the operator binds; a higher one is applied first. All operators group from the left.
    /// The order from `&` up is the field's (Excellent3.g4): `"a" & 1 = 1` joins last.
    package var precedence: Int {
        switch self {
        case .or: 1
        case .and: 2
        case .join: 4
        case .equal, .notEqual: 5
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .isNotIn: 6
        case .add, .subtract: 7
        case .multiply, .divide: 8
        case .power: 9
        }
    }

    /// Whether it asks which of two comes first.
    var isOrder: Bool {
        switch self {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .and, .or, .join, .equal, .notEqual, .isIn, .isNotIn, .add, .subtract, .multiply, .divide, .power: false
        }
    }

    /// `not` binds looser than `&` and tighter than `and`.
    static let precedenceOfNot = 3

    /// One line for the guide.
    package var summary: String {
        switch self {
        case .or: "true when one side is true"
        case .and: "true when both sides are true"
        case .join: "joins two texts"
        case .equal: "the same number, the same date, else the same text (== is accepted)"
        case .notEqual: "not the same"
        case .less: "smaller, or earlier"
        case .lessOrEqual: "smaller or the same, earlier or the same"
        case .greater: "larger, or later"
        case .greaterOrEqual: "larger or the same, later or the same"
        case .isIn: "one of a list's items, a key of an object, or a part of a text"
        case .isNotIn: "the opposite of in"
        case .add: "adds numbers, durations, or a duration to a date"
        case .subtract: "subtracts numbers, durations, a duration from a date, or a date from a date"
        case .multiply: "multiplies numbers"
        case .divide: "divides numbers; dividing by zero is an error"
        case .power: "raises to a whole power of at most 100"
        }
    }
}
