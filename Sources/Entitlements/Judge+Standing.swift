import Expressions

/// How far a rule has come among several that are judged at once.
enum Standing: Hashable {
    /// It needs one of these facts to get on, the first in its own order first; `isHers` when she has said that it is about
    /// her.
    case open([String], isHers: Bool)
    /// It has come to its end.
    case over
    /// It is not about her.
    case foreign
}

extension Judge {
    /// How far the rule has come. Unlike a verdict this collects no texts and no traces, because the search for the best
    /// question looks at it some hundred times.
    func standing() -> Standing {
        if let concern = concern() { return concern }
        let evaluation = evaluation
        for line in rule.lines {
            let value = evaluation.evaluate(line.when)
            guard let isTrue = value.isTrue else {
                if case .error = value { return .over }
                let lacking = askable(in: line.when)
                return lacking.isEmpty ? .over : .open(lacking, isHers: rule.concerns != nil)
            }
            if isTrue { return .over }
        }
        return .over
    }

    /// Why the rule is not judged for her yet, or not at all; nil when it is. What she cannot tell is not about her.
    func concern() -> Standing? {
        guard let concerns = rule.concerns else { return nil }
        switch evaluation.evaluate(concerns).isTrue {
        case true?: return nil
        case false?: return .foreign
        case nil:
            let lacking = askable(in: concerns)
            return lacking.isEmpty ? .foreign : .open(lacking, isHers: false)
        }
    }

    /// The facts that a condition lacks and that can be asked, in reading order.
    private func askable(in condition: Expression) -> [String] {
        sources(of: evaluation.unknowns(in: condition), evaluation.unknowns).filter(answers.open.contains)
    }
}

extension RuleBook {
    /// How far a rule has come with what is known. Whether it is about her comes before the region.
    func standing(of rule: Rule, _ known: (String) -> Value?, _ surroundings: Surroundings) -> Standing {
        if let judge = judge(of: rule, known, surroundings) { return judge.standing() }
        return Judge(rule, answers(of: rule, known), surroundings).concern()
            ?? .open([Fact.region], isHers: rule.concerns != nil)
    }
}
