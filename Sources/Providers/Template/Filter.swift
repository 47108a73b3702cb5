/// A filter of the closed list. Each group of filters has a file of its own.
package enum Filter: Hashable, Sendable {
    case text(TextFilter)
    case fallback(FallbackFilter)
    case phone(PhoneFilter)
    case time(TimeFilter)
    case coding(CodingFilter)
    case digest(DigestFilter)

    func apply(to value: Datum, of template: Template, in scope: Scope) throws(FieldFault) -> Datum {
        switch self {
        case .text(let filter): try filter.apply(to: value, in: scope)
        case .fallback(let filter): try filter.apply(to: value, of: template, in: scope)
        case .phone(let filter): try filter.apply(to: value, of: template, in: scope)
        case .time(let filter): try filter.apply(to: value, of: template)
        case .coding(let filter): try filter.apply(to: value, of: template, in: scope)
        case .digest(let filter): try filter.apply(to: value, in: scope)
        }
    }
}

/// Why a filter cannot be what a file says.
package enum FilterFault: Error, Hashable {
    case unknown(name: String, known: [String])
    case argumentCount(name: String, expected: ClosedRange<Int>, found: Int)
    /// An argument that has to be a constant of a certain kind.
    case argument(name: String, expected: String)
}

extension Filter {
    /// The names of all filters.
    package static let names: [String] = makers.keys.sorted()

    /// The filter of a name with its arguments.
    package init(_ name: String, _ arguments: [Template]) throws(FilterFault) {
        guard let (counts, make) = Self.makers[name] else {
            throw .unknown(name: name, known: Self.names)
        }
        guard counts.contains(arguments.count) else {
            throw .argumentCount(name: name, expected: counts, found: arguments.count)
        }
        self = try make(FilterArguments(name: name, values: arguments))
    }

    typealias Maker = (counts: ClosedRange<Int>, make: @Sendable (FilterArguments) throws(FilterFault) -> Filter)

    private static let makers: [String: Maker] = [
        TextFilter.makers, FallbackFilter.makers, PhoneFilter.makers, TimeFilter.makers, CodingFilter.makers,
        DigestFilter.makers,
    ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }
}

/// The arguments of a filter while its file is loaded.
struct FilterArguments: Sendable {
    let name: String
    let values: [Template]

    /// A text that is known when the file is loaded.
    func constant(_ index: Int) throws(FilterFault) -> String {
        guard case .constant(let value) = values[index], let text = value.text else {
            throw .argument(name: name, expected: "a constant in its place \(index + 1)")
        }
        return text
    }

    /// A whole number, not negative, that is known when the file is loaded.
    func count(_ index: Int) throws(FilterFault) -> Int {
        guard let number = Int(try constant(index)), number >= 0 else {
            throw .argument(name: name, expected: "a whole number in its place \(index + 1)")
        }
        return number
    }
}
