import Providers

extension AdapterReader {
    /// How an event of some kind is made.
    func eventRule(_ key: String, _ node: YAML, _ vocabulary: Vocabulary) -> EventRule? {
        switch key {
        case "message": message(node, vocabulary).map(EventRule.message)
        case "status": status(node, vocabulary).map(EventRule.status)
        case "stop": stop(node, vocabulary).map(EventRule.stop)
        case "ussd": ussd(node, vocabulary).map(EventRule.ussd)
        case "ussd_end": ussdEnd(node, vocabulary).map(EventRule.ussdEnd)
        default: .ignore
        }
    }

    private func message(_ node: YAML, _ vocabulary: Vocabulary) -> MessageRule? {
        let keys = [
            "require", "id", "from", "to", "text", "time", "network", "name", "attachments", "join", "empty",
        ]
        guard let fields = Fields(node, "'message'", known: keys, log: log) else { return nil }
        need(["from", "text"], in: fields)
        let empty: EmptyText? = choice(fields, "empty")
        return MessageRule(
            require: paths(fields["require"], vocabulary), id: text(fields, "id", vocabulary),
            from: text(fields, "from", vocabulary), to: text(fields, "to", vocabulary),
            text: text(fields, "text", vocabulary), time: text(fields, "time", vocabulary),
            network: text(fields, "network", vocabulary), name: text(fields, "name", vocabulary),
            attachments: template(fields, "attachments", vocabulary),
            join: fields["join"].flatMap { join($0, vocabulary) }, skipsEmpty: empty == .skip)
    }

    private func join(_ node: YAML, _ vocabulary: Vocabulary) -> JoinRule? {
        guard let fields = Fields(node, "'join'", known: ["key", "index", "count", "ttl"], log: log) else { return nil }
        need(["key", "index", "count"], in: fields)
        if isUSSD {
            log.error(
                "value", "a USSD adapter joins nothing: a screen cannot wait for parts", at: node.position,
                suggestion: "leave 'join' out")
        }
        let lifetime = seconds(fields, "ttl") ?? 600
        if lifetime > JoinRule.maximumLifetime {
            log.error(
                "value", "'ttl' of 'join' must be at most \(JoinRule.maximumLifetime / 3_600)h",
                at: fields["ttl"]?.position ?? fields.position,
                suggestion: "the message is taken without the parts that are later")
        }
        return JoinRule(
            key: text(fields, "key", vocabulary), index: text(fields, "index", vocabulary),
            count: text(fields, "count", vocabulary), lifetime: lifetime)
    }

    /// A span of time in seconds; nil when the group has none.
    func seconds(_ fields: Fields, _ key: String) -> Int? {
        guard let node = fields[key],
            let span = SettingDuration.milliseconds(node, "'\(key)' of \(fields.what)", log: log)
        else { return nil }
        if span >= 1_000, span.isMultiple(of: 1_000) { return Int(span / 1_000) }
        log.error("value", "'\(key)' of \(fields.what) must be whole seconds, such as 8s", at: node.position)
        return nil
    }

    private func drop(_ node: YAML, _ vocabulary: Vocabulary) -> StatusRule.Drop? {
        guard let fields = Fields(node, "'drop'", known: ["when", "statuses"], log: log) else { return nil }
        need(["statuses"], in: fields)
        let statuses: [Report.Status] = fields.texts("statuses").compactMap {
            choice($0, "each of 'statuses'", at: fields["statuses"]?.position ?? fields.position)
        }
        return StatusRule.Drop(when: condition(fields["when"], vocabulary), statuses: statuses)
    }

    private func status(_ node: YAML, _ vocabulary: Vocabulary) -> StatusRule? {
        let keys = [
            "require", "our_id", "id", "value", "map", "rules", "otherwise", "code", "person", "time", "gone", "drop",
        ]
        guard let fields = Fields(node, "'status'", known: keys, log: log) else { return nil }
        need(["value", "map"], in: fields)
        if fields["id"] == nil, fields["our_id"] == nil {
            log.error("missing-key", "'status' needs 'id' or 'our_id'", at: fields.position)
        }
        let ignores = fields["otherwise"]?.text == "ignore"
        return StatusRule(
            require: paths(fields["require"], vocabulary), ourID: text(fields, "our_id", vocabulary),
            id: text(fields, "id", vocabulary), value: text(fields, "value", vocabulary),
            code: text(fields, "code", vocabulary), person: text(fields, "person", vocabulary),
            time: text(fields, "time", vocabulary), overrides: overrides(fields["rules"], vocabulary),
            map: words(fields["map"]), otherwise: ignores ? nil : choice(fields, "otherwise") ?? .unknown,
            gone: fields["gone"].map { condition($0, vocabulary) },
            drop: fields["drop"].flatMap { drop($0, vocabulary) })
    }

