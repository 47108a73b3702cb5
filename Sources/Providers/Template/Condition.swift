/// A question about values, answered by comparing texts.
package indirect enum Condition: Hashable, Sendable {
    /// A group of tests: all must hold. A list of groups: any may hold.
    case all([Condition])
    case any([Condition])
    case not(Condition)
    /// Whether the text is one of these; nothing compares as the empty text.
    case oneOf(Template, [String])
    case present(Template)
    case has(Template, Template)
    case prefix(Template, Template)
    case between(Template, low: Double, high: Double)
    /// Whether two values have the same text.
    case same(Template, Template)

    func holds(in scope: Scope) throws(FieldFault) -> Bool {
        switch self {
        case .all(let conditions):
            for condition in conditions where try !condition.holds(in: scope) { return false }
            return true
        case .any(let conditions):
            for condition in conditions where try condition.holds(in: scope) { return true }
            return false
        case .not(let condition): return try !condition.holds(in: scope)
        case .oneOf(let subject, let texts): return texts.contains(try subject.text(in: scope) ?? "")
        case .present(let subject): return try subject.value(in: scope).isPresent
        case .has(let subject, let part): return try compare(subject, part, in: scope) { $0.isEmpty || $1.contains($0) }
        case .prefix(let subject, let start): return try compare(subject, start, in: scope) { $1.hasPrefix($0) }
        case .same(let subject, let other): return try compare(subject, other, in: scope) { $0 == $1 }
        case .between(let subject, let low, let high):
            guard let number = Double(try subject.text(in: scope) ?? "") else { return false }
            return number >= low && number <= high
        }
    }

    private func compare(
        _ subject: Template, _ other: Template, in scope: Scope, by relation: (String, String) -> Bool
    ) throws(FieldFault) -> Bool {
        relation(try other.text(in: scope) ?? "", try subject.text(in: scope) ?? "")
    }
}
