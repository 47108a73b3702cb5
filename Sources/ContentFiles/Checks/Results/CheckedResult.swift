import Conversation
import Entitlements
import Expressions

/// One outcome of a step that checks a rule, as the steps behind it find it.
struct CheckedResult {
    /// The place of the step that checks.
    let check: Int
    /// The rule's id.
    let rule: String
    /// The outcome's name.
    let outcome: String
    /// The name under which the result stands.
    let name: String
    /// The names of values that are null for some answers.
    let sometimesBlank: Set<String>

    private let values: Object
    private let way: Go
    private let pack: Pack

    /// Every outcome of every step that checks a rule.
    static func all(of context: CheckContext) -> [CheckedResult] {
        context.pack.steps.indices.flatMap { place -> [CheckedResult] in
            guard case .check(let check) = context.pack.steps[place].verb,
                let rule = context.pack.rules.rules[check.rule]
            else { return [] }
            let blanks = context.reading.triedRules[rule.id] ?? ResultBlanks(declaredBy: rule)
            return blanks.outcomes.sorted { $0.key < $1.key }.compactMap { outcome, blank in
                (check.ways[outcome] ?? check.otherwise).map {
                    CheckedResult(context.pack, place, rule, outcome, blank, way: $0)
                }
            }
        }
    }

    private init(
        _ pack: Pack, _ check: Int, _ rule: Rule, _ outcome: String, _ blank: ResultBlanks.Outcome, way: Go
    ) {
        self.pack = pack
        self.check = check
        self.rule = rule.id
        self.outcome = outcome
        self.way = way
        name = pack.steps[check].name.lowercased()
        sometimesBlank = blank.sometimes
        var values = Object(rule.shownNames.map { ($0.lowercased(), Value.unknown) })
        for name in ["caution", "moving", "next"] { values[name] = .unknown }
        for name in ["text", "why"] { values[name] = blank.sometimes.contains(name) ? .unknown : Self.someText }
        values["outcome"] = .text(outcome)
        for name in blank.always { values[name] = .null }
        self.values = values
    }

    /// Stands for words that are there.
    private static let someText = Value.text("...")

    /// What a step that finds it knows.
    var known: KnownResult { KnownResult(name: name, rule: rule, outcome: outcome) }

    /// The steps that are come to with this outcome.
    ///
    /// - Parameter blank: A value that is null this time.
    func walk(blank: String? = nil) -> ResultWalk {
        var values = values
        if let blank { values[blank] = .null }
        return ResultWalk(pack, from: check, way, names: [name: .object(values)])
    }
}
