package import Providers

/// Reads a provider's file. What a file that loads names is there: it cannot fail in a new way while it works.
package enum AdapterFile {
    /// The adapter of a file; nil after errors, which the log then has with their places.
    ///
    /// - Parameters:
    ///   - file: The file's path as the operator gave it.
    ///   - base: Finds the text and path of the file of another adapter, which `extends` names.
    package static func load(
        source: String, file: String, log: DiagnosticLog,
        base: (_ adapter: String) -> (source: String, file: String)? = { _ in nil }
    ) -> Adapter? {
        let inner = DiagnosticLog()
        defer { log.add(inner.all) }
        guard let own = YAML.read(source, file: file, dialect: .anchored, log: inner),
            let root = AdapterExtension.whole(own, log: inner, base: base),
            let fields = Fields(root, "a provider file", known: keys, log: inner)
        else { return nil }
        let reader = AdapterReader(fields: fields, log: inner)
        let adapter = reader.adapter()
        return inner.hasErrors ? nil : adapter
    }

    private static let keys = [
        "adapter", "extends", "kind", "summary", "source", "config", "limits", "account", "reply", "routes", "answer",
        "send", "examples",
    ]
}

/// Turns a provider file's groups into an adapter. Reading goes on after an error; the adapter then counts for nothing.
struct AdapterReader {
    let fields: Fields
    let log: DiagnosticLog
    let vocabulary: Vocabulary
    let settings: [SettingDeclaration]
    private let routeEntries: [YAML.Entry]

    init(fields: Fields, log: DiagnosticLog) {
        self.fields = fields
        self.log = log
        settings = SettingDeclarations.read(fields["config"], log: log)
        routeEntries = fields["routes"].flatMap { Fields($0, "'routes'", known: nil, log: log)?.entries } ?? []
        // A route with a path of its own has no URL that can be told before it is called.
        let named = routeEntries.filter { entry in entry.value.entries?.contains { $0.key == "path" } != true }
        vocabulary = Vocabulary(roots: [], settings: settings.map(\.name), routes: named.map(\.key))
    }

    func adapter() -> Adapter? {
        let name = fields.requiredText("adapter") ?? ""
        if let node = fields["adapter"] { checkName(name, "an adapter", at: node.position) }
        for entry in fields["config"]?.entries ?? [] { checkName(entry, "a setting") }
        let kind: Adapter.Kind = choice(fields, "kind", required: true) ?? .sms
        let routes = routeEntries.map { self.route($0, vocabulary.with(Vocabulary.reading)) }
        let answers = self.answers(fields["answer"], vocabulary.with(Vocabulary.answering))
        let send = fields["send"].flatMap { self.send($0, vocabulary.with(Vocabulary.sending)) }
        checkDirections(kind)
        let replyWay: Adapter.ReplyWay? = choice(fields, "reply")
        check(kind, answers, send, replyWay)
        checkReplies(of: routes, answers)
        checkNames(of: routes)
        return Adapter(
            name: name, kind: kind, summary: fields.text("summary"), source: fields.text("source"), settings: settings,
            limits: limits(fields["limits"]), routes: routes, answers: answers, send: send,
            account: fields["account"].map { text($0, "'account'", vocabulary.with([.cfg, .chan])) },
            replyWay: replyWay ?? (kind == .sms && answers[.reply] == nil ? .request : .answer),
            examples: examples(fields["examples"], kind: kind))
    }

    /// A file has to hear or to say something. Who only sends needs no routes, and nobody hears its answers.
    private func checkDirections(_ kind: Adapter.Kind) {
        if let node = fields.entries.first(where: { $0.key == "routes" }), routeEntries.isEmpty {
            log.error(
                "missing-key", "'routes' is empty", at: node.keyPosition,
                suggestion: "name a route, or leave 'routes' out if the provider never calls")
        }
        guard fields["routes"] == nil else { return }
        if kind == .ussd {
            log.error("missing-key", "a USSD adapter needs 'routes'", at: fields.position)
        } else if fields["send"] == nil {
            log.error(
                "missing-key", "a provider file needs 'routes', 'send' or both", at: fields.position,
                suggestion: "'routes' says what the provider tells, 'send' how a message goes")
        }
        if let node = fields.entries.first(where: { $0.key == "answer" }) {
            log.error(
                "value", "'answer' without 'routes' answers nobody", at: node.keyPosition, suggestion: "leave it out")
        }
    }

