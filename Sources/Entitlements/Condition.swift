import Expressions

/// An expression of a rule with the names that its value depends on, beside the day: other names leave it as it is.
struct Condition: Sendable {
    /// Its place among the rule's conditions.
    let number: Int
    /// What is evaluated.
    let expression: Expression
    /// The places of the names it uses, by ``PreparedRule/Variant/names``; of a rule with regional figures also the region's.
    let inputs: [Int]
    /// Whether there can be comparisons by order in it.
    let isCompared: Bool

    init(_ expression: Expression, number: Int, in rule: Rule, _ places: [String: Int]) {
        var names = Set(expression.references.map(\.root))
        if names.contains("p"), rule.parameters.values.contains(where: \.isRegional) { names.insert(Fact.region) }
        self.number = number
        self.expression = expression
        inputs = names.compactMap { places[$0] }.sorted()
        isCompared = expression.comparesByOrder
    }
}
