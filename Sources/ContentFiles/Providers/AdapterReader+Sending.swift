import Providers

extension AdapterReader {
    /// How messages are sent.
    func send(_ node: YAML, _ outer: Vocabulary) -> SendRule? {
        var vocabulary = outer
        let keys = ["vars", "split", "part_vars", "token", "request", "response", "steps", "idempotent"]
        guard let fields = Fields(node, "'send'", known: keys, log: log) else { return nil }
        let token = fields["token"].flatMap { self.token($0, outer) }
        if token != nil { vocabulary = vocabulary.adding([.token]) }
        let variables = variables(fields["vars"], &vocabulary)
        let split = fields["split"].flatMap { self.split($0, vocabulary) }
        let partVariables = self.variables(fields["part_vars"], &vocabulary)
        return SendRule(
            variables: variables, split: split, partVariables: partVariables, token: token,
            steps: steps(fields, vocabulary), isIdempotent: fields.flag("idempotent") ?? false)
    }

    private func steps(_ fields: Fields, _ vocabulary: Vocabulary) -> [SendStep] {
        guard let list = fields["steps"] else {
            need(["request"], in: fields)
            return [step(fields, vocabulary)].compactMap(\.self)
        }
        if fields["request"] != nil || fields["response"] != nil {
            log.error(
                "value", "'send' has both 'steps' and 'request' or 'response'", at: list.position,
                suggestion: "put the request into a step")
        }
        return self.list(list, "'steps'").compactMap { element -> SendStep? in
            let keys = ["when", "per", "request", "response"]
            guard let fields = Fields(element, "a step", known: keys, log: log) else { return nil }
            need(["request"], in: fields)
            return step(fields, vocabulary)
        }
    }

    private func step(_ fields: Fields, _ vocabulary: Vocabulary) -> SendStep? {
        guard let request = fields["request"].flatMap({ request($0, vocabulary) }) else { return nil }
        let response = fields["response"].flatMap { self.response($0, vocabulary.with(Vocabulary.responding)) }
        let span: StepSpan = choice(fields, "per") ?? .part
        return SendStep(
            when: optionalCondition(fields["when"], vocabulary), isOnce: span == .message, request: request,
            response: response ?? .byStatus)
    }

    private func token(_ node: YAML, _ vocabulary: Vocabulary) -> TokenRule? {
        guard let fields = Fields(node, "'token'", known: ["request", "response"], log: log) else { return nil }
        need(["request", "response"], in: fields)
        let plain = vocabulary.with(vocabulary.roots.subtracting([.msg, .session, .variable]))
        let reading = vocabulary.with(Vocabulary.responding)
        let keys = ["parse", "ok", "errors", "value", "lifetime"]
        guard let request = fields["request"].flatMap({ request($0, plain) }),
            let answer = fields["response"].flatMap({ Fields($0, "'response' of 'token'", known: keys, log: log) })
        else { return nil }
        need(["value"], in: answer)
        return TokenRule(
            request: request, response: response(answer, reading), value: text(answer, "value", reading),
            lifetime: text(answer, "lifetime", reading))
    }

    private func split(_ node: YAML, _ vocabulary: Vocabulary) -> SplitRule? {
        guard let fields = Fields(node, "'split'", known: ["by", "max"], log: log) else { return nil }
        need(["max"], in: fields)
        let maximum = text(fields, "max", vocabulary)
        if case .constant(let value) = maximum, (Int(value.text ?? "") ?? 0) < 1, let node = fields["max"] {
            log.error("value", "'max' of 'split' must be a whole number above 0", at: node.position)
        }
        return SplitRule(unit: choice(fields, "by") ?? .chars, maximum: maximum)
    }

