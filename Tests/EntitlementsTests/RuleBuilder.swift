import Entitlements
import Expressions
import Testing

/// A rule in a few words, with the book it stands in; texts are in English and Swahili.
struct RuleBuilder {
    var id = "xx.test"
    var area = Rule.Area.employment
    /// Whom it is about.
    var concerns: String?
    /// What outcomes give, and until when, by their names.
    var gives: [String: RuleOutcome.Gives] = [:]
    var until: [String: String] = [:]
    var portability: Portability?
    /// Condition and outcome of each line.
    var lines: Pairs = ["true": "no"]
    var derived: Pairs = [:]
    var parameters: [RuleParameter] = []
    var shown: [String] = []
    /// Texts and plain texts by outcome.
    var texts: [String: String] = [:]
    var plain: [String: String] = [:]
    var because = "so it is"
    /// The provisions of each line.
    var laws = ["L1"]
    /// The most characters of a reason that names several.
    var room = 0
    /// Why it is undecided, which stands on L2 and L3.
    var becauseUndecided: String?
    var next: [String] = []
    var facts: [Fact] = ["a", "b", "c"].map { Fact(name: $0, type: .boolean, typed: .boolean, allowsUnknown: true) }
    var locals: [LocalRule] = []
    var tests: [RuleTest] = []
    var inForce = DayRange(from: date("2020-01-01"))

    static let now = Timestamp(date: date("2026-03-15"), utcOffset: 0)

    var rule: Rule {
        get throws {
            let names = facts.map(\.name).filter { $0 != Fact.region }
            return Rule(
                id: id, area: area, version: 4, inForce: inForce, title: try text("title", "Test"),
                laws: try allLaws, parameters: Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0) }),
                derived: try derived.list.map { Derived(name: $0.0, expression: try .parse($0.1)) },
                concerns: try concerns.map { try .parse($0) },
                lines: try lines.list.map { when, outcome in
                    RuleLine(
                        when: try .parse(when), outcome: outcome, laws: laws, because: try text("because", because))
                },
                shown: shown, outcomes: try outcomes, portability: portability, locals: locals, tests: tests,
                facts: (isRegional ? [Fact.region] : []) + names,
                concernFacts: try concerns.map { try Expression.parse($0).references.map(\.root) } ?? [])
        }
    }

    private var isRegional: Bool { !locals.isEmpty || parameters.contains(where: \.isRegional) }

    var book: RuleBook { get throws { try book(with: []) } }

    /// The book with more rules; facts of the same name are one.
    func book(with others: [RuleBuilder]) throws -> RuleBook {
        let all = [self] + others
        let region = Fact(name: Fact.region, type: .text, allowsUnknown: true)
        let rules = try all.map { try $0.rule }
        return RuleBook(
            rules: Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0) }),
            facts: Dictionary((all.flatMap(\.facts) + [region]).map { ($0.name, $0) }) { first, _ in first },
            next: ["call": try text("call", "Call us."), "wait": try text("wait", "Wait.")],
            texts: RuleBook.Texts(
                why: try text("why", "Why: ${because}. Law: ${law}. Checked ${checked}."),
                usual: try text("usual", "It may differ.")),
            languages: ["en", "sw"], hasRoom: { [room] in $0.count <= room })
    }

    private var allLaws: [String: Law] {
        get throws {
            var laws: [String: Law] = [:]
            for id in ["L1", "L2", "L3"] {
                laws[id] = Law(
                    id: id, cite: try text(id, "Act \(id)"), checked: date("2026-01-20"), confidence: .high)
            }
            return laws
        }
    }

    private var outcomes: [RuleOutcome] {
        get throws {
            let names = lines.list.map(\.1) + Array(texts.keys) + Array(plain.keys)
            return try Set(names).sorted().map { name in
                RuleOutcome(
                    name: name, text: try texts[name].map { try text(name, $0) },
                    plain: try plain[name].map { try text(name, $0) }, next: next,
                    because: name == Rule.undecided ? try becauseUndecided.map { try text(name, $0) } : nil,
                    laws: name == Rule.undecided && becauseUndecided != nil ? ["L2", "L3"] : [],
                    until: try until[name].map { try .parse($0) }, gives: gives[name] ?? .help)
            }
        }
    }

    func text(_ id: String, _ english: String) throws -> LocalizedText {
        LocalizedText(id: id, versions: [try Template.parse(english), try Template.parse("sw: " + english)])
    }
}

/// Pairs in their order, as a literal or made.
struct Pairs: ExpressibleByDictionaryLiteral {
    let list: [(String, String)]

    init(_ list: [(String, String)]) { self.list = list }

    init(dictionaryLiteral elements: (String, String)...) { list = elements }
}

extension RuleBuilder {
    /// What the rule says now.
    func judge(_ known: [String: Value], at now: Timestamp = now) throws -> Judgement? {
        try book.judge("xx.test", { known[$0] }, at: now, utcOffset: 0, language: "en")
    }

    /// The verdict, when there is one.
    func verdict(_ known: [String: Value] = [:], at now: Timestamp = now) throws -> Verdict {
        guard case .verdict(let verdict) = try judge(known, at: now) else {
            throw EvaluationFault("the rule asks, or is not in force")
        }
        return verdict
    }
}

extension Judgement {
    /// `ask a`, or the outcome with what is missing: `undecided [a]`.
    var inShort: String {
        switch self {
        case .ask(let fact): "ask \(fact)"
        case .verdict(let verdict):
            verdict.outcome
                + (verdict.missing.isEmpty ? "" : " [\(verdict.missing.joined(separator: ", "))]")
                + (verdict.fault.map { " failed: \($0.message)" } ?? "")
        }
    }
}

/// Facts in a row: `a=yes b=no c=?` is a yes, a no, and "I do not know"; anything else is a text.
func known(_ row: String) -> [String: Value] {
    var known: [String: Value] = [:]
    for part in row.split(separator: " ") {
        let pair = part.split(separator: "=").map(String.init)
        switch pair[1] {
        case "yes": known[pair[0]] = .boolean(true)
        case "no": known[pair[0]] = .boolean(false)
        case "?": known[pair[0]] = .null
        case let text: known[pair[0]] = .text(text)
        }
    }
    return known
}

func date(_ iso: String) -> CalendarDate {
    guard let date = CalendarDate(iso: iso) else { preconditionFailure("\(iso) is no date") }
    return date
}
