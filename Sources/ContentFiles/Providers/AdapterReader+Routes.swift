import Providers

extension AdapterReader {
    /// One route with everything in it.
    func route(_ entry: YAML.Entry, _ outer: Vocabulary) -> Route {
        var vocabulary = outer
        guard let fields = Fields(entry.value, "route '\(entry.key)'", known: Self.routeKeys, log: log) else {
            return Route(name: entry.key)
        }
        checkName(entry, "a route")
        let path = path(fields)
        vocabulary.pathParts = path?.names ?? []
        let formats = formats(fields["parse"], vocabulary.with(Vocabulary.calling))
        if let empty = fields.entries.first(where: { $0.key == "auth" && $0.value.isNull }) {
            log.error(
                "missing-key", "'auth' is empty", at: empty.keyPosition, suggestion: "leave it out or name a proof")
        }
        let authenticity = fields["auth"].flatMap { self.authenticity($0, vocabulary) }
        let checks = checks(fields["check"], vocabulary)
        let each = fields["each"].map { template($0, vocabulary) }
        let variables = variables(fields["vars"], &vocabulary)
        return Route(
            name: entry.key, aliases: fields.texts("aliases"), path: path, methods: methods(fields), formats: formats,
            authenticity: authenticity, checks: checks, each: each, variables: variables,
            cases: cases(fields, vocabulary),
            answers: answers(fields["answer"], vocabulary.with(Vocabulary.answering)))
    }

    private static let eventKeys = ["message", "status", "stop", "ussd", "ussd_end", "ignore"]
    private static let routeKeys =
        ["method", "aliases", "path", "parse", "auth", "check", "each", "vars", "cases", "answer"] + eventKeys

    private func path(_ fields: Fields) -> RoutePath? {
        guard let node = fields["path"], let text = fields.text("path") else { return nil }
        if let path = RoutePath(text) { return path }
        log.error(
            "value", "'path' of \(fields.what) must be words and '{names}' between slashes, not '\(text)'",
            at: node.position)
        return nil
    }

    private func methods(_ fields: Fields) -> [String] {
        let methods = fields.texts("method").map { $0.uppercased() }
        for method in methods where !["GET", "POST", "PUT", "DELETE"].contains(method) {
            log.error(
                "value", "a route cannot take the method '\(method)'", at: fields["method"]?.position ?? fields.position
            )
        }
        return methods.isEmpty ? ["POST"] : methods
    }

    /// One format, or a list of `{when, as}` of which the first that holds counts.
    private func formats(_ node: YAML?, _ vocabulary: Vocabulary) -> [FormatCase] {
        guard let node else { return [FormatCase(when: nil, format: .form)] }
        guard let elements = node.elements else {
            return format(node).map { [FormatCase(when: nil, format: $0)] } ?? []
        }
        return elements.compactMap { element in
            guard let fields = Fields(element, "a way to parse", known: ["when", "as"], log: log) else { return nil }
            need(["as"], in: fields)
            return fields["as"].flatMap(format).map {
                FormatCase(when: optionalCondition(fields["when"], vocabulary), format: $0)
            }
        }
    }

    private func format(_ node: YAML) -> PayloadFormat? {
        node.text(for: "'parse'", log: log).flatMap { choice($0, "'parse'", at: node.position) }
    }

    private func checks(_ node: YAML?, _ vocabulary: Vocabulary) -> [Check] {
        list(node, "'check'").compactMap { element in
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
        guard let node = fields["cases"] else { return [eventCase(fields, vocabulary)].compactMap(\.self) }
        for key in Self.eventKeys where fields[key] != nil {
            log.error(
                "value", "\(fields.what) has both 'cases' and '\(key)'", at: node.position,
                suggestion: "put it into 'cases'")
        }
        let elements = list(node, "'cases'")
        for element in elements.dropLast() where element.entries?.contains(where: { $0.key == "when" }) == false {
            log.error("unreachable-case", "the cases below this one are never reached", at: element.position)
        }
        return elements.compactMap { element in
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
