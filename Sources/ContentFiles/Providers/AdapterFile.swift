package import Providers

/// Reads a provider's file. What a file that loads names is there: it cannot fail in a new way while it works.
package enum AdapterFile {
    /// The adapter of a file; nil after errors, which the log then has with their places.
    ///
    /// - Parameter file: The file's path as the operator gave it.
    package static func load(source: String, file: String, log: DiagnosticLog) -> Adapter? {
        let inner = DiagnosticLog()
        defer { log.add(inner.all) }
        guard let root = YAML.read(source, file: file, dialect: .anchored, log: inner),
            let fields = Fields(root, "a provider file", known: keys, log: inner)
        else { return nil }
        let reader = AdapterReader(fields: fields, log: inner)
        let adapter = reader.adapter()
        return inner.hasErrors ? nil : adapter
    }

    private static let keys = [
        "adapter", "kind", "summary", "source", "config", "limits", "account", "reply", "routes", "answer", "send",
        "examples",
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
        vocabulary = Vocabulary(roots: [], settings: settings.map(\.name), routes: routeEntries.map(\.key))
    }

    func adapter() -> Adapter? {
        let name = fields.requiredText("adapter") ?? ""
        let kind: Adapter.Kind = choice(fields, "kind", required: true) ?? .sms
        let routes = routeEntries.map { self.route($0, vocabulary.with(Vocabulary.reading)) }
        let answers = self.answers(fields["answer"], vocabulary.with(Vocabulary.answering))
        let send = fields["send"].flatMap { self.send($0, vocabulary.with(Vocabulary.sending)) }
        if routes.isEmpty { log.error("missing-key", "a provider file needs 'routes'", at: fields.position) }
        check(kind, answers, send)
        return Adapter(
            name: name, kind: kind, summary: fields.text("summary"), source: fields.text("source"), settings: settings,
            limits: limits(fields["limits"]), routes: routes, answers: answers, send: send,
            account: fields["account"].map { template($0, vocabulary.with([.cfg, .chan])) },
            replyWay: choice(fields, "reply") ?? (answers[.reply] == nil ? .request : .answer),
            examples: examples(fields["examples"], kind: kind))
    }

    private func check(_ kind: Adapter.Kind, _ answers: [AnswerRule.Kind: AnswerRule], _ send: SendRule?) {
        switch kind {
        case .ussd:
            for needed in [AnswerRule.Kind.continue, .end] where answers[needed] == nil {
                log.error("missing-answer", "a USSD adapter needs 'answer.\(needed.rawValue)'", at: fields.position)
            }
        case .sms:
            guard send == nil, answers[.reply] == nil else { return }
            log.error(
                "missing-key", "an SMS adapter needs 'send' or 'answer.reply' to say anything", at: fields.position)
        }
    }

    private func limits(_ node: YAML?) -> Limits {
        guard let node, let fields = Fields(node, "'limits'", known: ["chars", "charset", "reply_within"], log: log)
        else {
            return Limits(characters: nil, charset: nil, replyWithin: nil)
        }
        return Limits(
            characters: fields.whole("chars", in: 1...100_000), charset: fields.text("charset"),
            replyWithin: fields["reply_within"].flatMap { SettingDuration.milliseconds($0, "'reply_within'", log: log) }
                .map { Int($0 / 1_000) })
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
