import Conversation
import Directory
import Entitlements
import Expressions

/// What rules and searches of the directory bring under a step's name.
struct ResultNames {
    private let languages: [String]
    private let rules: [String: [String: Declared]]
    private let kinds: [String: [String: Declared]]
    /// The name of a place in words.
    let placeName: Declared

    init(languages: [String], rules book: RuleBook, directory: Directory) {
        self.languages = languages
        rules = book.rules.mapValues { rule in
            RuleResult(rule: rule, book: book, languages: languages).names
        }
        kinds = Dictionary(grouping: directory.services, by: \.kind).mapValues { services in
            OfficeFields(services: services, languages: languages).names
        }
        placeName = Declared(texts: languages.map { tag in directory.regions.map { $0.name(in: tag) }.longest })
    }

    /// By name; for a rule that does not exist nothing, which is told elsewhere.
    func names(ofRule id: String) -> [String: Declared] { rules[id] ?? [:] }

    /// What is known of an office of a kind.
    func names(ofKind kind: String) -> [String: Declared] { kinds[kind] ?? [:] }
}

/// What one rule brings.
private struct RuleResult {
    let rule: Rule
    let book: RuleBook
    let languages: [String]

    var names: [String: Declared] {
        let types = RuleNames(rule, book.facts).check
        var names = Dictionary(
            rule.shown.map { shown in
                let name = shown.hasPrefix("p.") ? String(shown.dropFirst(2)) : shown
                let type = (try? Expression.parse(shown)).flatMap { types.type(of: $0) }
                return (name.lowercased(), Declared(of: type))
            }
        ) { first, _ in first }
        names["outcome"] = Declared(.text, (rule.outcomes.map(\.name) + [Rule.undecided]).map(Value.text))
        names["text"] = Declared(texts: texts(rule.outcomes.flatMap { [$0.text, $0.plain].compactMap(\.self) }))
        names["why"] = Declared(texts: languages.indices.map { [why($0)] })
        names["caution"] = Declared(texts: texts([book.texts?.usual].compactMap(\.self)))
        names["moving"] = Declared(texts: texts([rule.portability?.text].compactMap(\.self)))
        names["next"] = Declared(.list, [])
        return names
    }

    private func texts(_ texts: [LocalizedText]) -> [[String]] {
        languages.indices.map { language in texts.map { longest($0, language) }.longest }
    }

    private func why(_ language: Int) -> String {
        guard let why = book.texts?.why else { return "" }
        let names: [String: [Value]] = [
            "because": rule.lines.map { .text(longest($0.because, language)) },
            "law": rule.laws.values.map { .text(longest($0.cite, language)) }, "checked": Extremes.months,
        ]
        return Extremes(names: names, language: languages[language]).longest(why.version(language))
    }

    private func longest(_ text: LocalizedText, _ language: Int) -> String {
        let version = text.version(language)
        if let literal = version.literal { return literal }
        let types = RuleNames(rule, book.facts).check
        var names: [String: [Value]] = [:]
        for reference in version.references {
            let path = ([reference.root] + reference.path).joined(separator: ".").lowercased()
            let type = (try? Expression.parse(path)).flatMap { types.type(of: $0) }
            names[path] = Declared(of: type).examples(in: language)
        }
        return Extremes(names: names, language: languages[language]).longest(version)
    }
}

extension [String] {
    /// The longest, alone in a list; nothing of nothing.
    var longest: [String] { self.max { $0.count < $1.count }.map { [$0] } ?? [] }
}
