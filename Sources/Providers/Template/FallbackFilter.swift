/// Filters that decide what to do when there is nothing.
package enum FallbackFilter: Hashable, Sendable {
    /// The first of some values that is present.
    case or([Template])
    /// A value that is not there refuses the request.
    case needed
    /// An empty text becomes nothing, so that its field is left out.
    case nonempty

    static let makers: [String: Filter.Maker] = [
        "or": (1...8, { .fallback(.or($0.values)) }),
        "needed": (0...0, { _ in .fallback(.needed) }),
        "nonempty": (0...0, { _ in .fallback(.nonempty) }),
    ]

    func apply(to value: Datum, of template: Template, in scope: Scope) throws(FieldFault) -> Datum {
        if value.isPresent { return value }
        switch self {
        case .nonempty: return .null
        case .needed: throw FieldFault(detail: "\(template.name) is missing")
        case .or(let others):
            for other in others {
                let value = try other.value(in: scope)
                if value.isPresent { return value }
            }
            return .null
        }
    }
}
