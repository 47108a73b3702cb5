/// How values are written into the text around them.
package enum Writing: Hashable, Sendable {
    /// As they are.
    case plain
    case escaped(Escaping)
    /// As the media type needs that a template tells once it is known.
    case typed(Template)
    /// As parts of a URL; a value that the text begins with is a URL itself.
    case url

    /// The way of a text whose media type a template tells.
    package init(type: Template) {
        guard case .constant(let value) = type else {
            self = .typed(type)
            return
        }
        self = Escaping(mediaType: value.text ?? "").map(Writing.escaped) ?? .plain
    }

    /// The filter that writes so, after the last filter of the value; nil where the value is written already.
    ///
    /// - Parameter isFirst: Whether the text begins with the value.
    func filter(after last: Filter?, isFirst: Bool) -> Filter? {
        if case .coding(.fill) = last { return nil }
        if last == .coding(.jsonASCII) { return self.filter(after: Escaping.json.filter, isFirst: isFirst) }
        switch self {
        case .plain: return nil
        case .escaped(let escaping): return last == escaping.filter ? nil : escaping.filter
        case .typed(let type):
            return Escaping.allCases.contains { $0.filter == last } ? nil : .coding(.written(type))
        case .url: return isFirst || last == Escaping.urlencoded.filter ? nil : Escaping.urlencoded.filter
        }
    }
}
