package import Conversation
import Directory
package import Expressions

/// Files to a pack, or diagnostics.
package enum PackLoader {
    /// Compiles a pack that has to work, whatever rules say of its wording: a revision that sessions are on, or one that
    /// its author is trying out. `PackCheck.load` is for packs that are to be published.
    ///
    /// - Parameter today: The day that reviews of rules are compared with; nil for none.
    /// - Returns: The pack, unless something in it is an error; everything wrong is in the log.
    package static func load(_ source: PackSource, today: CalendarDate? = nil, log: DiagnosticLog) -> Pack? {
        read(source, today: today, log: log)?.pack
    }

    /// Compiles a pack and remembers where everything in it stands.
    ///
    /// - Parameters:
    ///   - isTranslated: Whether the translations count; without them every language has the pack's own texts.
    ///   - isTried: Whether rules are tried out on all answers, which takes longer than all the rest.
    package static func read(
        _ source: PackSource, today: CalendarDate? = nil, isTranslated: Bool = true, isTried: Bool = false,
        log: DiagnosticLog
    ) -> PackReading? {
        let own = DiagnosticLog()
        defer { log.add(own.all) }
        let place = Position(file: source.shown("pack.yaml"))
        guard let file = source.files.first(where: { $0.path == "pack.yaml" }) else {
            own.error("missing-file", "a pack needs a file pack.yaml", at: place)
            return nil
        }
        let expressions = ExpressionReader(log: own)
        let reader = PackFileReader(log: own, expressions: expressions)
        guard let settings = reader.read(file.content, file: place.file) else { return nil }
        let compiler = PackCompiler(
            source: source, file: settings, expressions: expressions, today: today, isTranslated: isTranslated,
            isTried: isTried, log: own)
        let reading = compiler.compile()
        return own.hasErrors ? nil : reading
    }
}

/// Compiles the flows of a pack once `pack.yaml` is known.
private struct PackCompiler {
    let source: PackSource
    let file: PackFile
    let today: CalendarDate?
    let isTranslated: Bool
    let isTried: Bool
    let log: DiagnosticLog
    private let facts: FactsFile?
    private let drafts: [FlowDraft]
    private let addresses: AddressBook
    private let texts: TextCatalog
    private let expressions: ExpressionReader

    init(
        source: PackSource, file: PackFile, expressions: ExpressionReader, today: CalendarDate?, isTranslated: Bool,
        isTried: Bool, log: DiagnosticLog
    ) {
        self.source = source
        self.file = file
        self.today = today
        self.isTranslated = isTranslated
        self.isTried = isTried
        self.log = log
        facts = Self.facts(source, log)
        drafts = Self.flows(source, log) + [facts?.questions].compactMap(\.self)
        addresses = AddressBook(drafts)
        texts = TextCatalog(
            languages: file.languages, source: file.source,
            files: isTranslated ? Self.translations(source, log) : nil, log: log)
        self.expressions = expressions
    }

    private static func flows(_ source: PackSource, _ log: DiagnosticLog) -> [FlowDraft] {
        let read = source.files(of: .flow).concurrentMap { file in
            let own = DiagnosticLog()
            let name = String(file.path.dropLast(".yaml".count))
            let flow = FlowReader(log: own).read(file.content, name: name, file: source.shown(file.path))
            return (flow: flow, found: own.all)
        }
        log.add(read.flatMap(\.found))
        return read.compactMap(\.flow)
    }

    /// The questions that rules ask are a flow of their own.
    private static func facts(_ source: PackSource, _ log: DiagnosticLog) -> FactsFile? {
        source.files(of: .facts).first.flatMap {
            FactsFileReader(log: log).read($0.content, file: source.shown($0.path))
        }
    }

    private static func translations(_ source: PackSource, _ log: DiagnosticLog) -> [String: POFile] {
        let files = source.files.filter { $0.path.hasPrefix("languages/") && $0.path.hasSuffix(".po") }
        let read = files.concurrentMap { file in
            let own = DiagnosticLog()
            let translations = POFile(file.content, file: source.shown(file.path), log: own)
            return (translations: translations, found: own.all)
        }
        log.add(read.flatMap(\.found))
        let tags = files.map { String($0.path.dropFirst("languages/".count).dropLast(".po".count)) }
        return Dictionary(zip(tags, read.map(\.translations))) { first, _ in first }
    }

