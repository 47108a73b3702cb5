extension TypeWalk {
    mutating func result(of call: FunctionCall) -> Kind {
        let function = call.function
        var kinds: [Kind] = []
        for argument in call.arguments { kinds.append(kind(of: argument)) }
        for (index, kind) in kinds.enumerated() {
            checkArgument(kind, index, of: function, count: kinds.count, at: call.arguments[index].place)
        }
        switch function.action {
        case .lazy(.when), .lazy(.choose):
            checkTest(kinds[0], at: call.arguments[0].place)
            return kinds[1].joined(with: kinds[2])
        case .lazy(.and), .lazy(.or):
            for (kind, argument) in zip(kinds, call.arguments) { checkTest(kind, at: argument.place) }
            return Kind(type: .boolean)
        default: return result(of: function, kinds)
        }
    }

    private func result(of function: Function, _ kinds: [Kind]) -> Kind {
        switch function.name {
        case "default": kinds[0].joined(with: kinds[1])
        case "plural": kinds.dropFirst(2).reduce(kinds[1]) { $0.joined(with: $1) }
        case "add_months", "add_days": Kind(type: kinds[0].type == .text ? nil : kinds[0].type)
        case "extract": extracted(kinds)
        default: Kind(type: function.result)
        }
    }

    private func extracted(_ kinds: [Kind]) -> Kind {
        guard let path = kinds[0].path, case .text(let key) = kinds[1].literal else { return .any }
        return check.kind(at: "\(path).\(key.lowercased())") ?? .any
    }

    private mutating func checkArgument(_ kind: Kind, _ index: Int, of function: Function, count: Int, at place: Place)
    {
        guard
            let parameter = function.parameters.indices.contains(index)
                ? function.parameters[index] : function.parameters.last, let wanted = parameter.type
        else { return }
        if count == 1, parameter.isRepeated, wanted == .number, kind.type == .list { return }
        guard !kind.fits(wanted) else { return }
        note(
            "\(function.name) needs \(wanted == .object ? "an object" : "a \(wanted.rawValue)") here, not \(kind.described)",
            at: place, suggestion: function.signature)
    }
}

extension Kind {
    /// The kind of a value that is either of two.
    func joined(with other: Kind) -> Kind {
        if literal == .null { return other.withoutLiteral }
        if other.literal == .null || type == other.type { return withoutLiteral }
        return .any
    }

    private var withoutLiteral: Kind { Kind(type: type, path: path) }

    /// Whether a value of this kind can be taken as the type. A text can when it is not known, or written so.
    func fits(_ wanted: ValueType) -> Bool {
        guard let type, type != wanted else { return true }
        if case .text = literal { return writtenTextFits(wanted) }
        switch (wanted, type) {
        case (.text, .list), (.text, .object): return false
        case (.text, _), (.boolean, _): return true
        case (.list, _), (.object, _): return false
        case (_, .text): return true
        case (.date, .datetime), (.datetime, .date), (.time, .datetime), (.time, .number): return true
        case (.month, .date), (.month, .datetime): return true
        default: return false
        }
    }

    private func writtenTextFits(_ wanted: ValueType) -> Bool {
        guard let literal else { return true }
        switch wanted {
        case .text, .boolean: return true
        case .number: return (try? literal.asNumber()) != nil
        case .date: return (try? literal.asDate(utcOffset: 0)) != nil
        case .month: return (try? literal.asMonth(utcOffset: 0)) != nil
        case .time: return (try? literal.asTime(utcOffset: 0)) != nil
        case .datetime: return (try? literal.asMoment(utcOffset: 0)) != nil
        case .duration: return (try? literal.asDuration()) != nil
        case .list, .object: return false
        }
    }
}
