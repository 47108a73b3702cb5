/// Checks expressions and texts against the names a pack declares, before anything is evaluated. What it cannot know it
/// lets pass: a name or result without a type fits everywhere.
package struct TypeCheck: Sendable {
    /// The names there are, in lower case, with their types; nil for a type that is not known.
    let names: [String: ValueType?]
    /// The names right below each name that has some.
    private let children: [String: [String]]

    /// - Parameter names: the names there are, as written: `left_month`, and those below others by their path,
    ///   `person.region`. Names below a name are all it has; a name of type object without any may have all. A nil type
    ///   is one that is not known.
    package init(names: [String: ValueType?]) {
        self.names = Dictionary(names.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
        var children: [String: Set<String>] = [:]
        for name in self.names.keys {
            let parts = name.split(separator: ".")
            for count in parts.indices.dropFirst() {
                children[parts[..<count].joined(separator: "."), default: []].insert(String(parts[count]))
            }
        }
        self.children = children.mapValues { $0.sorted() }
    }

    /// The faults of an expression, in reading order. With `asCondition` it must be one that can be true and false.
    package func check(_ expression: Expression, asCondition: Bool = false) -> [TypeFault] {
        var walk = TypeWalk(check: self)
        let kind = walk.kind(of: expression.node)
        if asCondition { walk.checkCondition(kind, at: expression.node.place) }
        return walk.faults.sorted { $0.offset < $1.offset }
    }

    /// The faults of a text's expressions, with offsets in the text.
    package func check(_ template: Template) -> [TypeFault] {
        template.parts.flatMap { part -> [TypeFault] in
            switch part {
            case .text: return []
            case .plural(let choice): return choice.forms.flatMap(check)
            case .expression(let expression, let offset):
                var walk = TypeWalk(check: self)
                walk.checkShown(walk.kind(of: expression.node), at: expression.node.place)
                return walk.faults.sorted { $0.offset < $1.offset }.map { $0.moved(by: offset) }
            }
        }
    }

    /// The type an expression gives when nothing fails, nil when it is not known.
    package func type(of expression: Expression) -> ValueType? {
        var walk = TypeWalk(check: self)
        return walk.kind(of: expression.node).type
    }

    /// What a path such as `person.region` stands for, nil when there is no such name.
    func kind(at path: String) -> Kind? {
        if children[path] != nil { return Kind(type: .object, path: path) }
        return names[path].map { Kind(type: $0) }
    }

    /// The names right below a path, nil when it has none or they are not known.
    func names(below path: String) -> [String]? { children[path] }

    /// The names an expression can begin with.
    var roots: [String] { Set(names.keys.compactMap { $0.split(separator: ".").first.map(String.init) }).sorted() }
}

/// What is known of a value before it is there.
struct Kind: Hashable {
    var type: ValueType?
    /// The path of an object whose names are declared.
    var path: String?
    /// The value itself when it stands in the source.
    var literal: Value?

    static let any = Kind(type: nil)

    init(type: ValueType?, path: String? = nil, literal: Value? = nil) {
        (self.type, self.path, self.literal) = (type, path, literal)
    }

    init(_ literal: Value) {
        self.init(type: ValueType(rawValue: literal.typeName), literal: literal)
    }

    /// The type with its article, for a sentence; the value itself where it is short and known.
    var described: String {
        if let literal, type == .text || type == .number { return literal.described }
        guard let type else { return "a value" }
        return type == .object ? "an object" : "a \(type.rawValue)"
    }
}
