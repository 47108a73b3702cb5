import Providers

extension AdapterReader {
    /// How messages are sent.
    func send(_ node: YAML, _ outer: Vocabulary) -> SendRule? {
        var vocabulary = outer
        let keys = ["vars", "split", "part_vars", "request", "response"]
        guard let fields = Fields(node, "'send'", known: keys, log: log) else { return nil }
        need(["request"], in: fields)
        let variables = variables(fields["vars"], &vocabulary)
        let split = fields["split"].flatMap { self.split($0, vocabulary) }
        let partVariables = self.variables(fields["part_vars"], &vocabulary)
        guard let request = fields["request"].flatMap({ request($0, vocabulary) }) else { return nil }
        let response = fields["response"].flatMap { self.response($0, vocabulary.with(Vocabulary.responding)) }
        return SendRule(
            variables: variables, split: split, partVariables: partVariables, request: request,
            response: response ?? .byStatus)
    }

    private func split(_ node: YAML, _ vocabulary: Vocabulary) -> SplitRule? {
        guard let fields = Fields(node, "'split'", known: ["by", "max"], log: log) else { return nil }
        need(["max"], in: fields)
        return SplitRule(unit: choice(fields, "by") ?? .chars, maximum: template(fields, "max", vocabulary))
    }

    private func request(_ node: YAML, _ vocabulary: Vocabulary) -> RequestRule? {
        let keys = ["method", "url", "query", "form", "json", "body", "headers", "headers_from", "basic"]
        guard let fields = Fields(node, "'request'", known: keys, log: log) else { return nil }
        need(["url"], in: fields)
        return RequestRule(
            method: fields["method"].map { template($0, vocabulary) } ?? .constant(.text("POST")),
            url: template(fields, "url", vocabulary), query: members(fields["query"], "'query'", vocabulary),
            headers: members(fields["headers"], "'headers'", vocabulary),
            headersFrom: template(fields, "headers_from", vocabulary),
            basic: fields["basic"].flatMap { basic($0, vocabulary) }, body: body(fields, vocabulary))
    }

    private func basic(_ node: YAML, _ vocabulary: Vocabulary) -> RequestRule.Basic? {
        guard let fields = Fields(node, "'basic'", known: ["user", "password"], log: log) else { return nil }
        need(["user", "password"], in: fields)
        return RequestRule.Basic(
            user: template(fields, "user", vocabulary), password: template(fields, "password", vocabulary))
    }

    private func body(_ fields: Fields, _ vocabulary: Vocabulary) -> RequestRule.Body {
        let kinds = ["form", "json", "body"].filter { fields[$0] != nil }
        if kinds.count > 1 {
            let names = kinds.joined(separator: " and ")
            log.error("value", "'request' has both \(names)", at: fields.position, suggestion: "keep one of them")
        }
        if let form = fields["form"] { return .form(members(form, "'form'", vocabulary)) }
        if let json = fields["json"] { return .json(template(json, vocabulary)) }
        if let text = fields["body"] { return .text(template(text, vocabulary)) }
        return .none
    }

    private func response(_ node: YAML, _ vocabulary: Vocabulary) -> ResponseRule? {
        guard let fields = Fields(node, "'response'", known: ["parse", "ok", "id", "errors"], log: log) else {
            return nil
        }
        return ResponseRule(
            format: choice(fields, "parse") ?? .jsonOptional, success: optionalCondition(fields["ok"], vocabulary),
            id: template(fields, "id", vocabulary),
            failures: (fields["errors"]?.elements ?? []).compactMap { failure($0, vocabulary) })
    }

    private func failure(_ node: YAML, _ vocabulary: Vocabulary) -> ResponseRule.Failure? {
        guard let fields = Fields(node, "an error", known: ["when", "as", "code"], log: log) else { return nil }
        need(["when"], in: fields)
        return choice(fields, "as", required: true).map {
            ResponseRule.Failure(
                when: condition(fields["when"], vocabulary), kind: $0, code: template(fields, "code", vocabulary))
        }
    }
}
