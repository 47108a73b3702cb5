import Providers

extension AdapterReader {
    /// One route with everything in it.
    func route(_ entry: YAML.Entry, _ outer: Vocabulary) -> Route {
        var vocabulary = outer
        guard let fields = Fields(entry.value, "route '\(entry.key)'", known: Self.routeKeys, log: log) else {
            return Route(
                name: entry.key, aliases: [], methods: [], parse: .form, authenticity: nil, checks: [], each: nil,
                variables: [], cases: [])
        }
        let authenticity = fields["auth"].flatMap { self.authenticity($0, vocabulary) }
        let checks = checks(fields["check"], vocabulary)
        let each = fields["each"].map { template($0, vocabulary) }
        let variables = variables(fields["vars"], &vocabulary)
        return Route(
            name: entry.key, aliases: fields.texts("aliases"), methods: methods(fields),
            parse: choice(fields, "parse") ?? .form,
            authenticity: authenticity, checks: checks, each: each, variables: variables,
            cases: cases(fields, vocabulary))
    }

    private static let eventKeys = ["message", "status", "stop", "ussd", "ussd_end", "ignore"]
    private static let routeKeys =
        ["method", "aliases", "parse", "auth", "check", "each", "vars", "cases"] + eventKeys

    private func methods(_ fields: Fields) -> [String] {
        let methods = fields.texts("method").map { $0.uppercased() }
        for method in methods where !["GET", "POST", "PUT"].contains(method) {
            log.error(
                "value", "a route cannot take the method '\(method)'", at: fields["method"]?.position ?? fields.position
            )
        }
        return methods.isEmpty ? ["POST"] : methods
    }

    private func authenticity(_ node: YAML, _ vocabulary: Vocabulary) -> Authenticity? {
        guard let fields = Fields(node, "'auth'", known: ["when", "token", "hmac", "twilio"], log: log) else {
            return nil
        }
        let proofs = ["token", "hmac", "twilio"].compactMap { kind in fields[kind].map { (kind, $0) } }
        guard let (kind, node) = proofs.first, proofs.count == 1 else {
            log.error("missing-key", "'auth' needs exactly one of 'token', 'hmac' and 'twilio'", at: fields.position)
            return nil
        }
        return proof(kind, node, vocabulary).map {
            Authenticity(when: optionalCondition(fields["when"], vocabulary), proof: $0)
        }
    }

    private func proof(_ kind: String, _ node: YAML, _ vocabulary: Vocabulary) -> Authenticity.Proof? {
        let keys = ["token": ["value", "equals"], "hmac": ["signature", "expect"]][kind] ?? ["signature", "secret"]
        guard let fields = Fields(node, "'\(kind)'", known: keys, log: log) else { return nil }
        for key in keys where fields[key] == nil {
            log.error("missing-key", "'\(kind)' needs '\(key)'", at: fields.position)
        }
        let first = template(fields, keys[0], vocabulary)
        let second = template(fields, keys[1], vocabulary)
        switch kind {
        case "token": return .token(value: first, equals: second)
        case "hmac": return .signature(first, expect: second)
        default: return .twilio(signature: first, secret: second)
        }
    }

    private func checks(_ node: YAML?, _ vocabulary: Vocabulary) -> [Check] {
        (node?.elements ?? []).compactMap { element in
            guard let fields = Fields(element, "a check", known: ["that", "else", "ignore"], log: log) else {
                return nil
            }
            if fields["that"] == nil { log.error("missing-key", "a check needs 'that'", at: fields.position) }
            let ignored = fields.text("ignore")
            return Check(
                that: condition(fields["that"], vocabulary),
                message: ignored ?? fields.text("else") ?? "a check failed",
                ignores: ignored != nil)
        }
    }

    private func cases(_ fields: Fields, _ vocabulary: Vocabulary) -> [EventCase] {
        guard let list = fields["cases"] else { return [eventCase(fields, vocabulary)].compactMap(\.self) }
        return (list.elements ?? []).compactMap { element in
            Fields(element, "a case", known: ["when"] + Self.eventKeys, log: log).flatMap { eventCase($0, vocabulary) }
        }
    }

    private func eventCase(_ fields: Fields, _ vocabulary: Vocabulary) -> EventCase? {
        let found = Self.eventKeys.filter { fields[$0] != nil }
        guard let key = found.first, let node = fields[key], found.count == 1 else {
            let keys = Self.eventKeys.joined(separator: ", ")
            log.error("missing-key", "\(fields.what) needs exactly one of \(keys)", at: fields.position)
            return nil
        }
        let when = optionalCondition(fields["when"], vocabulary)
        return eventRule(key, node, vocabulary).map { EventCase(when: when, rule: $0) }
    }
}