    private func checkNames(of routes: [Route]) {
        var seen: Set<String> = []
        for (route, entry) in zip(routes, routeEntries) {
            for name in [route.name] + route.aliases where !seen.insert(name).inserted {
                log.error("duplicate-route", "two routes answer to '\(name)'", at: entry.keyPosition)
            }
            for alias in route.aliases { checkName(alias, "an alias", at: entry.keyPosition) }
            guard let shape = route.path?.shape, !seen.insert(shape).inserted else { continue }
            log.error("duplicate-route", "two routes answer to the same path", at: entry.keyPosition)
        }
    }

    /// Whether a conversation's text can ride in the answer is told by the adapter's own `reply`; a route may only say it
    /// in another way.
    private func checkReplies(of routes: [Route], _ answers: [AnswerRule.Kind: AnswerRule]) {
        for (route, entry) in zip(routes, routeEntries) where route.answers[.reply] != nil && answers[.reply] == nil {
            log.error(
                "missing-answer", "the route '\(route.name)' has a 'reply' that the adapter's own 'answer' has not",
                at: entry.keyPosition, suggestion: "put 'reply' into the adapter's 'answer'")
        }
    }

    private func check(
        _ kind: Adapter.Kind, _ answers: [AnswerRule.Kind: AnswerRule], _ send: SendRule?, _ way: Adapter.ReplyWay?
    ) {
        switch kind {
        case .ussd where way == .request:
            guard send == nil else { return }
            log.error(
                "missing-key", "a USSD adapter that replies by requests needs 'send'", at: fields.position)
        case .ussd:
            for needed in [AnswerRule.Kind.continue, .end] where answers[needed] == nil {
                log.error("missing-answer", "a USSD adapter needs 'answer.\(needed.rawValue)'", at: fields.position)
            }
        case .sms:
            if send == nil, answers[.reply] == nil {
                log.error(
                    "missing-key", "an SMS adapter needs 'send' or 'answer.reply' to say anything", at: fields.position)
            } else if way == .answer, answers[.reply] == nil {
                log.error("missing-answer", "'reply: answer' needs 'answer.reply'", at: fields.position)
            } else if way == .request, send == nil {
                log.error("missing-key", "'reply: request' needs 'send'", at: fields.position)
            }
            for kind in [AnswerRule.Kind.continue, .end, .closed, .ended] where answers[kind] != nil {
                log.error(
                    "value", "an SMS adapter never gives 'answer.\(kind.rawValue)'",
                    at: fields["answer"]?.position ?? fields.position)
            }
        }
    }

    private func limits(_ node: YAML?) -> Limits {
        let keys = ["chars", "charset", "reply_within", "rate"]
        guard let node, let fields = Fields(node, "'limits'", known: keys, log: log) else {
            return Limits(characters: nil, charset: nil, replyWithin: nil, rate: nil)
        }
        return Limits(
            characters: fields.whole("chars", in: 1...100_000), charset: choice(fields, "charset"),
            replyWithin: seconds(fields, "reply_within"),
            rate: fields.rate("rate"))
    }

    /// One of the words of an enumeration.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ fields: Fields, _ key: String, required: Bool = false
    ) -> Choice? {
        if required, fields[key] == nil {
            log.error("missing-key", "\(fields.what) needs '\(key)'", at: fields.position)
        }
        guard let node = fields[key], let text = fields.text(key) else { return nil }
        return choice(text, "'\(key)' of \(fields.what)", at: node.position)
    }

    /// One of the words of an enumeration.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ text: String, _ what: String, at position: Position)
        -> Choice?
    {
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        log.error(
            "value", "\(what) cannot be '\(text)'", at: position,
            suggestion: nearest(to: text, among: known).map { "did you mean '\($0)'?" }
                ?? "known: \(known.joined(separator: ", "))")
        return nil
    }
}
