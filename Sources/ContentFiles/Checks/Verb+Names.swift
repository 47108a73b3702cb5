import Conversation
import Expressions

extension Verb {
    /// Every expression of a step that does not stand in a text.
    var expressions: [Expression] {
        switch self {
        case .menu, .check: options.flatMap { [$0.when].compactMap(\.self) + $0.set.map(\.value) }
        case .ask(let ask): [ask.answer.from, ask.answer.to, ask.answer.of].compactMap(\.self)
        case .branch(let arms): arms.compactMap(\.when)
        case .set(let changes, _): changes.map(\.value)
        case .call(let call): call.with.map(\.value)
        case .find(let find): [find.near, find.condition].compactMap(\.self)
        case .remind(let remind): remind.moment.expressions
        case .request(let request): request.body.map(\.value)
        case .refer(let referral): [referral.record].compactMap(\.self)
        case .say, .send, .end: []
        }
    }

    /// Every name that a step reads, in its expressions and texts.
    var references: [Reference] {
        var found = expressions.flatMap(\.references)
        if case .request(let request) = self { found += request.path.references }
        for (_, text) in texts { for version in text.versions { found += version.references } }
        return found
    }
}

extension Remind.Moment {
    /// The expression that the moment comes from.
    fileprivate var expressions: [Expression] {
        switch self {
        case .after: []
        case .on(let expression), .changed(let expression): [expression]
        }
    }
}

extension CheckedStep {
    /// Where one of a menu's options begins, by its place among them.
    func position(ofOption index: Int) -> Position {
        guard let options = value("options")?.elements, options.indices.contains(index) else {
            return position("options")
        }
        return options[index].position
    }

    /// Where one of the answers that a step keeps is named: in `save`, in `set`, or in the `set` of an option.
    func position(ofKept target: Target) -> Position {
        let sets = [value("set")] + (value("options")?.elements ?? []).map { $0["set"] }
        let entries = sets.compactMap(\.self).flatMap { $0.entries ?? [] }
        if let entry = entries.first(where: { Target($0.key) == target }) { return entry.keyPosition }
        return position("save")
    }
}
