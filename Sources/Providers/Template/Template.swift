/// A compiled template of an adapter file: a value with holes. It has no loops but `each`, so it always comes to an
/// end.
package indirect enum Template: Hashable, Sendable {
    case constant(Datum)
    case path(Path)
    case filtered(Template, Filter)
    /// Texts and holes one after another.
    case joined([Template])
    /// `{when, then, else}`
    case choose(Condition, then: Template, otherwise: Template)
    /// `{case, of, else}`
    case pick(Template, of: [Member], otherwise: Template)
    case object([Member])
    /// A list; elements that are nothing are left out.
    case list([Template])
    /// `{each, as}`: one value for each element, which is then the payload.
    case each(Template, as: Template)
    /// `{count, as}`: as many values as a number says; the names in them may end in `#`.
    case counted(Template, as: Template)
    /// `{copy, with}`: a group with some of its fields written over.
    case copied(Template, with: [Member])

    /// A named part of a group.
    package struct Member: Hashable, Sendable {
        package let key: String
        package let value: Template

        package init(_ key: String, _ value: Template) {
            self.key = key
            self.value = value
        }
    }

    /// Nothing.
    package static let nothing = Template.constant(.null)
}

/// Why a template has no value: the field's name, and what is wrong with what it holds, without quoting it.
struct FieldFault: Error, Hashable {
    let detail: String
}

extension Template {
    /// The value in a scope. In a forgiving scope what has no value is nothing, so that the rest still comes out.
    func value(in scope: Scope) throws(FieldFault) -> Datum {
        guard scope.isForgiving else { return try made(in: scope) }
        return (try? made(in: scope)) ?? .null
    }

    private func made(in scope: Scope) throws(FieldFault) -> Datum {
        try scope.allowance.spend(Allowance.value)
        switch self {
        case .constant(let value): return value
        case .path(let path): return try path.value(in: scope)
        case .filtered(let template, let filter):
            let value = try filter.apply(to: try template.value(in: scope), of: template, in: scope)
            try scope.allowance.spend(value.size)
            return value
        case .joined(let parts): return try joined(parts, in: scope)
        case .choose(let condition, let then, let otherwise):
            return try condition.holds(in: scope) ? then.value(in: scope) : otherwise.value(in: scope)
        case .pick(let subject, let cases, let otherwise):
            let key = try subject.value(in: scope).text ?? ""
            return try (cases.first { $0.key == key }?.value ?? otherwise).value(in: scope)
        case .object(let members): return .object(try members.values(in: scope))
        case .list(let elements):
            return .list(
                try elements.map { element throws(FieldFault) in try element.value(in: scope) }.filter { $0 != .null })
        case .each(let list, let element):
            return .list(
                try list.value(in: scope).elements.map { payload throws(FieldFault) in
                    try element.value(in: scope.entering(payload))
                }.filter { $0 != .null })
        case .counted(let count, let element): return .list(try repeated(element, count, in: scope))
        case .copied(let base, let members):
            let values = try members.values(in: scope)
            guard case .object(let all) = try base.value(in: scope) else { return .object(values) }
            return .object(all.filter { member in !values.contains { $0.key == member.key } } + values)
        }
    }

    /// More repetitions than any provider's form has numbered fields.
    private static let maximumRepetitions = 20

    private func repeated(_ element: Template, _ count: Template, in scope: Scope) throws(FieldFault) -> [Datum] {
        let wanted = Int(try count.text(in: scope) ?? "") ?? 0
        var inner = scope
        var values: [Datum] = []
        for number in 0..<min(max(wanted, 0), Self.maximumRepetitions) {
            inner.number = number
            let value = try element.value(in: inner)
            if value != .null { values.append(value) }
        }
        return values
    }

    /// The value's text, nil when there is none.
    func text(in scope: Scope) throws(FieldFault) -> String? {
        try value(in: scope).text
    }

    /// Texts one after another; with bytes among them bytes, because a digest need not be UTF-8.
    private func joined(_ parts: [Template], in scope: Scope) throws(FieldFault) -> Datum {
        var text = ""
        var bytes: [UInt8]?
        for part in parts {
            let value = try part.value(in: scope)
            if case .bytes(let more) = value {
                bytes = (bytes ?? Array(text.utf8)) + more
            } else if let more = value.text {
                try scope.allowance.spend(more.utf8.count)
                if bytes == nil { text += more } else { bytes?.append(contentsOf: more.utf8) }
            }
        }
        try scope.allowance.spend(bytes?.count ?? text.utf8.count)
        return bytes.map(Datum.bytes) ?? .text(text)
    }

    /// The template as a file names it, for messages.
    var name: String {
        switch self {
        case .path(let path): path.source
        case .filtered(let template, _): template.name
        default: "a value"
        }
    }
}

extension [Template.Member] {
    /// The members' values, those that are nothing left out.
    func values(in scope: Scope) throws(FieldFault) -> [Datum.Member] {
        var values: [Datum.Member] = []
        values.reserveCapacity(count)
        for member in self {
            let value = try member.value.value(in: scope)
            if value != .null { values.append(Datum.Member(member.key, value)) }
        }
        return values
    }
}
