import Conversation
import Directory
import Entitlements
import Expressions
import Telephony

/// Makes a pack's rules from the files in `rules/`.
struct RuleCompiler {
    let source: PackSource
    let facts: FactsFile?
    /// The compiled questions of the facts.
    let questions: [Step?]
    /// The facts that steps ask for beside those of rules: the places of a move.
    let places: Set<String>
    let texts: TextCatalog
    let file: PackFile
    /// The places, which tell what figures hold where.
    let directory: Directory
    /// The day that reviews are compared with; nil for none, so that reading a pack does not depend on the clock.
    let today: CalendarDate?
    /// Whether the rules are tried out, with every text in every language.
    let isTried: Bool
    let log: DiagnosticLog

    /// The rules, and what can come out of each as far as they were tried.
    func compile() -> (book: RuleBook, tried: [String: ResultBlanks]) {
        let ruleFiles = source.files(of: .rule)
        guard let facts else { return (withoutFacts(ruleFiles), [:]) }
        let known = FactsCompiler(texts: texts, hasConsent: file.settings.consent != nil, log: log).facts(
            facts, questions)
        let drafts = rules(ruleFiles, known)
        let exceptions = exceptions(drafts, known)
        let next = next()
        let sentences = sentences(facts)
        let check = RuleCheck(facts: known, texts: texts, log: log)
        let completed = drafts.values.map { draft in
            let own = exceptions.filter { $0.extends == draft.rule.id }
            return check.completed(draft, own)
        }
        check.check(drafts.values.sorted { $0.file < $1.file }, exceptions, next, today: today)
        check.reportUnused(facts, completed, beside: places)
        let book = RuleBook(
            rules: Dictionary(completed.map { ($0.id, $0) }) { first, _ in first }, facts: known,
            next: next.mapValues(\.text), texts: sentences, languages: file.languages.map(\.tag),
            chain: { [directory] in directory.chain(of: $0) },
            hasRoom: { [limit] in limit.fits($0 + Self.optionsBelow($0)) })
        guard isTried, !log.hasErrors else { return (book, [:]) }
        let trial = RuleTrial(book: book, utcOffset: file.settings.utcOffset, screen: limit, log: log)
        return (book, trial.check(drafts))
    }

    /// The most that a message with a reason may hold.
    private var limit: ScreenLimit { file.settings.screen[.ussd] ?? .ussd(septets: 160) }

    /// Stands for the options below a reason in which several laws are named: two of a word or two, as `1 Call me back`,
    /// which take 32 characters, and 13 where they are in Chinese.
    private static func optionsBelow(_ reason: String) -> String {
        String(repeating: "-", count: GSM7.septets(reason) == nil ? 13 : 32)
    }

    private func withoutFacts(_ ruleFiles: [PackSource.File]) -> RuleBook {
        let isBroken = source.files.contains { $0.path == FactsFile.path }
        if let first = ruleFiles.first, !isBroken {
            log.error(
                "missing-file", "rules need the facts that they ask for", at: Position(file: source.shown(first.path)),
                suggestion: "add \(FactsFile.path)")
        }
        return RuleBook()
    }

    private func rules(_ files: [PackSource.File], _ facts: [String: Fact]) -> [String: RuleDraft] {
        var drafts: [String: RuleDraft] = [:]
        for file in files {
            let context = String(file.path.dropLast(".yaml".count))
            let reader = RuleReader(
                context: context, file: source.shown(file.path), facts: facts, texts: texts, directory: directory,
                log: log)
            guard let draft = reader.read(file.content) else { continue }
            if let twin = drafts[draft.rule.id] {
                log.error("rule-id", "\(twin.file) is already the rule '\(draft.rule.id)'", at: draft.position)
            } else {
                drafts[draft.rule.id] = draft
            }
        }
        return drafts
    }

    private func exceptions(_ drafts: [String: RuleDraft], _ facts: [String: Fact]) -> [LocalReader.Exception] {
        let reader = LocalReader(rules: drafts, facts: facts, texts: texts, directory: directory, log: log)
        let exceptions = source.files(of: .local).compactMap { file in
            reader.read(
                file.content, context: String(file.path.dropLast(".yaml".count)), file: source.shown(file.path))
        }
        for (index, second) in exceptions.enumerated() {
            let twin = exceptions[..<index].first {
                $0.extends == second.extends && $0.local.region == second.local.region
            }
            guard let twin else { continue }
            log.error(
                "local-conflict", "\(twin.file) changes the same rule for the same region", at: second.position,
                suggestion: "put both changes into one file")
        }
        return exceptions
    }

    /// The next steps in words, with their places.
    private func next() -> [String: (text: LocalizedText, position: Position)] {
        guard let file = source.files(of: .next).first,
            let root = YAML.read(file.content, file: source.shown(file.path), log: log),
            let fields = Fields(root, "the next steps", .next, log: log),
            let own = fields["next"].flatMap({ Fields($0, "'next'", known: nil, log: log) })
        else { return [:] }
        var next: [String: (LocalizedText, Position)] = [:]
        for entry in own.entries {
            let text = entry.value.text(for: "next step '\(entry.key)'", log: log).flatMap {
                texts.text("rules/next#\(entry.key)", $0, at: entry.value.textPosition)
            }
            if let text { next[entry.key] = (text, entry.keyPosition) }
        }
        return next
    }

    /// The sentences around verdicts, in the pack's own wording.
    private func sentences(_ facts: FactsFile) -> RuleBook.Texts? {
        let sentence = { (key: String) -> LocalizedText? in
            guard let value = facts.texts?[key] else {
                log.error(
                    "missing-key", "'texts' of the facts needs '\(key)'", at: facts.texts?.position ?? facts.position)
                return nil
            }
            return value.text(for: "'\(key)'", log: log).flatMap {
                texts.text("\(Fact.flow)#texts.\(key)", $0, at: value.textPosition)
            }
        }
        guard let why = sentence("why"), let usual = sentence("usual") else { return nil }
        return RuleBook.Texts(why: why, usual: usual)
    }
}
