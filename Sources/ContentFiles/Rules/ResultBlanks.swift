import Entitlements
import Expressions

/// Which values of a rule's result are null, by the outcome: what flows show of it must be there.
struct ResultBlanks {
    /// The names without a value, in lower case.
    struct Outcome {
        /// Null whatever she answers.
        let always: Set<String>
        /// Null for some answers.
        let sometimes: Set<String>

        init(always: Set<String>, sometimes: Set<String> = []) {
            self.always = always
            self.sometimes = sometimes
        }
    }

    /// What can come out.
    private(set) var outcomes: [String: Outcome] = [:]

    /// What has been tried so far: nothing.
    init() {}

    /// What can be told of a rule that was not tried: its words. Of the values it shows nothing is known.
    init(declaredBy rule: Rule) {
        for outcome in rule.outcomes {
            var blank = rule.portability == nil ? ["moving"] : [] as Set<String>
            if outcome.text == nil && outcome.plain == nil { blank.insert("text") }
            if outcome.name == Rule.undecided && outcome.because == nil { blank.insert("why") }
            outcomes[outcome.name] = Outcome(always: blank)
        }
    }

    /// Takes in one verdict.
    mutating func note(_ verdict: Verdict, of rule: Rule) {
        let blank = Self.blank(in: verdict, of: rule)
        guard let known = outcomes[verdict.outcome] else {
            outcomes[verdict.outcome] = Outcome(always: blank)
            return
        }
        let always = known.always.intersection(blank)
        outcomes[verdict.outcome] = Outcome(
            always: always, sometimes: known.sometimes.union(known.always).union(blank).subtracting(always))
    }

    private static func blank(in verdict: Verdict, of rule: Rule) -> Set<String> {
        var blank = Set(
            rule.shownNames.filter { verdict.values.value(named: $0) ?? .null == .null }.map { $0.lowercased() })
        if verdict.text == nil { blank.insert("text") }
        if verdict.because.isEmpty || verdict.laws.isEmpty { blank.insert("why") }
        if !verdict.isCautious { blank.insert("caution") }
        if rule.portability == nil { blank.insert("moving") }
        return blank
    }
}
