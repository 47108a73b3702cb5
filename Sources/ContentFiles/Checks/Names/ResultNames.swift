import Conversation
import Directory
import Entitlements
import Expressions

/// What rules and searches of the directory bring under a step's name.
struct ResultNames {
    private let languages: [String]
    private let rules: [String: [String: Declared]]
    private let outcomes: [String: [String: [String: Declared]]]
    private let book: RuleBook
    private let kinds: [String: [String: Declared]]
    /// The name of a place in words.
    let placeName: Declared

    init(languages: [String], rules book: RuleBook, directory: Directory) {
        self.languages = languages
        self.book = book
        let results = book.rules.mapValues { RuleResult(rule: $0, book: book, languages: languages) }
        rules = results.mapValues(\.names)
        outcomes = results.mapValues(\.outcomes)
        kinds = Dictionary(grouping: directory.services, by: \.kind).mapValues { services in
            OfficeFields(services: services, languages: languages).names
        }
        placeName = Declared(texts: languages.map { tag in directory.regions.map { $0.name(in: tag) }.longest })
    }

    /// What a check brings, by name; for a rule that does not exist nothing, which is told elsewhere.
    func names(of check: Check) -> [String: Declared] {
        let judged = check.rules(in: book)
        switch check.subject {
        case .rule(let id): return rules[id] ?? [:]
        case .several:
            var names: [String: Declared] = ["rule": Declared(.text, judged.map { .text($0.id) })]
            for (name, value) in judged.flatMap({ rules[$0.id] ?? [:] }) {
                if names[name]?.join(value) == nil { names[name] = value }
            }
            return names
        case .move: return MoveResult(rules: judged, book: book, languages: languages, placeName: placeName).names
        }
    }

    /// What a rule says with an outcome: its text, the reason and the next steps.
    func names(of outcome: String, ofRule id: String) -> [String: Declared] { outcomes[id]?[outcome] ?? [:] }

    /// What is known of an office of a kind.
    func names(ofKind kind: String) -> [String: Declared] { kinds[kind] ?? [:] }
}

extension [String] {
    /// The longest, alone in a list; nothing of nothing.
    var longest: [String] { self.max { $0.count < $1.count }.map { [$0] } ?? [] }
}
