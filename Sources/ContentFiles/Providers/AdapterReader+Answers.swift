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
        let type = fields["type"].map { template($0, vocabulary) }
        return AnswerRule(
            when: optionalCondition(fields["when"], vocabulary), status: fields.whole("status", in: 200...599) ?? 200,
            type: type ?? .constant(.text(fields["json"] == nil ? "text/plain" : "application/json")),
            headers: members(fields["headers"], "'headers'", vocabulary), body: body(fields, type, vocabulary))
    }

    /// The body; values in a text are written as its media type needs.
    private func body(_ fields: Fields, _ type: Template?, _ vocabulary: Vocabulary) -> AnswerRule.Body {
        if let json = fields["json"] { return .json(template(json, vocabulary)) }
        guard let text = fields["body"] else { return .text(.nothing) }
        var escaping: Escaping?
        if case .constant(let type) = type { escaping = Escaping(mediaType: type.text ?? "") }
        return .text(template(text, vocabulary, escaping: escaping))
    }
}
