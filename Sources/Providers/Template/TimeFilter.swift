import Expressions

/// Filters for moments; the value is then RFC 3339 in UTC.
package enum TimeFilter: Hashable, Sendable {
    /// The first of some formats that fits.
    case date([DateFormat])
    /// A moment written in another way, by a clock some seconds ahead of UTC.
    case format(DateFormat, offset: Int)

    static let makers: [String: Filter.Maker] = [
        "date": (
            1...4, { arguments throws(FilterFault) in .time(.date(try formats(arguments, from: 0, offset: 0))) }
        ),
        "date_in": (
            2...5,
            { arguments throws(FilterFault) in
                .time(.date(try formats(arguments, from: 1, offset: try offset(arguments, 0))))
            }
        ),
        "format": (
            1...2,
            { arguments throws(FilterFault) in
                let offset = arguments.values.count > 1 ? try offset(arguments, 1) : 0
                guard let format = try formats(arguments, from: 0, offset: 0, count: 1).first else {
                    return .time(.date([]))
                }
                return .time(.format(format, offset: offset))
            }
        ),
    ]

    private static func formats(
        _ arguments: FilterArguments, from start: Int, offset: Int, count: Int = 5
    ) throws(FilterFault) -> [DateFormat] {
        var formats: [DateFormat] = []
        for index in arguments.values.indices.dropFirst(start).prefix(count) {
            guard let format = DateFormat(try arguments.constant(index), offset: offset) else {
                throw .argument(
                    name: arguments.name,
                    expected: "unix, unix_ms, rfc3339 or a format of the codes \(DateFormat.codes)")
            }
            formats.append(format)
        }
        return formats
    }

    /// The seconds of a clock's distance from UTC, written `+08:00`.
    private static func offset(_ arguments: FilterArguments, _ index: Int) throws(FilterFault) -> Int {
        guard let offset = DateFormat.offset(try arguments.constant(index)) else {
            throw .argument(
                name: arguments.name, expected: "a distance from UTC such as '+08:00' in its place \(index + 1)")
        }
        return offset
    }

    func apply(to value: Datum, of template: Template) throws(FieldFault) -> Datum {
        guard let text = value.text, !text.isEmpty else { return .null }
        switch self {
        case .format(let format, let offset):
            guard let moment = Timestamp(rfc3339: text) else {
                throw FieldFault(detail: "\(template.name) is not a time")
            }
            return .text(format.write(moment, offset: offset))
        case .date(let formats):
            for format in formats {
                if let moment = format.read(text) { return .text(moment.rfc3339()) }
            }
            throw FieldFault(detail: "\(template.name) is not a time")
        }
    }
}