    func compile() -> PackReading? {
        let steps = drafts.map(steps)
        let content = DirectoryReader(
            source: source, languages: file.languages, own: file.source, freshness: file.freshness, today: today,
            log: log
        ).read()
        let builtIn = BuiltInTextsReader(
            texts: texts, isEnglish: isEnglish, screens: file.settings.screen,
            needed: BuiltInTextsReader.needed(
                by: steps.joined().compactMap(\.self), and: content),
            log: log
        ).read(file.fields)
        reportKeptTexts()
        let labels = FieldLabels(
            fields: file.fields, areShown: expressions.uses.contains(where: \.readsKept), texts: texts, log: log
        ).read()
        let titles = FlowTitles(drafts: drafts, texts: texts, log: log).read()
        let start = address("start", required: true)
        let words = WordsReader(addresses: addresses, log: log)
        let lists = CommandListReader(languages: file.languages, log: log).read(file.fields)
        let commands = words.commands(lists)
        let keywords = words.keywords(file.fields, reserved: commands)
        let destinations = words.destinations(file.fields)
        let otherwise = address("otherwise", required: false)
        let directory = content.directory(
            freshness: file.freshness, builtIn, file.languages, own: file.source)
        let (rules, tried) = RuleCompiler(
            source: source, facts: facts, questions: facts == nil ? [] : steps.last ?? [],
            places: Set(steps.joined().flatMap { $0?.verb.places ?? [] }), texts: texts, file: file,
            directory: directory, today: today, isTried: isTried, log: log
        ).compile()
        texts.reportLeftovers(pack: file.fields.position)
        let names = NameTable(
            steps.flatMap { $0 }, file: file, bounded: bounded, rules: rules, directory: directory)
        let faults = NameCheck(names: names).check(expressions.uses, texts.templates, log)
        guard let start, let builtIn, !log.hasErrors else { return nil }
        let pack = Pack(
            id: source.id, title: file.title, revision: source.revision, languages: file.languages,
            sourceLanguage: file.source,
            steps: steps.flatMap { $0.compactMap { $0 } }, start: start, keywords: keywords, commands: commands,
            destinations: destinations, otherwise: otherwise, keys: file.keys, settings: file.settings,
            constants: file.constants, personFields: file.personFields, texts: builtIn,
            rules: rules,
            directory: directory, flowTitles: titles, fieldLabels: labels)
        IdentityCheck(pack: pack, fields: file.fields, log: log).check()
        SearchCheck(pack: pack, drafts: drafts.flatMap(\.steps), log: log).check()
        if isTried { InquiryTrial(pack: pack, drafts: drafts.flatMap(\.steps), log: log).check() }
        GraphCheck(pack: pack, positions: drafts.flatMap { $0.steps.map(\.position) }, log: log).check()
        return PackReading(
            pack: pack, source: source, packFile: file.fields, commandLists: lists, drafts: drafts.flatMap(\.steps),
            texts: texts.places,
            names: names, typeFaults: faults, triedRules: tried)
    }

    /// What is kept of her is looked up once: a text that is shown page by page must not change meanwhile.
    private func reportKeptTexts() {
        let inTexts = texts.templates.map { ($0.template.references, $0.position) }
        let inConditions = expressions.read.filter(\.isCondition).map { ($0.expression.references, $0.position) }
        for (references, position) in inTexts + inConditions {
            for reference in references where reference.root == NameTable.kept {
                log.error(
                    "unknown-name", "only 'set' can read '\(NameTable.kept)'",
                    at: position.moved(by: reference.offset),
                    suggestion: "set: { fields: kept.fields } in a step before, and then ${fields}")
            }
        }
    }

    /// The questions that say how long a typed text may be.
    private var bounded: Set<String> {
        let questions = drafts.flatMap { draft in
            draft.steps.filter { $0.value["answer"]?["most"] != nil }.map { draft.name + "#" + $0.name }
        }
        return Set(questions)
    }

    private var isEnglish: Bool {
        file.languages[file.source].tag.hasPrefix("en")
    }

    private func steps(_ draft: FlowDraft) -> [Step?] {
        let reader = StepReader(
            flow: draft.name, addresses: addresses, texts: texts, expressions: expressions,
            languages: file.languages.map(\.tag), personFields: file.personFields, log: log)
        return draft.steps.map(reader.read)
    }

    private func address(_ key: String, required: Bool) -> Int? {
        guard let value = file.fields[key] else {
            if required { log.error("missing-key", "a pack needs '\(key)': its first flow", at: file.fields.position) }
            return nil
        }
        return value.text(for: "'\(key)'", log: log).flatMap {
            addresses.step($0, from: nil, at: value.position, log: log)
        }
    }
}

extension Verb {
    /// The facts that hold the places of a move.
    fileprivate var places: [String] {
        guard case .check(let check) = self, case .move(_, let from, let to) = check.subject else { return [] }
        return [from, to]
    }
}
