/// Filters that change a text; nothing stays nothing.
package enum TextFilter: Hashable, Sendable {
    case trim, lower, upper, digits, int
    case trimEnd(String)
    case strip(String)
    case take(Int)
    case drop(Int)
    case replace(String, String)
    case before(String)
    case after(String)
    case join(String)
    case prefix(Template)
    case suffix(Template)
    /// Adds a field to a URL's query.
    case query(String, Template)

    static let makers: [String: Filter.Maker] = [
        "trim": (0...0, { _ in .text(.trim) }),
        "lower": (0...0, { _ in .text(.lower) }),
        "upper": (0...0, { _ in .text(.upper) }),
        "digits": (0...0, { _ in .text(.digits) }),
        "int": (0...0, { _ in .text(.int) }),
        "trim_end": (1...1, { arguments throws(FilterFault) in .text(.trimEnd(try arguments.constant(0))) }),
        "strip": (1...1, { arguments throws(FilterFault) in .text(.strip(try arguments.constant(0))) }),
        "take": (1...1, { arguments throws(FilterFault) in .text(.take(try arguments.count(0))) }),
        "drop": (1...1, { arguments throws(FilterFault) in .text(.drop(try arguments.count(0))) }),
        "replace": (
            2...2,
            { arguments throws(FilterFault) in
                .text(.replace(try arguments.constant(0), try arguments.constant(1)))
            }
        ),
        "before": (1...1, { arguments throws(FilterFault) in .text(.before(try arguments.constant(0))) }),
        "after": (1...1, { arguments throws(FilterFault) in .text(.after(try arguments.constant(0))) }),
        "join": (1...1, { arguments throws(FilterFault) in .text(.join(try arguments.constant(0))) }),
        "prefix": (1...1, { .text(.prefix($0.values[0])) }),
        "suffix": (1...1, { .text(.suffix($0.values[0])) }),
        "query": (
            2...2, { arguments throws(FilterFault) in .text(.query(try arguments.constant(0), arguments.values[1])) }
        ),
    ]

    func apply(to value: Datum, in scope: Scope) throws(FieldFault) -> Datum {
        if case .join(let separator) = self {
            return .text(value.elements.compactMap(\.text).joined(separator: separator))
        }
        switch self {
        case .prefix(let other): return value.adding(try other.value(in: scope), isBefore: true)
        case .suffix(let other): return value.adding(try other.value(in: scope), isBefore: false)
        default: return try apply(to: value.text, in: scope)
        }
    }

    private func apply(to text: String?, in scope: Scope) throws(FieldFault) -> Datum {
        guard let text else { return .null }
        return switch self {
        case .trim: .text(text.trimmed)
        case .lower: .text(text.lowercased())
        case .upper: .text(text.uppercased())
        case .digits: .text(String(text.filter { $0.isASCII && $0.isNumber }))
        case .int: Int(text.trimmed).map { .number(String($0)) } ?? .null
        case .trimEnd(let end): .text(text.trimmedEnd(end))
        case .strip(let characters): .text(String(text.filter { !characters.contains($0) }))
        case .take(let count): .text(String(text.prefix(count)))
        case .drop(let count): .text(String(text.dropFirst(count)))
        case .before(let mark): .text(text.firstRange(of: mark).map { String(text[..<$0.lowerBound]) } ?? text)
        case .after(let mark): .text(text.firstRange(of: mark).map { String(text[$0.upperBound...]) } ?? text)
        case .replace(let mark, let other): .text(try text.replacing(mark, with: other, within: scope.allowance))
        case .join, .prefix, .suffix: .text(text)
        case .query(let name, let other): .text(text.addingQuery(name, try other.text(in: scope)))
        }
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }
}

extension String {
    fileprivate func trimmedEnd(_ end: String) -> String {
        var rest = Substring(self)
        let count = end.count
        while count > 0, rest.hasSuffix(end) { rest = rest.dropLast(count) }
        return String(rest)
    }

    /// The text with every place of a mark replaced.
    fileprivate func replacing(
        _ mark: String, with other: String, within allowance: Allowance
    ) throws(FieldFault) -> String {
        let (mark, other, bytes) = (Array(mark.utf8), Array(other.utf8), Array(utf8))
        guard let first = mark.first, bytes.count >= mark.count else { return self }
        var replaced: [UInt8] = []
        replaced.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            if bytes[place] == first, bytes[place...].starts(with: mark) {
                try allowance.spend(other.count)
                replaced += other
                place += mark.count
            } else {
                replaced.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: replaced, as: UTF8.self)
    }

    /// The URL with one more field in its query; unchanged when there is no value.
    func addingQuery(_ name: String, _ value: String?) -> String {
        guard let value else { return self }
        return self + (contains("?") ? "&" : "?") + Percent.encode(name) + "=" + Percent.encode(value)
    }
}

extension Datum {
    /// Two texts as one, as bytes when one of them is bytes; nothing stays nothing.
    fileprivate func adding(_ other: Datum, isBefore: Bool) -> Datum {
        guard let text else { return .null }
        return isBytes || other.isBytes
            ? .bytes(isBefore ? other.bytes + bytes : bytes + other.bytes)
            : .text(isBefore ? (other.text ?? "") + text : text + (other.text ?? ""))
    }

    private var isBytes: Bool { if case .bytes = self { true } else { false } }
}
