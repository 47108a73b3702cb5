package import FoundationEssentials

/// What an expression gives. Failures and things not known yet are values too, so that evaluation never stops halfway.
package enum Value: Hashable, Sendable {
    case text(String)
    case number(Decimal)
    case boolean(Bool)
    case date(CalendarDate)
    case month(CalendarMonth)
    case time(TimeOfDay)
    case datetime(Timestamp)
    case duration(Span)
    case list([Value])
    case object(Object)
    /// Nothing: an empty answer. It reads as an empty text.
    case null
    /// A fact not known yet: three-valued logic applies (Kleene's strong logic).
    case unknown
    case error(EvaluationFault)

    /// The type's name as operators read it: `text`, `number`, `boolean`, ...
    package var typeName: String {
        switch self {
        case .text: "text"
        case .number: "number"
        case .boolean: "boolean"
        case .date: "date"
        case .month: "month"
        case .time: "time"
        case .datetime: "datetime"
        case .duration: "duration"
        case .list: "list"
        case .object: "object"
        case .null: "null"
        case .unknown: "unknown"
        case .error: "error"
        }
    }

    /// Whether the value counts as true; nil when it is unknown or an error.
    /// Empty texts, "false", zero, midnight, empty lists and null count as false.
    package var isTrue: Bool? {
        switch self {
        case .text(let text): !text.isEmpty && text.lowercased() != "false"
        case .number(let number): !number.isZero
        case .boolean(let boolean): boolean
        case .date, .month, .datetime: true
        case .time(let time): time != .midnight
        case .duration(let span): span != Span()
        case .list(let items): !items.isEmpty
        case .object(let object): !object.isEmpty
        case .null: false
        case .unknown, .error: nil
        }
    }

    /// A whole number as a value.
    package static func number(_ whole: Int) -> Value { .number(Decimal(whole)) }
}
