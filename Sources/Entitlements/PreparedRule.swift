import Expressions

/// A rule with what can be told of it before anybody answers, so that it can be judged again and again.
///
/// It and its variants never change and are handed about some thousand times in one search, so they are not copied.
final class PreparedRule: Sendable {
    /// The rule as it is in one part of the country.
    final class Variant: Sendable {
        /// The whole rule with the exceptions worked in.
        let rule: Rule
        /// Whom it is about; nil for everybody.
        let concern: Condition?
        /// What each line asks.
        let lines: [Condition]
        /// What each computed name is.
        let derived: [Condition]
        /// Those of them in which there can be comparisons by order.
        let compared: [Condition]
        /// The names that conditions use: ``Rule/allFacts``, then the computed ones.
        let names: [String]
        /// What expressions name the figures by that differ by region.
        let regional: Set<String>

        /// - Parameter count: How many conditions there were before these.
        fileprivate init(_ rule: Rule, facts: [String], _ count: inout Int) {
            names = facts + rule.derived.map(\.name)
            let places = Dictionary(names.enumerated().map { ($1, $0) }) { $1 }
            func condition(_ expression: Expression) -> Condition {
                count += 1
                return Condition(expression, number: count - 1, in: rule, places)
            }
            self.rule = rule
            concern = rule.concerns.map(condition)
            lines = rule.lines.map { condition($0.when) }
            derived = rule.derived.map { condition($0.expression) }
            compared = derived.filter(\.isCompared)
            let regional = rule.parameters.values.filter(\.isRegional).map { "p." + $0.name.lowercased() }
            self.regional = Set(regional.isEmpty ? [] : regional + ["p"])
        }
    }

    /// The rule.
    let rule: Rule
    /// The places of its facts in ``Rule/allFacts``: a list of answers has the answer to each at its place.
    let places: [String: Int]
    /// The rule as it is in general, then in the places of ``Rule/locals``.
    let variants: [Variant]
    /// How many conditions there are in all variants.
    let conditionCount: Int

    init(_ rule: Rule) {
        self.rule = rule
        places = Dictionary(uniqueKeysWithValues: rule.allFacts.enumerated().map { ($1, $0) })
        var count = 0
        variants = ([rule] + rule.locals.map(\.rule)).map { Variant($0, facts: rule.allFacts, &count) }
        conditionCount = count
    }
}
