import Conversation
import Expressions

/// Compiles the steps of one flow: verbs, texts, addresses and expressions.
struct StepReader {
    let flow: String
    let addresses: AddressBook
    let texts: TextCatalog
    let expressions: ExpressionReader
    /// The pack's language tags and person fields.
    let languages: [String]
    let personFields: [String: PersonField]
    let log: DiagnosticLog

    /// One step, nil after an error.
    func read(_ draft: StepDraft) -> Step? {
        guard let entries = draft.value.entries else {
            log.error(
                "type", "step '\(draft.name)' must be a group of keys, not \(draft.value.kind)",
                at: draft.value.position)
            return nil
        }
        let saysBeside = entries.contains { ["refer", "find", "check"].contains($0.key) }
        let isSaid = { (key: String) in key == "say" && saysBeside }
        let found = entries.filter { VerbKey(rawValue: $0.key) != nil && !isSaid($0.key) }
        guard let verb = found.first.flatMap({ VerbKey(rawValue: $0.key) }), found.count == 1 else {
            let message = found.isEmpty ? "has no verb" : "has two verbs: \(found.map(\.key).joined(separator: ", "))"
            let verbs = VerbKey.allCases.map(\.rawValue)
            let unknown = entries.first.flatMap { nearest(to: $0.key, among: verbs) }
            log.error(
                "verb", "step '\(draft.name)' \(message)", at: draft.position,
                suggestion: unknown.map { "did you mean '\($0)'?" }
                    ?? "a step has exactly one of: \(verbs.joined(separator: ", "))")
            return nil
        }
        guard let fields = Fields(draft.value, "step '\(draft.name)' (\(verb.rawValue))", verb.keys, log: log),
            let compiled = compile(verb, draft.name, fields)
        else { return nil }
        return Step(
            flow: flow, name: draft.name, verb: compiled, stopsShortcut: fields.flag("no_shortcut") ?? false,
            forgets: verb == .end && fields.flag("forget") == true,
            isPrivate: verb == .send && fields.flag("private") == true,
            isSeries: verb == .send && fields.flag("series") == true)
    }

    private func compile(_ verb: VerbKey, _ name: String, _ fields: Fields) -> Verb? {
        switch verb {
        case .say: both(text(fields, "say", name), go(fields)).map { .say($0, go: $1) }
        case .menu: menu(name, fields).map(Verb.menu)
        case .ask: ask(name, fields).map(Verb.ask)
        case .branch: branch(fields).map(Verb.branch)
        case .set: both(fields["set"].flatMap(changes), go(fields)).map { .set($0, go: $1) }
        case .call: call(fields).map(Verb.call)
        case .send: both(text(fields, "send", name), go(fields)).map { .send($0, go: $1) }
        case .refer: referral(name, fields).map(Verb.refer)
        case .check: check(name, fields).map(Verb.check)
        case .find: find(name, fields).map(Verb.find)
        case .remind: remind(fields).map(Verb.remind)
        case .request: request(name, fields).map(Verb.request)
        case .end: text(fields, "end", name).map(Verb.end)
        }
    }

    /// Both values or neither; reading both first reports the errors of both.
    private func both<A, B>(_ first: A?, _ second: B?) -> (A, B)? {
        guard let first, let second else { return nil }
        return (first, second)
    }

    /// A text of the step by its key; nil, after an error, when it is missing or not a text.
    func text(_ fields: Fields, _ key: String, _ name: String, context: String? = nil) -> LocalizedText? {
        guard let value = fields[key] else {
            log.error("missing-key", "\(fields.what) needs '\(key)'", at: fields.position)
            return nil
        }
        return text(value, "\(name).\(context ?? key)", what: "'\(key)' of \(fields.what)")
    }

    /// A text with its context within the flow: `start.menu`, `start.options.1`.
    func text(_ value: YAML, _ context: String, what: String) -> LocalizedText? {
        guard let text = value.text(for: what, log: log) else { return nil }
        return texts.text(flow + "#" + context, text, at: value.textPosition)
    }

