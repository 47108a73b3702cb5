import Conversation
import Expressions

/// The verbs whose effect comes after the turn: reminders, and questions to other systems.
extension StepReader {
    func remind(_ fields: Fields) -> Remind? {
        let name = fields.requiredText("remind")
        let moment = moment(fields)
        let go = go(fields)
        guard let name, let value = fields["remind"],
            let flow = addresses.step(name, from: nil, at: value.position, log: log)
        else { return nil }
        guard let moment, let go else { return nil }
        return Remind(flow: flow, moment: moment, go: go)
    }

    /// `after: 30d`, or `on:` with an expression that gives a day, or `changed:` with one that gives a rule.
    private func moment(_ fields: Fields) -> Remind.Moment? {
        let given = ["after", "on", "changed"].filter { fields[$0] != nil }
        guard let key = given.first, let value = fields[key] else {
            log.error(
                "missing-key", "\(fields.what) needs 'after', 'on' or 'changed'", at: fields.position,
                suggestion: "write 'after: 30d', 'on: add_months(today, 6)' or 'changed: claim.rule'")
            return nil
        }
        if let other = given.dropFirst().first, let second = fields[other] {
            log.error(
                "value", "'\(key)' and '\(other)' cannot both be there", at: second.position,
                suggestion: "keep one of them")
            return nil
        }
        switch key {
        case "after": return length(value, fields)
        case "on": return expressions.read(value, flow: flow).map(Remind.Moment.on)
        default: return expressions.read(value, flow: flow).map(Remind.Moment.changed)
        }
    }

    private func length(_ value: YAML, _ fields: Fields) -> Remind.Moment? {
        guard let text = value.text(for: "'after' of \(fields.what)", log: log) else { return nil }
        if let seconds = Duration.seconds(text) { return .after(seconds) }
        log.error(
            "value", "'after' must be a length of time such as 90m, 12h or 30d, not '\(text)'", at: value.position,
            suggestion: "for months write 'on: add_months(today, 6)'")
        return nil
    }

    func request(_ name: String, _ fields: Fields) -> Request? {
        let system = fields.requiredText("request")
        if let system, !system.isName, let value = fields["request"] {
            log.error(
                "value", "'\(system)' cannot be the name of a system", at: value.position,
                suggestion: "name a system of Config/systems.yaml; what follows its address goes into 'url'")
        }
        let path = path(fields)
        let save = fields["save"].map(target) ?? Target(name)
        let within = deadline(fields)
        let failed = failed(fields)
        let body = fields["body"].map(body) ?? []
        let go = go(fields)
        guard let system, system.isName, let path, let save, let failed, let go else { return nil }
        return Request(
            system: system, path: path, body: body, save: save, within: within, failed: failed, go: go)
    }

    private func path(_ fields: Fields) -> Template? {
        guard let value = fields["url"] else { return try? Template.parse("") }
        guard let text = value.text(for: "'url' of \(fields.what)", log: log) else { return nil }
        guard text.isEmpty || text.hasPrefix("/") || text.hasPrefix("?") else {
            log.error(
                "value", "'url' goes on from the system's own address", at: value.position,
                suggestion: "begin it with '/' or '?'; the address stands in Config/systems.yaml")
            return nil
        }
        return expressions.template(value, flow: flow)
    }

    private func body(_ value: YAML) -> [(name: String, value: Expression)] {
        guard let entries = value.entries else {
            log.error("type", "'body' must be a group of 'name: expression'", at: value.position)
            return []
        }
        return entries.compactMap { entry in
            expressions.read(entry.value, flow: flow).map { (entry.key, $0) }
        }
    }

    private func deadline(_ fields: Fields) -> Int {
        guard let text = fields.text("within"), let value = fields["within"] else { return Request.deadline }
        if let seconds = Duration.seconds(text), Request.deadlines.contains(seconds) { return seconds }
        let (least, most) = (Request.deadlines.lowerBound, Request.deadlines.upperBound)
        log.error(
            "value", "'within' must be from \(least)s to \(most)s, not '\(text)'", at: value.position,
            suggestion: "a USSD provider does not wait longer; slow systems can be asked before they are needed")
        return Request.deadline
    }

    private func failed(_ fields: Fields) -> Go? {
        guard let value = fields["failed"] else {
            log.error(
                "dead-end", "\(fields.what) does not say where it goes when the system does not answer",
                at: fields.position, suggestion: "add 'failed:' with a step, for example one that offers a person")
            return nil
        }
        return go(value)
    }
}
