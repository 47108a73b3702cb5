import Expressions

/// Filters for moments; the value is then RFC 3339 in UTC.
package enum TimeFilter: Hashable, Sendable {
    /// The first of some formats that fits.
    case date([DateFormat])

    static let makers: [String: Filter.Maker] = [
        "date": (
            1...4,
            { arguments throws(FilterFault) in
                var formats: [DateFormat] = []
                for index in arguments.values.indices {
                    guard let format = DateFormat(try arguments.constant(index)) else {
                        throw .argument(
                            name: "date",
                            expected: "unix, unix_ms, rfc3339 or a format of the codes \(DateFormat.codes)")
                    }
                    formats.append(format)
                }
                return .time(.date(formats))
            }
        )
    ]

    func apply(to value: Datum, of template: Template) throws(FieldFault) -> Datum {
        guard let text = value.text, !text.isEmpty else { return .null }
        switch self {
        case .date(let formats):
            for format in formats {
                if let moment = format.read(text) { return .text(moment.rfc3339()) }
            }
            throw FieldFault(detail: "\(template.name) is not a time")
        }
    }
}
