import Conversation
import Expressions

/// The verbs that ask the rules and the directory.
extension StepReader {
    func check(_ fields: Fields) -> Check? {
        let rule = fields.requiredText("check")
        guard let value = fields["go"], let entries = value.entries else {
            let go = go(fields)
            guard let rule, let go else { return nil }
            return Check(rule: rule, ways: [:], otherwise: go)
        }
        var ways: [String: Go] = [:]
        var otherwise: Go?
        for entry in entries {
            guard let way = go(entry.value) else { return nil }
            if entry.key == "else" { otherwise = way } else { ways[entry.key] = way }
        }
        return rule.map { Check(rule: $0, ways: ways, otherwise: otherwise) }
    }

    func find(_ name: String, _ fields: Fields) -> Find? {
        let kind = fields.requiredText("find")
        let heading = fields["say"].flatMap { _ in text(fields, "say", name, context: "find.say") }
        let near = fields["near"].flatMap { expressions.read($0, flow: flow) }
        let condition = fields["where"].flatMap {
            expressions.read($0, flow: flow, ofKind: kind ?? "", isCondition: true)
        }
        let none = none(fields)
        let go = go(fields)
        guard let kind, let none, let go else { return nil }
        return Find(kind: kind, heading: heading, near: near, condition: condition, none: none, go: go)
    }

    private func none(_ fields: Fields) -> Go? {
        guard let value = fields["none"] else {
            log.error(
                "dead-end", "\(fields.what) does not say where it goes when nothing is found", at: fields.position,
                suggestion: "add 'none:' with a step, for example one that offers a person")
            return nil
        }
        return go(value)
    }
}