    private func request(_ node: YAML, _ vocabulary: Vocabulary) -> RequestRule? {
        let keys = [
            "method", "url", "query", "form", "multipart", "json", "body", "headers", "headers_from", "basic", "sign",
        ]
        guard let fields = Fields(node, "'request'", known: keys, log: log) else { return nil }
        need(["url"], in: fields)
        let url = text(fields, "url", vocabulary, writing: .url)
        checkURL(url, at: fields["url"])
        let method = fields["method"] == nil ? .constant(.text("POST")) : text(fields, "method", vocabulary)
        checkWord(method, among: ["GET", "POST", "PUT", "PATCH", "DELETE"], fields, "method")
        let headers = headers(fields["headers"], vocabulary)
        return RequestRule(
            method: method, url: url, query: formFields(fields["query"], "'query'", vocabulary), headers: headers,
            headersFrom: template(fields, "headers_from", vocabulary),
            basic: fields["basic"].flatMap { basic($0, vocabulary) }, body: body(fields, headers, vocabulary),
            signature: fields["sign"].flatMap { signature($0, vocabulary) })
    }

    private func basic(_ node: YAML, _ vocabulary: Vocabulary) -> RequestRule.Basic? {
        guard let fields = Fields(node, "'basic'", known: ["when", "user", "password"], log: log) else { return nil }
        need(["user"], in: fields)
        return RequestRule.Basic(
            when: optionalCondition(fields["when"], vocabulary), user: text(fields, "user", vocabulary),
            password: text(fields, "password", vocabulary))
    }

    private func signature(_ node: YAML, _ vocabulary: Vocabulary) -> RequestRule.Signature? {
        guard let fields = Fields(node, "'sign'", known: ["scheme", "key", "secret"], log: log) else { return nil }
        need(["key", "secret"], in: fields)
        return choice(fields, "scheme", required: true).map {
            RequestRule.Signature(
                scheme: $0, key: text(fields, "key", vocabulary), secret: text(fields, "secret", vocabulary))
        }
    }

    private func body(_ fields: Fields, _ headers: [Template.Member], _ vocabulary: Vocabulary) -> RequestRule.Body {
        let kinds = ["form", "multipart", "json", "body"].filter { fields[$0] != nil }
        if kinds.count > 1 {
            let names = kinds.joined(separator: " and ")
            log.error("value", "'request' has both \(names)", at: fields.position, suggestion: "keep one of them")
        }
        if let form = fields["form"] { return .form(formFields(form, "'form'", vocabulary)) }
        if let parts = fields["multipart"] { return .multipart(formFields(parts, "'multipart'", vocabulary)) }
        if let json = fields["json"] { return .json(template(json, vocabulary)) }
        guard fields["body"] != nil else { return .none }
        let type = headers.first { $0.key.lowercased() == "content-type" }?.value
        return .text(text(fields, "body", vocabulary, writing: type.map(Writing.init(type:)) ?? .plain))
    }

    /// The fields of a form or query: texts, or lists of them.
    private func formFields(_ node: YAML?, _ what: String, _ vocabulary: Vocabulary) -> [Template.Member] {
        let members = members(node, what, vocabulary)
        for (member, entry) in zip(members, node?.entries ?? []) where !member.value.canBeField {
            log.error("type", "'\(member.key)' of \(what) must be a text or a list of texts", at: entry.value.position)
        }
        for entry in node?.entries ?? [] { checkWritten(entry.value, "'\(entry.key)' of \(what)") }
        return members
    }

    private func response(_ node: YAML, _ vocabulary: Vocabulary) -> ResponseRule? {
        Fields(node, "'response'", known: ["parse", "ok", "id", "errors"], log: log).map { response($0, vocabulary) }
    }

    private func response(_ fields: Fields, _ vocabulary: Vocabulary) -> ResponseRule {
        ResponseRule(
            format: choice(fields, "parse") ?? .jsonOptional, success: optionalCondition(fields["ok"], vocabulary),
            id: text(fields, "id", vocabulary),
            failures: list(fields["errors"], "'errors'").compactMap { failure($0, vocabulary) })
    }

    private func failure(_ node: YAML, _ vocabulary: Vocabulary) -> ResponseRule.Failure? {
        guard let fields = Fields(node, "an error", known: ["when", "as", "code", "after"], log: log) else {
            return nil
        }
        need(["when"], in: fields)
        return choice(fields, "as", required: true).map {
            ResponseRule.Failure(
                when: condition(fields["when"], vocabulary), kind: $0, code: text(fields, "code", vocabulary),
                wait: text(fields, "after", vocabulary))
        }
    }
}

/// How often a step is made.
private enum StepSpan: String, CaseIterable {
    case part, message
}
