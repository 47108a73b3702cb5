import FoundationEssentials

extension Value {
    /// The value as text, moments in UTC: see ``text(utcOffset:)``.
    package var text: String { text(utcOffset: 0) }

    /// The value as people read it: numbers without trailing zeros, dates and months in ISO order, moments in RFC 3339
    /// on a clock `utcOffset` seconds ahead of UTC, lists as `[1, x]`, objects as `{a: 1}`. What has no value is empty.
    package func text(utcOffset: Int) -> String {
        switch self {
        case .text(let text): text
        case .number(let number): number.description
        case .boolean(let boolean): boolean ? "true" : "false"
        case .date(let date): date.iso
        case .month(let month): month.iso
        case .time(let time): time.text
        case .datetime(let moment): moment.rfc3339(utcOffset: utcOffset)
        case .duration(let span): span.text
        case .list(let items): "[\(items.map { $0.text(utcOffset: utcOffset) }.joined(separator: ", "))]"
        case .object(let object):
            "{\(object.pairs.map { "\($0): \($1.text(utcOffset: utcOffset))" }.joined(separator: ", "))}"
        case .null, .unknown, .error: ""
        }
    }

    /// Why this value cannot be shown: an error in it, or something unknown.
    var reasonNotToShow: EvaluationFault? {
        switch self {
        case .error(let fault): fault
        case .unknown: EvaluationFault("the value is not known yet")
        case .list(let items): items.lazy.compactMap(\.reasonNotToShow).first
        case .object(let object): object.values.lazy.compactMap(\.reasonNotToShow).first
        case .text, .number, .boolean, .date, .month, .time, .datetime, .duration, .null: nil
        }
    }
}

extension Object {
    /// Keys with their values, in order.
    package var pairs: Zip2Sequence<[String], [Value]> { zip(keys, values) }
}