    /// Where a step leads; a step that leads nowhere is a dead end.
    func go(_ fields: Fields) -> Go? {
        guard let value = fields["go"] else {
            log.error(
                "dead-end", "\(fields.what) leads nowhere", at: fields.position,
                suggestion: "add 'go:' with a step, a flow, back, home or end")
            return nil
        }
        return go(value)
    }

    func go(_ value: YAML) -> Go? {
        guard let text = value.text(for: "'go'", log: log) else { return nil }
        return addresses.go(text, from: flow, at: value.position, log: log)
    }

    /// Named changes: `name: expression`; `person.language` takes a language's tag as it is.
    func changes(_ value: YAML) -> [Change]? {
        guard let entries = value.entries else {
            log.error("type", "'set' must be a group of 'name: expression'", at: value.position)
            return nil
        }
        return entries.compactMap { entry in
            guard let target = target(entry.key, at: entry.keyPosition) else { return nil }
            if case .language = target, let tag = entry.value.text, languages.contains(tag) {
                return (try? Expression.parse("'\(tag)'")).map { Change(target: target, value: $0) }
            }
            return expressions.read(entry.value, flow: flow).map { Change(target: target, value: $0) }
        }
    }

    /// Where an answer goes: a name of the flow's own, or a declared field of the person.
    func target(_ name: String, at position: Position) -> Target? {
        let target = Target(name)
        if target == .pin, personFields["pin"] == nil { return target }
        if case .person(let field) = target, personFields[field] == nil {
            let suggestion = nearest(to: field, among: personFields.keys.sorted())
            log.error(
                "person-field", "pack.yaml declares no person field '\(field)'", at: position,
                suggestion: suggestion.map { "did you mean 'person.\($0)'?" } ?? "add it under 'person:' in pack.yaml")
            return nil
        }
        if case .answer(let answer) = target, NameTable.roots.contains(answer) || !answer.isName {
            log.error("answer-name", "'\(answer)' cannot be the name of an answer", at: position)
            return nil
        }
        return target
    }

    private func branch(_ fields: Fields) -> [Arm]? {
        guard let value = fields["branch"], let arms = value.elements, !arms.isEmpty else {
            log.error("type", "'branch' must be a list of '{when, go}'", at: fields.position)
            return nil
        }
        let read = arms.enumerated().compactMap { index, arm in self.arm(arm, isLast: index == arms.count - 1) }
        return read.count == arms.count ? read : nil
    }

    private func arm(_ value: YAML, isLast: Bool) -> Arm? {
        guard let fields = Fields(value, "an arm of 'branch'", .arm, log: log) else { return nil }
        let when = fields["when"]
        if isLast, when != nil {
            log.error(
                "dead-end", "the last arm of 'branch' has a condition: someone for whom none holds would be stuck",
                at: value.position,
                suggestion: "end the list with '- go: ...'")
        } else if !isLast, when == nil {
            log.error("branch", "only the last arm of 'branch' may be without 'when'", at: value.position)
        }
        let condition = when.flatMap { expressions.read($0, flow: flow, isCondition: true) }
        return go(fields).map { Arm(when: condition, go: $0) }
    }

    private func call(_ fields: Fields) -> Call? {
        let name = fields.requiredText("call")
        let with = fields["with"].map { changes($0) ?? [] } ?? []
        guard let name, let value = fields["call"], let flow = addresses.flow(name, at: value.position, log: log) else {
            return nil
        }
        return go(fields).map { Call(flow: flow, with: with, go: $0) }
    }

    private func referral(_ name: String, _ fields: Fields) -> Referral? {
        let topic = fields.requiredText("refer")
        let note = fields["note"].flatMap { _ in text(fields, "note", name, context: "refer.note") }
        let say = fields["say"].flatMap { _ in text(fields, "say", name, context: "refer.say") }
        let record = fields["record"].flatMap { expressions.read($0, flow: flow) }
        guard let topic, let go = go(fields), (fields["record"] == nil) == (record == nil) else { return nil }
        return Referral(topic: topic, note: note, say: say, record: record, go: go)
    }
}
