import Conversation
import Directory
import Entitlements
import Expressions

/// Reads one rule's file.
struct RuleReader {
    /// The versions a rule can have.
    static let versions = 1...100_000

    /// What the contexts of its texts begin with: `rules/wages`.
    let context: String
    /// The file as messages show it.
    let file: String
    let facts: [String: Fact]
    let texts: TextCatalog
    /// The places, which tell what lies in the country.
    let directory: Directory
    let log: DiagnosticLog
    let expressions: ExpressionReader

    init(
        context: String, file: String, facts: [String: Fact], texts: TextCatalog, directory: Directory,
        log: DiagnosticLog
    ) {
        self.context = context
        self.file = file
        self.facts = facts
        self.texts = texts
        self.directory = directory
        self.log = log
        expressions = ExpressionReader(log: log)
    }

    /// The rule; nil after an error that leaves nothing to check further.
    func read(_ content: String) -> RuleDraft? {
        guard let root = YAML.read(content, file: file, log: log),
            let fields = Fields(root, "a rule", .rule, log: log)
        else { return nil }
        let id = id(fields)
        let version = fields["version"] == nil ? missing("version", fields) : fields.whole("version", in: Self.versions)
        let area = fields["area"] == nil ? missing("area", fields) : fields.word("area", as: Rule.Area.self)
        let country = RegionCode(fields.requiredText("jurisdiction") ?? "")
        let inForce = inForce(fields)
        let title = literal(fields, "title", "title")
        let laws = laws(fields)
        let parameters = parameters(fields, country, laws)
        let derived = derived(fields, parameters)
        let concerns = fields["concerns"].flatMap { expressions.read($0, flow: nil, isCondition: true) }
        let lines = lines(fields["decide"], in: fields, "decide", laws)
        let outcomes = outcomes(fields, lines.map(\.line), laws)
        let portability = title.flatMap { title in
            fields["portability"].flatMap { self.portability($0, laws, title: title) }
        }
        let review = review(fields)
        let tests = RuleTestReader(file: file, facts: facts, log: log).read(fields)
        guard let id, let version, let area, let inForce, let title, !lines.isEmpty else { return nil }
        let shown = named(fields, "show")
        let rule = Rule(
            id: id, area: area, version: version, inForce: inForce, title: title, laws: laws,
            parameters: parameters, derived: derived, concerns: concerns, lines: lines.map(\.line),
            shown: shown.map(\.name), outcomes: outcomes.map(\.outcome), portability: portability?.portability,
            tests: tests, facts: [], reviewBy: review?.day)
        return RuleDraft(
            rule: rule, file: file, context: context, position: fields["rule"]?.position ?? fields.position,
            expressions: expressions.read, outcomes: places(outcomes.map { ($0.outcome.name, $0.position) }),
            lines: lines.map(\.position), shown: shown,
            next: outcomes.flatMap(\.next) + (portability?.next ?? []), reviewBy: review,
            regional: parameters.values.contains(where: \.isRegional) ? fields["parameters"]?.position : nil)
    }

    private func places(_ named: [(String, Position)]) -> [String: Position] {
        Dictionary(named) { first, _ in first }
    }

    private func missing<T>(_ key: String, _ fields: Fields) -> T? {
        log.error("missing-key", "\(fields.what) needs '\(key)'", at: fields.position)
        return nil
    }

    private func id(_ fields: Fields) -> String? {
        guard let id = fields.requiredText("rule"), let value = fields["rule"] else { return nil }
        let parts = id.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.count >= 2, parts.allSatisfy({ $0.isName && $0 == $0.lowercased() }) { return id }
        log.error(
            "rule-id", "'\(id)' cannot be a rule's id", at: value.position,
            suggestion: "write country, area and name in small letters: cn.wages.arrears")
        return nil
    }

    private func inForce(_ fields: Fields) -> DayRange? {
        guard let value = fields["in_force"] else { return missing("in_force", fields) }
        return Fields(value, "'in_force'", .days, log: log).flatMap(days)
    }

    /// The days from `from` to `to`.
    func days(_ fields: Fields) -> DayRange? {
        let to = fields.date("to")
        guard let from = fields.requiredDate("from") else { return nil }
        if let to, to < from, let value = fields["to"] {
            log.error("value", "'to' of \(fields.what) is before 'from'", at: value.position)
        }
        return DayRange(from: from, to: to)
    }

    private func review(_ fields: Fields) -> (day: CalendarDate, position: Position)? {
        guard let value = fields["review"] else { return missing("review", fields) }
        guard let review = Fields(value, "'review'", .review, log: log) else { return nil }
        _ = review.requiredText("owner")
        guard let day = review.requiredDate("by"), let place = review["by"] else { return nil }
        return (day, place.position)
    }
}

// Texts and lists of names.
extension RuleReader {
    /// A text that must be there.
    func text(_ fields: Fields, _ key: String, _ name: String) -> LocalizedText? {
        guard let value = fields[key] else { return missing(key, fields) }
        return value.text(for: "'\(key)' of \(fields.what)", log: log).flatMap {
            texts.text("\(context)#\(name)", $0, at: value.textPosition)
        }
    }

    /// A text that must be there and has no values in it.
    func literal(_ fields: Fields, _ key: String, _ name: String) -> LocalizedText? {
        let text = text(fields, key, name)
        if let text, text.versions.contains(where: { $0.literal == nil }), let value = fields[key] {
            log.error("rule-text", "'\(key)' of \(fields.what) can have no ${...}", at: value.position)
        }
        return text
    }

    /// The names of a list with their places.
    func named(_ fields: Fields, _ key: String) -> [(name: String, position: Position)] {
        guard let value = fields[key] else { return [] }
        return (value.elements ?? [value]).compactMap { element in
            element.text(for: "each of '\(key)' of \(fields.what)", log: log).map { ($0, element.position) }
        }
    }

    /// The short names of provisions under `law`; at least one is needed.
    ///
    /// - Parameter more: What may stand there beside names.
    func lawNames(_ fields: Fields, _ laws: [String: Law], or more: String? = nil) -> [String] {
        let names = named(fields, "law")
        if names.isEmpty { log.error("missing-key", "\(fields.what) needs 'law'", at: fields.position) }
        for (name, position) in names where laws[name] == nil && name != more {
            let near = nearest(to: name, among: laws.keys.sorted())
            log.error(
                "unknown-law", "the rule has no law '\(name)'", at: position,
                suggestion: near.map { "did you mean '\($0)'?" } ?? "add it under 'law:' of the rule")
        }
        return names.map(\.name)
    }
}
