import FoundationEssentials

extension Value {
    /// Whether `=` holds: the same number, the same date (of a date and a month, the same month), else the same text.
    func isSame(as other: Value, _ utcOffset: Int) -> Bool {
        switch (self, other) {
        case (.number(let left), .number(let right)): return left == right
        case (.text(let left), .text(let right)): return left == right
        default:
            if isCalendar, other.isCalendar, let order = try? order(to: other, utcOffset) { return order == 0 }
            return text(utcOffset: utcOffset) == other.text(utcOffset: utcOffset)
        }
    }

    private var isCalendar: Bool {
        switch self {
        case .date, .month, .time, .datetime: true
        default: false
        }
    }

    /// Negative when this comes before the other, 0 for the same, positive after. Numbers compare with numbers, dates
    /// with dates (by the coarser of the two: a month, a day, a moment), times with times, durations with durations.
    func order(to other: Value, _ utcOffset: Int) throws(EvaluationFault) -> Int {
        switch (self, other) {
        case (.number(let left), .number(let right)): return Value.order(left, right)
        case (.duration, _), (_, .duration):
            guard let order = try asDuration().compared(to: try other.asDuration()) else {
                throw EvaluationFault("months and days cannot be compared")
            }
            return order
        case (.time, _), (_, .time):
            return Value.order(try asTime(utcOffset: utcOffset), try other.asTime(utcOffset: utcOffset))
        case (.month, _), (_, .month):
            return Value.order(try asMonth(utcOffset: utcOffset), try other.asMonth(utcOffset: utcOffset))
        case (.date, _), (_, .date):
            return Value.order(try asDate(utcOffset: utcOffset), try other.asDate(utcOffset: utcOffset))
        case (.datetime, _), (_, .datetime):
            return Value.order(try asMoment(utcOffset: utcOffset), try other.asMoment(utcOffset: utcOffset))
        default: return Value.order(try asNumber(), try other.asNumber())
        }
    }

    static func order<Thing: Comparable>(_ left: Thing, _ right: Thing) -> Int {
        left < right ? -1 : left == right ? 0 : 1
    }

    /// Whether a list has the item, an object the key, a text the part. An unknown item leaves it unknown.
    func includes(_ item: Value, _ utcOffset: Int) throws(EvaluationFault) -> Value {
        switch self {
        case .list(let items):
            if items.contains(where: { $0.hasValue && $0.isSame(as: item, utcOffset) }) { return .boolean(true) }
            return items.firstObstacle ?? .boolean(false)
        case .object(let object): return .boolean(object.value(named: item.text(utcOffset: utcOffset)) != nil)
        case .text(let text):
            let part = item.text(utcOffset: utcOffset)
            return .boolean(part.isEmpty || text.ranges(of: part, limit: 1).first != nil)
        case .null: return .boolean(false)
        default: throw EvaluationFault("\(described) has nothing in it; in needs a list, an object or a text")
        }
    }

    private var hasValue: Bool {
        switch self {
        case .unknown, .error: false
        default: true
        }
    }
}

// Properties and items.
extension Value {
    /// `value.name`; a missing property is an error.
    func property(_ name: String) -> Value {
        switch self {
        case .error, .unknown: return self
        case .object(let object):
            if let value = object.value(named: name) { return value }
            let meant = Spelling.nearest(to: name, among: object.keys).map { "; did you mean \($0)?" } ?? ""
            return .error(EvaluationFault("the object has no \(name)\(meant)"))
        case .list: return Int(name).map { item(at: .number($0)) } ?? noProperty(name)
        default: return noProperty(name)
        }
    }

    private func noProperty(_ name: String) -> Value { .error(EvaluationFault("\(described) has no \(name)")) }

    /// `value[key]`; a missing key gives null, negative positions count from the end.
    func item(at key: Value) -> Value {
        if case .error = self { return self }
        if let obstacle = [self, key].firstObstacle { return obstacle }
        switch self {
        case .object(let object): return object.value(named: key.text) ?? .null
        case .list(let items):
            guard let position = (try? key.asNumber())?.whole else {
                return .error(EvaluationFault("\(key.described) is no position in a list"))
            }
            let index = position < 0 ? items.count + position : position
            guard items.indices.contains(index) else {
                return .error(EvaluationFault("the list has no item \(position), it has \(items.count)"))
            }
            return items[index]
        default: return .error(EvaluationFault("\(described) has no items"))
        }
    }
}
