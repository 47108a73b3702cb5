extension TypeWalk {
    mutating func negated(_ inner: Node) -> Kind {
        let kind = kind(of: inner)
        if kind.type == .duration { return Kind(type: .duration) }
        if !kind.fits(.number) { note("\(kind.described) is no number", at: inner.place) }
        return Kind(type: .number)
    }

    mutating func operation(_ sign: Operator, _ left: Node, _ right: Node, at place: Place) -> Kind {
        let (first, second) = (kind(of: left), kind(of: right))
        switch sign {
        case .and, .or:
            checkTest(first, at: left.place)
            checkTest(second, at: right.place)
        case .equal, .notEqual: checkEquality(sign, first, second, at: place)
        case .less, .lessOrEqual, .greater, .greaterOrEqual: checkOrder(first, second, at: place)
        case .isIn, .isNotIn:
            if let type = second.type, ![.list, .object, .text].contains(type) {
                note("\(second.described) has nothing in it; in needs a list, an object or a text", at: right.place)
            }
        case .join:
            for (kind, node) in [(first, left), (second, right)] { checkShown(kind, at: node.place) }
            return Kind(type: .text)
        case .add, .subtract: return sum(sign, (first, left.place), (second, right.place))
        case .multiply: return product((first, left.place), (second, right.place))
        case .divide, .power:
            checkNumber(first, at: left.place)
            checkNumber(second, at: right.place)
            return Kind(type: .number)
        }
        return Kind(type: .boolean)
    }

    private mutating func checkNumber(_ kind: Kind, at place: Place) {
        if !kind.fits(.number) { note("\(kind.described) is no number", at: place) }
    }

    private mutating func sum(_ sign: Operator, _ left: (kind: Kind, Place), _ right: (kind: Kind, Place)) -> Kind {
        let (first, second) = (left.kind.type, right.kind.type)
        switch (first, second) {
        case (.duration, .duration): return Kind(type: .duration)
        case (let type?, .duration) where type.isDay: return Kind(type: type == .date ? nil : type)
        case (.duration, let type?) where type.isDay && sign == .add: return Kind(type: type == .date ? nil : type)
        case (let type?, let other?) where type.isDay && type == other && sign == .subtract:
            return Kind(type: .duration)
        case (let type?, let other?) where type.isDay || other.isDay:
            note(
                "\(right.kind.described) cannot be \(sign == .add ? "added to" : "taken from") \(left.kind.described)",
                at: right.1, suggestion: "add_days(date, days) or days_between(from, to)")
            return .any
        case (.duration, _), (_, .duration), (nil, _), (_, nil): return .any
        default:
            checkNumber(left.kind, at: left.1)
            checkNumber(right.kind, at: right.1)
            return Kind(type: .number)
        }
    }

    private mutating func product(_ left: (kind: Kind, Place), _ right: (kind: Kind, Place)) -> Kind {
        if left.kind.type != .duration { checkNumber(left.kind, at: left.1) }
        if right.kind.type != .duration { checkNumber(right.kind, at: right.1) }
        if left.kind.type == .duration || right.kind.type == .duration { return Kind(type: .duration) }
        return left.kind.type == nil || right.kind.type == nil ? .any : Kind(type: .number)
    }
}

// Comparisons.
extension TypeWalk {
    private mutating func checkOrder(_ left: Kind, _ right: Kind, at place: Place) {
        guard let first = left.type, let second = right.type, !left.canBeOrdered(with: right) else { return }
        let suggestion: String? =
            switch (first, second) {
            case (.text, .text): "text_compare(text, other) < 0"
            case (.text, .number), (.number, .text): "number(...)"
            case (.text, let type) where type.isDay: "date(...)"
            case (let type, .text) where type.isDay: "date(...)"
            default: nil
            }
        note(
            "\(left.described) and \(right.described) cannot be put in order", at: place, suggestion: suggestion)
    }

    private mutating func checkEquality(_ sign: Operator, _ left: Kind, _ right: Kind, at place: Place) {
        guard let first = left.type, let second = right.type, first != second else { return }
        if first == .text || second == .text || (first.isDay && second.isDay) { return }
        let result = sign == .equal ? "false" : "true"
        warn("\(left.described) is never \(right.described), so this is always \(result)", at: place)
    }
}

extension ValueType {
    /// Whether it is a day, month or moment, to which durations can be added.
    fileprivate var isDay: Bool { self == .date || self == .month || self == .datetime }
    fileprivate var isOrdered: Bool { isDay || self == .number || self == .duration || self == .time }
}

extension Kind {
    /// Whether `<` can have a result. A text that is not in the source has none: it must be turned into what it is.
    fileprivate func canBeOrdered(with other: Kind) -> Bool {
        guard let type, let second = other.type else { return true }
        switch (type, second) {
        case (.text, .text): return isWritten(as: .number) && other.isWritten(as: .number)
        case (.text, _): return isWritten(as: second)
        case (_, .text): return other.isWritten(as: type)
        case (.time, .datetime), (.datetime, .time): return true
        default: return type.isOrdered && (type == second || type.isDay && second.isDay)
        }
    }

    /// Whether this is a text in the source that reads as such a value.
    private func isWritten(as type: ValueType) -> Bool {
        literal != nil && type.isOrdered && fits(type)
    }
}
