import Providers

extension AdapterReader {
    /// The answers by case.
    func answers(_ node: YAML?, _ vocabulary: Vocabulary) -> [AnswerRule.Kind: AnswerRule] {
        let known = AnswerRule.Kind.allCases.map(\.rawValue)
        guard let node, let fields = Fields(node, "'answer'", known: known, log: log) else { return [:] }
        var answers: [AnswerRule.Kind: AnswerRule] = [:]
        for entry in fields.entries {
            guard let kind = AnswerRule.Kind(rawValue: entry.key) else { continue }
            answers[kind] = answer(entry, vocabulary)
        }
        return answers
    }

    private func answer(_ entry: YAML.Entry, _ vocabulary: Vocabulary) -> AnswerRule? {
        let keys = ["when", "status", "type", "headers", "body", "json"]
        guard let fields = Fields(entry.value, "answer '\(entry.key)'", known: keys, log: log) else { return nil }
        if fields["body"] != nil, fields["json"] != nil {
            log.error(
                "value", "\(fields.what) has both 'body' and 'json'", at: fields.position,
                suggestion: "keep one of them")
        }
        let type = fields["type"].map { text($0, "'type' of \(fields.what)", vocabulary) }
        checkType(type, at: fields["type"])
        return AnswerRule(
            when: optionalCondition(fields["when"], vocabulary),
            status: fields.whole("status", in: 200...599) ?? standardStatus(entry.key),
            type: type ?? .constant(.text(fields["json"] == nil ? "text/plain" : "application/json")),
            headers: headers(fields["headers"], vocabulary), body: body(fields, type, vocabulary))
    }

    /// The body; values in a text are written as its media type needs.
    private func body(_ fields: Fields, _ type: Template?, _ vocabulary: Vocabulary) -> AnswerRule.Body {
        if let json = fields["json"] { return .json(template(json, vocabulary)) }
        return .text(text(fields, "body", vocabulary, writing: type.map(Writing.init(type:)) ?? .plain))
    }

    /// Told 200 when we failed, a provider of SMS would not try again; one of USSD would show its own failure otherwise.
    private func standardStatus(_ kind: String) -> Int {
        kind == AnswerRule.Kind.error.rawValue && fields.text("kind") != Adapter.Kind.ussd.rawValue ? 503 : 200
    }

    /// No type at all is a type that `headers` tells, to the letter.
    private func checkType(_ type: Template?, at node: YAML?) {
        guard case .constant(let value) = type, let node, value.text != "" else { return }
        let parts = (value.text ?? "").prefix { $0 != ";" }.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count != 2 || !parts.allSatisfy({ HeaderField.isName($0.filter { $0 != " " }) }) else { return }
        log.error(
            "value", "'type' must be a media type such as text/plain, not '\(value.text ?? "")'", at: node.position)
    }
}
