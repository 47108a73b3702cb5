import Conversation
import Entitlements
import Expressions

/// What one rule brings under the name of the step that checks it, before anybody has answered.
struct RuleResult {
    let rule: Rule
    let book: RuleBook
    let languages: [String]
    /// The types of what the rule's texts can name.
    private let types: TypeCheck

    init(rule: Rule, book: RuleBook, languages: [String]) {
        (self.rule, self.book, self.languages) = (rule, book, languages)
        types = RuleNames(rule, book.facts).check
    }

    /// Everything, whatever the outcome.
    var names: [String: Declared] {
        var names = Dictionary(
            rule.shown.map { shown in
                let name = shown.hasPrefix("p.") ? String(shown.dropFirst(2)) : shown
                let type = (try? Expression.parse(shown)).flatMap { types.type(of: $0) }
                return (name.lowercased(), Declared(of: type))
            }
        ) { first, _ in first }
        names["outcome"] = Declared(.text, (rule.outcomes.map(\.name) + [Rule.undecided]).map(Value.text))
        names["rule"] = Declared(.text, [.text(rule.id)])
        names["caution"] = Declared(texts: texts([book.texts?.usual].compactMap(\.self)))
        names["moving"] = Declared(texts: texts([rule.portability?.text].compactMap(\.self)))
        return names.merging(words(of: everyRule.flatMap { rule in rule.outcomes.map { (rule, $0) } })) { $1 }
    }

    /// By outcome: its text, the reason and the next steps.
    var outcomes: [String: [String: Declared]] {
        let outcomes = Dictionary(grouping: everyRule.flatMap { rule in rule.outcomes.map { (rule, $0) } }) { $1.name }
        return outcomes.mapValues(words)
    }

    /// The rule, and what it is in the parts of the country that differ.
    private var everyRule: [Rule] { [rule] + rule.locals.map(\.rule) }

    private func words(of outcomes: [(rule: Rule, outcome: RuleOutcome)]) -> [String: Declared] {
        let said = outcomes.flatMap { [$0.outcome.text, $0.outcome.plain].compactMap(\.self) }
        return [
            "text": Declared(texts: texts(said)),
            "why": Declared(texts: languages.indices.map { reasons(for: outcomes, $0).longest }),
            "next": Declared(.list, localized: languages.indices.map { steps(of: outcomes, $0) }),
        ]
    }

    private func texts(_ texts: [LocalizedText]) -> [[String]] {
        languages.indices.map { language in texts.map { longest($0, language) }.longest }
    }

    private func longest(_ text: LocalizedText, _ language: Int) -> String {
        let version = text.version(language)
        if let literal = version.literal { return literal }
        var names: [String: [Value]] = [:]
        for reference in version.references {
            let path = ([reference.root] + reference.path).joined(separator: ".").lowercased()
            let type = (try? Expression.parse(path)).flatMap { types.type(of: $0) }
            names[path] = Declared(of: type).examples(in: language)
        }
        return Extremes(names: names, language: languages[language]).longest(version)
    }
}

// Reasons and next steps.
extension RuleResult {
    private func reasons(for outcomes: [(rule: Rule, outcome: RuleOutcome)], _ language: Int) -> [String] {
        outcomes.flatMap { rule, outcome -> [String] in
            let lines = rule.lines.filter { $0.outcome == outcome.name }
            let own = outcome.because.map { reasons($0, outcome.laws, of: rule, language) } ?? []
            return own + lines.flatMap { reasons($0.because, $0.laws, of: rule, language) }
        }
    }

    /// A reason with its laws, and with each that a figure can bring: which figure it will be is not known yet.
    private func reasons(_ because: LocalizedText, _ laws: [String], of rule: Rule, _ language: Int) -> [String] {
        let words = longest(because, language)
        let surroundings = Surroundings(
            now: Timestamp(milliseconds: 0), utcOffset: 0, language: languages[language])
        let figures = Set(rule.parameters.values.flatMap { $0.rows.map(\.law) }).sorted()
        let ways = [laws] + figures.map { figure in laws.map { $0 == RuleLine.figures ? figure : $0 } + [figure] }
        return ways.compactMap { way in
            var seen: Set<String> = []
            let named = way.filter { seen.insert($0).inserted }.compactMap { rule.laws[$0] }
            return (try? book.why(words, named, in: language, surroundings)).flatMap(\.self)
        }
    }

    /// The next steps of each outcome; where facts are missing, where to find out comes first.
    private func steps(of outcomes: [(rule: Rule, outcome: RuleOutcome)], _ language: Int) -> [Value] {
        outcomes.map { rule, outcome in
            let helps = rule.facts.compactMap { book.facts[$0]?.help?.version(language).literal }
            let first = outcome.name == Rule.undecided ? helps.longest : []
            let next = outcome.next.compactMap { book.next[$0]?.version(language).literal }
            return .list((first + next).map(Value.text))
        }
    }
}
