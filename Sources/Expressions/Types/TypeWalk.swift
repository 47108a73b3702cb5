/// One walk through an expression's tree: it finds the kind of each part and notes what cannot be right.
struct TypeWalk {
    let check: TypeCheck
    private(set) var faults: [TypeFault] = []

    init(check: TypeCheck) {
        self.check = check
    }

    /// Notes what can never be right.
    mutating func note(_ message: String, at place: Place, suggestion: String? = nil) {
        faults.append(TypeFault(message, offset: place.offset, length: place.length, suggestion: suggestion))
    }

    /// Notes a name that nothing gives.
    mutating func noteName(_ message: String, at place: Place, suggestion: String?) {
        faults.append(
            TypeFault(
                message, offset: place.offset, length: place.length, suggestion: suggestion, isAboutName: true))
    }

    /// Notes what is unlikely to be meant.
    mutating func warn(_ message: String, at place: Place, suggestion: String? = nil) {
        faults.append(
            TypeFault(message, offset: place.offset, length: place.length, suggestion: suggestion, severity: .warning))
    }

    mutating func kind(of node: Node) -> Kind {
        switch node.form {
        case .literal(let value): return Kind(value)
        case .root(let name): return kind(ofRoot: name, at: node.place)
        case .parameter, .function: return .any
        case .today: return Kind(type: .date)
        case .now: return Kind(type: .datetime)
        case .property(let inner, let name): return property(name, of: inner, at: node.place)
        case .index(let inner, let key): return item(of: inner, key)
        case .list(let items):
            for item in items { _ = kind(of: item) }
            return Kind(type: .list)
        case .negated(let inner): return negated(inner)
        case .not(let inner):
            checkTest(kind(of: inner), at: inner.place)
            return Kind(type: .boolean)
        case .operation(let sign, let left, let right): return operation(sign, left, right, at: node.place)
        case .call(let call): return result(of: call)
        case .lambda(_, _, let inner):
            _ = kind(of: inner)
            return .any
        }
    }
}

// Names and what is in them.
extension TypeWalk {
    private mutating func kind(ofRoot name: String, at place: Place) -> Kind {
        if let kind = check.kind(at: name) { return kind }
        let nearest = Spelling.nearest(to: name, among: check.roots)
        noteName("there is no name \(name)", at: place, suggestion: nearest)
        return .any
    }

    private mutating func property(_ name: String, of inner: Node, at place: Place) -> Kind {
        let kind = kind(of: inner)
        let own = Place(Int(place.end) - name.count, Int(place.end))
        switch kind.type {
        case nil: return .any
        case .object:
            guard let path = kind.path, let names = check.names(below: path) else { return .any }
            if let found = check.kind(at: "\(path).\(name.lowercased())") { return found }
            let nearest = Spelling.nearest(to: name, among: names)
            noteName("\(path) has no \(name)", at: own, suggestion: nearest)
        case .list where Int(name) != nil: return .any
        default: note("\(kind.described) has no \(name)", at: own)
        }
        return .any
    }

    private mutating func item(of inner: Node, _ key: Node) -> Kind {
        let (kind, keyKind) = (kind(of: inner), kind(of: key))
        switch kind.type {
        case .list:
            if !keyKind.fits(.number) { note("\(keyKind.described) is no position in a list", at: key.place) }
        case .object, nil: break
        default: note("\(kind.described) has no items", at: inner.place)
        }
        guard let path = kind.path, case .text(let name) = keyKind.literal else { return .any }
        return check.kind(at: "\(path).\(name.lowercased())") ?? .any
    }
}

// Conditions and texts.
extension TypeWalk {
    /// A test inside an expression: texts and numbers may be tested for being empty or 0, as in the field.
    mutating func checkTest(_ kind: Kind, at place: Place) {
        switch kind.type {
        case .date, .month, .datetime: warn("\(kind.described) is always true", at: place)
        default: break
        }
    }

    /// A whole condition: only true or false is sure to be meant.
    mutating func checkCondition(_ kind: Kind, at place: Place) {
        guard let type = kind.type, type != .boolean else { return }
        let suggestion: String? =
            switch type {
            case .text: "... != \"\""
            case .number: "... != 0"
            case .list: "count(...) > 0"
            case .object, .date, .month, .time, .datetime, .duration: "known(...)"
            case .boolean: nil
            }
        warn("a condition should be true or false, not \(kind.described)", at: place, suggestion: suggestion)
    }

    /// What a text shows.
    mutating func checkShown(_ kind: Kind, at place: Place) {
        switch kind.type {
        case .list: note("a list cannot be shown in a text", at: place, suggestion: "join(..., \", \")")
        case .object:
            let first = kind.path.flatMap { path in check.names(below: path)?.first.map { "\(path).\($0)" } }
            note("an object cannot be shown in a text; name one of its values", at: place, suggestion: first)
        default: break
        }
    }
}
