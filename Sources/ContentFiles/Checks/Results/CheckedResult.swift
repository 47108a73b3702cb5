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

    /// Every outcome of every step that checks rules, rule by rule.
    static func all(of context: CheckContext) -> [CheckedResult] {
        context.pack.steps.indices.flatMap { place -> [CheckedResult] in
            guard case .check(let check) = context.pack.steps[place].verb else { return [] }
            return check.rules(in: context.pack.rules).flatMap { rule -> [CheckedResult] in
                if case .move = check.subject { return moved(by: rule, check, place, context.pack) }
                let blanks = context.reading.triedRules[rule.id] ?? ResultBlanks(declaredBy: rule)
                return blanks.outcomes.sorted { $0.key < $1.key }.compactMap { outcome, blank in
                    let name = check.lists ? rule.id : outcome
                    return (check.ways[name] ?? check.otherwise).map { way in
                        var values = Object(rule.shownNames.map { ($0.lowercased(), Value.unknown) })
                        for name in ["caution", "moving"] { values[name] = .unknown }
                        return CheckedResult(context.pack, place, rule, outcome, values, blank, way: way)
                    }
                }
            }
        }
    }

    /// What a rule says of a move, if that leaves anything to do.
    private static func moved(by rule: Rule, _ check: Check, _ place: Int, _ pack: Pack) -> [CheckedResult] {
        guard let portability = rule.portability, !portability.next.isEmpty,
            let way = check.ways[rule.id] ?? check.otherwise
        else { return [] }
        let blank = ResultBlanks.Outcome(always: portability.because == nil ? ["why"] : [])
        let places = ["from", "to"].flatMap { [$0, $0 + AnswerType.placeNameSuffix] }
        return [
            CheckedResult(
                pack, place, rule, portability.moves.rawValue, Object(places.map { ($0, .unknown) }), blank, way: way)
        ]
    }

    private init(
        _ pack: Pack, _ check: Int, _ rule: Rule, _ outcome: String, _ own: Object, _ blank: ResultBlanks.Outcome,
        way: Go
    ) {
        self.pack = pack
        self.check = check
        self.rule = rule.id
        self.outcome = outcome
        self.way = way
        name = pack.steps[check].name.lowercased()
        sometimesBlank = blank.sometimes
        var values = own
        values["next"] = .unknown
        values["rule"] = .text(rule.id)
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
