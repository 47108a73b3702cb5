import Providers

extension AdapterReader {
    /// The answers by case.
    func answers(_ node: YAML?, _ vocabulary: Vocabulary) -> [AnswerRule.Kind: AnswerRule] {
        let known = AnswerRule.Kind.allCases.map(\.rawValue)
        guard let node, let fields = Fields(node, "'answer'", known: known, log: log) else { return [:] }
        var answers: [AnswerRule.Kind: AnswerRule] = [:]
        for entry in fields.entries {
            guard let kind = AnswerRule.Kind(rawValue: entry.key) else { continue }
            if kind == .unauthorized, isUSSD {
                log.error(
                    "value", "a USSD adapter never gives 'answer.unauthorized'", at: entry.keyPosition,
                    suggestion: "a person sees 'answer.error' then")
            }
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
        let headers = headers(fields["headers"], vocabulary)
        let isRefusal = entry.key == AnswerRule.Kind.unauthorized.rawValue
        return AnswerRule(
            when: optionalCondition(fields["when"], vocabulary),
            status: isRefusal
                ? refusal(fields, headers) : fields.whole("status", in: 200...599) ?? standardStatus(entry.key),
            type: type ?? .constant(.text(fields["json"] == nil ? "text/plain" : "application/json")),
            headers: headers, body: body(fields, type, vocabulary))
    }

    /// The status of the answer to a request that proves nothing: 403, or 401 with the challenge that belongs to it
    /// (RFC 9110, section 15.5.2). With any other a provider would take its request for done, or for worth repeating.
    private func refusal(_ fields: Fields, _ headers: [Template.Member]) -> Int {
        guard let node = fields["status"], let text = fields.text("status") else { return 403 }
        guard let status = Int(text), [401, 403].contains(status) else {
            log.error(
                "value", "'status' of \(fields.what) must be 401 or 403, not '\(text)'", at: node.position,
                suggestion: "401 asks for name and password, 403 refuses")
            return 403
        }
        if status == 401, !headers.contains(where: { $0.key.lowercased() == "www-authenticate" }) {
            log.error(
                "missing-header", "\(fields.what) with the status 401 needs the header 'WWW-Authenticate'",
                at: node.position, suggestion: "add headers: {WWW-Authenticate: 'Basic realm=\"x\"'}, or take 403")
        }
        return status
    }

    /// The body; values in a text are written as its media type needs.
    private func body(_ fields: Fields, _ type: Template?, _ vocabulary: Vocabulary) -> AnswerRule.Body {
        if let json = fields["json"] { return .json(template(json, vocabulary)) }
        return .text(text(fields, "body", vocabulary, writing: type.map(Writing.init(type:)) ?? .plain))
    }

    /// Told 200 when we failed, a provider of SMS would not try again; one of USSD would show its own failure otherwise.
    private func standardStatus(_ kind: String) -> Int {
        kind == AnswerRule.Kind.error.rawValue && !isUSSD ? 503 : 200
    }

    var isUSSD: Bool { fields.text("kind") == Adapter.Kind.ussd.rawValue }

    /// No type at all is a type that `headers` tells, to the letter.
    private func checkType(_ type: Template?, at node: YAML?) {
        guard case .constant(let value) = type, let node, value.text != "" else { return }
        let parts = (value.text ?? "").prefix { $0 != ";" }.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count != 2 || !parts.allSatisfy({ HeaderField.isName($0.filter { $0 != " " }) }) else { return }
        log.error(
            "value", "'type' must be a media type such as text/plain, not '\(value.text ?? "")'", at: node.position)
    }
}