    private func overrides(_ node: YAML?, _ vocabulary: Vocabulary) -> [StatusRule.Override] {
        list(node, "'rules'").compactMap { element in
            guard let fields = Fields(element, "a rule", known: ["when", "is"], log: log) else { return nil }
            need(["when"], in: fields)
            return choice(fields, "is", required: true).map {
                StatusRule.Override(when: condition(fields["when"], vocabulary), status: $0)
            }
        }
    }

    private func stop(_ node: YAML, _ vocabulary: Vocabulary) -> StopRule? {
        guard let fields = Fields(node, "'stop'", known: ["from", "to"], log: log) else { return nil }
        need(["from"], in: fields)
        return StopRule(from: text(fields, "from", vocabulary), to: text(fields, "to", vocabulary))
    }

    private func ussd(_ node: YAML, _ vocabulary: Vocabulary) -> USSDRule? {
        let keys = [
            "session", "from", "code", "network", "input", "sequence", "phase", "first_input", "mode", "separator",
            "code_format", "session_ttl",
        ]
        guard let fields = Fields(node, "'ussd'", known: keys, log: log) else { return nil }
        need(["session", "from", "input", "mode"], in: fields)
        let phase = fields["phase"].flatMap { Fields($0, "'phase'", known: ["value", "map"], log: log) }
        let mode: InputMode? = choice(fields, "mode")
        return USSDRule(
            session: text(fields, "session", vocabulary), from: text(fields, "from", vocabulary),
            code: text(fields, "code", vocabulary), network: text(fields, "network", vocabulary),
            input: text(fields, "input", vocabulary), sequence: text(fields, "sequence", vocabulary),
            phase: phase.map { text($0, "value", vocabulary) } ?? .nothing, phases: words(phase?["map"]),
            firstInput: choice(fields, "first_input") ?? .input,
            mode: self.mode(mode ?? .latest, separator: fields.text("separator") ?? "*"),
            codeFormat: choice(fields, "code_format") ?? .full, lifetime: seconds(fields, "session_ttl"))
    }

    private func mode(_ mode: InputMode, separator: String) -> USSDRule.Mode {
        switch mode {
        case .latest: .latest
        case .accumulated: .accumulated(separator: separator)
        case .accumulatedWithCode: .accumulatedWithCode(separator: separator)
        }
    }

    private func ussdEnd(_ node: YAML, _ vocabulary: Vocabulary) -> USSDEndRule? {
        let keys = ["session", "from", "reason", "map", "detail"]
        guard let fields = Fields(node, "'ussd_end'", known: keys, log: log) else { return nil }
        need(["session"], in: fields)
        return USSDEndRule(
            session: text(fields, "session", vocabulary), from: text(fields, "from", vocabulary),
            reason: text(fields, "reason", vocabulary), detail: text(fields, "detail", vocabulary),
            map: words(fields["map"]))
    }

    /// A provider's words with ours.
    private func words<Word: RawRepresentable<String> & CaseIterable>(_ node: YAML?) -> [String: Word] {
        guard let node, let fields = Fields(node, "'map'", known: nil, log: log) else { return [:] }
        var words: [String: Word] = [:]
        for entry in fields.entries {
            guard let text = entry.value.text(for: "'\(entry.key)' of 'map'", log: log) else { continue }
            words[entry.key] = choice(text, "'\(entry.key)' of 'map'", at: entry.value.position)
        }
        return words
    }

    func need(_ keys: [String], in fields: Fields) {
        for key in keys where fields[key] == nil {
            log.error("missing-key", "\(fields.what) needs '\(key)'", at: fields.position)
        }
    }
}

/// What becomes of a message without text.
private enum EmptyText: String, CaseIterable {
    case skip, keep
}

/// How much of what was typed a USSD request tells.
private enum InputMode: String, CaseIterable {
    case latest, accumulated
    case accumulatedWithCode = "accumulated_with_code"
}
