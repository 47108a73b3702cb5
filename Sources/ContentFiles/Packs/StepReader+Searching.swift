import Conversation
import Entitlements
import Expressions

/// The verbs that ask the rules and the directory.
extension StepReader {
    func check(_ name: String, _ fields: Fields) -> Check? {
        let subject = subject(fields)
        let heading = fields["say"].flatMap { _ in text(fields, "say", name, context: "check.say") }
        let ways = ways(fields)
        guard let subject, let ways else { return nil }
        if case .rule = subject {
            for key in ["say", "none", "questions", "options"] {
                guard let value = fields[key] else { continue }
                log.error(
                    "check-key", "'\(key)' belongs to a check of several rules", at: value.position,
                    suggestion: "write the rule as a list, [...], or take '\(key)' out")
            }
            return Check(subject: subject, ways: ways.named, otherwise: ways.otherwise)
        }
        guard let none = none(fields, "when nothing comes out for her") else { return nil }
        let options = fields["options"] == nil ? [] : options(fields, name, from: Check.most + 1, shared: nil)
        guard let options else { return nil }
        return Check(
            subject: subject, heading: heading, none: none, options: options, ways: ways.named,
            otherwise: ways.otherwise)
    }

    /// One rule; a list of rules and areas, or all; or a move.
    private func subject(_ fields: Fields) -> Check.Subject? {
        guard let value = fields["check"] else {
            log.error("missing-key", "\(fields.what) needs 'check'", at: fields.position)
            return nil
        }
        let names = (value.elements ?? [value]).compactMap { $0.text(for: "each of 'check'", log: log) }
        guard let first = names.first else {
            if value.elements != nil { log.error("type", "'check' names no rule", at: value.position) }
            return nil
        }
        let selection: RuleSelection = names == ["all"] ? .all : .named(names.map(RuleSelection.Part.init))
        if let moved = fields["moved"] { return move(moved, selection) }
        if value.elements == nil, selection == .named([.rule(first)]) { return .rule(first) }
        let questions = fields["questions"] == nil ? nil : fields.whole("questions", in: Check.questions)
        return .several(selection, questions: questions ?? Check.usualQuestions)
    }

    private func move(_ value: YAML, _ selection: RuleSelection) -> Check.Subject? {
        guard let fields = Fields(value, "'moved'", .moved, log: log) else { return nil }
        let from = fields.requiredText("from")
        let to = fields.requiredText("to")
        guard let from, let to else { return nil }
        return .move(selection, from: from, to: to)
    }

    private func ways(_ fields: Fields) -> (named: [String: Go], otherwise: Go?)? {
        guard let entries = fields["go"]?.entries else { return go(fields).map { ([:], $0) } }
        var ways: [String: Go] = [:]
        var otherwise: Go?
        for entry in entries {
            guard let way = go(entry.value) else { return nil }
            if entry.key == "else" { otherwise = way } else { ways[entry.key] = way }
        }
        return (ways, otherwise)
    }

    func find(_ name: String, _ fields: Fields) -> Find? {
        let kind = fields.requiredText("find")
        let heading = fields["say"].flatMap { _ in text(fields, "say", name, context: "find.say") }
        let near = fields["near"].flatMap { expressions.read($0, flow: flow) }
        let condition = fields["where"].flatMap {
            expressions.read($0, flow: flow, ofKind: kind ?? "", isCondition: true)
        }
        let none = none(fields, "when nothing is found")
        let go = go(fields)
        guard let kind, let none, let go else { return nil }
        return Find(kind: kind, heading: heading, near: near, condition: condition, none: none, go: go)
    }

    private func none(_ fields: Fields, _ moment: String) -> Go? {
        guard let value = fields["none"] else {
            log.error(
                "dead-end", "\(fields.what) does not say where it goes \(moment)", at: fields.position,
                suggestion: "add 'none:' with a step, for example one that offers a person")
            return nil
        }
        return go(value)
    }
}

extension RuleSelection.Part {
    /// The area of that name, else a rule: ids of rules have dots, and areas have none.
    fileprivate init(_ name: String) {
        self = Rule.Area(rawValue: name).map(Self.area) ?? .rule(name)
    }
}
