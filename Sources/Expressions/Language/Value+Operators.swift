import FoundationEssentials

extension Operator {
    /// The operator's result for two values. `and` and `or` are the evaluator's, which need not know both sides.
    func result(_ left: Value, _ right: Value, _ surroundings: Surroundings) -> Value {
        if let obstacle = left.obstacle(with: right) { return obstacle }
        let utcOffset = surroundings.utcOffset
        do throws(EvaluationFault) {
            switch self {
            case .and, .or: return .boolean((left.isTrue ?? false) && (right.isTrue ?? false))
            case .join: return .text(left.text(utcOffset: utcOffset) + right.text(utcOffset: utcOffset))
            case .equal: return .boolean(left.isSame(as: right, utcOffset))
            case .notEqual: return .boolean(!left.isSame(as: right, utcOffset))
            case .less: return .boolean(try left.order(to: right, utcOffset) < 0)
            case .lessOrEqual: return .boolean(try left.order(to: right, utcOffset) <= 0)
            case .greater: return .boolean(try left.order(to: right, utcOffset) > 0)
            case .greaterOrEqual: return .boolean(try left.order(to: right, utcOffset) >= 0)
            case .isIn: return try right.includes(left, utcOffset)
            case .isNotIn: return try right.includes(left, utcOffset).logicalNot()
            case .add: return try left.adding(right, utcOffset)
            case .subtract: return try left.subtracting(right, utcOffset)
            case .multiply: return try left.multiplied(by: right)
            case .divide: return try left.divided(by: right)
            case .power: return try left.raised(to: right)
            }
        } catch {
            return .error(error)
        }
    }
}

extension Value {
    /// An error on either side, else unknown when a side is.
    fileprivate func obstacle(with other: Value) -> Value? {
        switch (self, other) {
        case (.error, _): self
        case (_, .error): other
        case (.unknown, _), (_, .unknown): .unknown
        default: nil
        }
    }

    func logicalNot() -> Value { isTrue.map { .boolean(!$0) } ?? self }

    func negated() -> Value {
        switch self {
        case .error, .unknown: return self
        case .duration(let span): return span.negated.map(Value.duration) ?? .tooLarge
        default:
            do throws(EvaluationFault) { return .number(-(try asNumber())) } catch { return .error(error) }
        }
    }

    static let tooLarge = Value.error(.tooLarge)
}

extension EvaluationFault {
    static let tooLarge = EvaluationFault("the result is too large or too small")
    static let divisionByZero = EvaluationFault("a number cannot be divided by zero")
}

// Arithmetic.
extension Value {
    fileprivate func adding(_ other: Value, _ utcOffset: Int) throws(EvaluationFault) -> Value {
        switch (self, other) {
        case (.number(let left), .number(let right)): return try .checked(left.plus(right))
        case (.duration(let left), .duration(let right)): return try .checked(left.adding(right))
        case (.duration(let span), .date), (.duration(let span), .month), (.duration(let span), .datetime):
            return try other.moved(by: span, utcOffset)
        case (.date, .duration(let span)), (.month, .duration(let span)), (.datetime, .duration(let span)):
            return try moved(by: span, utcOffset)
        case (.date, _), (.month, _), (.datetime, _):
            throw EvaluationFault("only a duration can be added to a \(typeName); use add_days or add_months")
        default: return try .checked(try asNumber().plus(try other.asNumber()))
        }
    }

    fileprivate func subtracting(_ other: Value, _ utcOffset: Int) throws(EvaluationFault) -> Value {
        switch (self, other) {
        case (.number(let left), .number(let right)): return try .checked(left.minus(right))
        case (.date(let left), .date(let right)):
            return .duration(Span(seconds: Int64(left.daysSinceEpoch - right.daysSinceEpoch) * 86_400))
        case (.month(let left), .month(let right)): return .duration(Span(months: right.months(to: left)))
        case (.datetime(let left), .datetime(let right)): return .duration(Span(seconds: left - right))
        case (_, .duration(let span)):
            guard let back = span.negated else { throw .tooLarge }
            return try adding(.duration(back), utcOffset)
        case (.date, _), (.month, _), (.datetime, _):
            throw EvaluationFault("\(other.described) cannot be taken from a \(typeName); use add_days or add_months")
        default: return try .checked(try asNumber().minus(try other.asNumber()))
        }
    }

    fileprivate func multiplied(by other: Value) throws(EvaluationFault) -> Value {
        switch (self, other) {
        case (.number(let left), .number(let right)): return try .checked(left.times(right))
        case (.duration(let span), _): return .duration(try span.times(try other.asNumber()))
        case (_, .duration(let span)): return .duration(try span.times(try asNumber()))
        default: return try .checked(try asNumber().times(try other.asNumber()))
        }
    }

    fileprivate func divided(by other: Value) throws(EvaluationFault) -> Value {
        let (dividend, divisor) = (try asNumber(), try other.asNumber())
        if divisor.isZero { throw .divisionByZero }
        return try .checked(dividend.divided(by: divisor))
    }

    fileprivate func raised(to other: Value) throws(EvaluationFault) -> Value {
        let (base, exponent) = (try asNumber(), try other.asNumber())
        let largest = Decimal.largestExponent
        guard let power = exponent.whole, (-largest...largest).contains(power) else {
            throw EvaluationFault("the exponent must be a whole number from -\(largest) to \(largest)")
        }
        if base.isZero, power < 0 { throw .divisionByZero }
        return try .checked(base.raised(to: power))
    }

    static func checked(_ number: Decimal?) throws(EvaluationFault) -> Value {
        guard let number else { throw .tooLarge }
        return .number(number)
    }

    private static func checked(_ span: Span?) throws(EvaluationFault) -> Value {
        guard let span else { throw .tooLarge }
        return .duration(span)
    }
}
