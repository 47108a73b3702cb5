// Values with their types, for records that are read back: sessions, exports.

extension Value {
    /// The object `typedJSON` prints. Items of lists and objects are described in the same way, so that they keep
    /// their types too, except plain texts, numbers, booleans and null, which JSON tells apart by itself.
    func described(utcOffset: Int) -> Value {
        if case .error(let fault) = self { return .object(["error": .text(fault.message)]) }
        return .object([
            "type": .text(typeName), "value": inner(utcOffset: utcOffset), "text": .text(text(utcOffset: utcOffset)),
        ])
    }

    private func inner(utcOffset: Int) -> Value {
        switch self {
        case .list(let items): .list(items.map { $0.item(utcOffset: utcOffset) })
        case .object(let object): .object(Object(object.pairs.map { ($0, $1.item(utcOffset: utcOffset)) }))
        case .datetime(let moment): .text(moment.rfc3339(utcOffset: utcOffset))
        default: self
        }
    }

    private func item(utcOffset: Int) -> Value {
        switch self {
        case .text, .number, .boolean, .null: self
        case .list(let items): .list(items.map { $0.item(utcOffset: utcOffset) })
        case .object, .date, .month, .time, .datetime, .duration, .unknown, .error: described(utcOffset: utcOffset)
        }
    }

    /// Reads what ``typedJSON(utcOffset:)`` printed.
    package static func parse(typedJSON text: String) throws(JSONFault) -> Value {
        let value = try parse(json: text)
        guard let result = Value(described: value) else {
            throw JSONFault(message: "this is no value with its type", offset: 0)
        }
        return result
    }

    private init?(described value: Value) {
        guard case .object(let object) = value else { return nil }
        if case .text(let message) = object["error"] {
            self = .error(EvaluationFault(message))
            return
        }
        guard case .text(let type) = object["type"], let inner = object["value"] else { return nil }
        self.init(type: type, inner: inner)
    }

    private init?(type: String, inner: Value) {
        switch (type, inner) {
        case ("text", .text), ("number", .number), ("boolean", .boolean), ("null", .null): self = inner
        case ("unknown", _): self = .unknown
        case ("date", .text(let text)): self.init(CalendarDate(iso: text).map(Value.date))
        case ("month", .text(let text)): self.init(CalendarMonth(iso: text).map(Value.month))
        case ("time", .text(let text)): self.init(DateSearch.time(in: text).map(Value.time))
        case ("datetime", .text(let text)): self.init(Timestamp(rfc3339: text).map(Value.datetime))
        case ("duration", .text(let text)): self.init(Span(text: text).map(Value.duration))
        case ("list", .list): self.init(item: inner)
        case ("object", .object(let object)):
            var result = Object()
            for (key, value) in object.pairs {
                guard let item = Value(item: value) else { return nil }
                result[key] = item
            }
            self = .object(result)
        default: return nil
        }
    }

    private init?(item value: Value) {
        switch value {
        case .list(let items):
            var result: [Value] = []
            for item in items {
                guard let value = Value(item: item) else { return nil }
                result.append(value)
            }
            self = .list(result)
        case .object: self.init(described: value)
        default: self = value
        }
    }

    private init?(_ value: Value?) {
        guard let value else { return nil }
        self = value
    }
}
