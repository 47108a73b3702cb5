/// The C expression of a plural rule: `n%10==1 && n%100!=11 ? 0 : 1`.
indirect enum PluralFormula: Sendable {
    case count
    case number(UInt64)
    case not(PluralFormula)
    case operation(Sign, PluralFormula, PluralFormula)
    case choice(PluralFormula, PluralFormula, PluralFormula)

    /// An operator between two values, loosest first.
    enum Sign: String, CaseIterable, Sendable {
        case or = "||"
        case and = "&&"
        case equal = "=="
        case unequal = "!="
        case atMost = "<="
        case atLeast = ">="
        case less = "<"
        case greater = ">"
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"
        case remainder = "%"

        /// How tightly it binds, as in C.
        var level: Int {
            switch self {
            case .or: 1
            case .and: 2
            case .equal, .unequal: 3
            case .atMost, .atLeast, .less, .greater: 4
            case .plus, .minus: 5
            case .times, .divided, .remainder: 6
            }
        }
    }

    /// The value for a count, in the unsigned arithmetic of C; dividing by zero gives zero.
    func value(_ count: UInt64) -> UInt64 {
        switch self {
        case .count: count
        case .number(let number): number
        case .not(let formula): formula.value(count) == 0 ? 1 : 0
        case .choice(let test, let yes, let no): test.value(count) != 0 ? yes.value(count) : no.value(count)
        case .operation(let sign, let left, let right): sign.result(left.value(count), right.value(count))
        }
    }
}

extension PluralFormula.Sign {
    fileprivate func result(_ left: UInt64, _ right: UInt64) -> UInt64 {
        switch self {
        case .or: left != 0 || right != 0 ? 1 : 0
        case .and: left != 0 && right != 0 ? 1 : 0
        case .equal: left == right ? 1 : 0
        case .unequal: left != right ? 1 : 0
        case .atMost: left <= right ? 1 : 0
        case .atLeast: left >= right ? 1 : 0
        case .less: left < right ? 1 : 0
        case .greater: left > right ? 1 : 0
        case .plus: left &+ right
        case .minus: left &- right
        case .times: left &* right
        case .divided: right == 0 ? 0 : left / right
        case .remainder: right == 0 ? 0 : left % right
        }
    }
}
