import Expressions

/// What came of the conditions of one rule at one moment, each worked out once for the same inputs: a search for the best
/// question comes to the same ones some thousand times.
struct Precedents: Sendable {
    /// The rule.
    let rule: PreparedRule
    private let book: RuleBook
    private let surroundings: Surroundings
    /// The answers to each fact that came up.
    private var answers: [Numbering<Value>]
    /// The readings of each condition that came up, and their numbers by those of its inputs.
    private var readings: [Numbering<Reading>]
    private var known: [[[Int]: Int]]
    private var comparisons: [[[Int]: [Comparison]]]
    private var figures: [FiguresKey: RuleFigures] = [:]

    private struct FiguresKey: Hashable {
        let variant: Int
        let region: RegionCode?
    }

    init(_ rule: PreparedRule, in book: RuleBook, _ surroundings: Surroundings) {
        self.rule = rule
        self.book = book
        self.surroundings = surroundings
        answers = Array(repeating: Numbering(), count: rule.places.count)
        readings = Array(repeating: Numbering(), count: rule.conditionCount)
        known = Array(repeating: [:], count: rule.conditionCount)
        comparisons = Array(repeating: [:], count: rule.conditionCount)
    }

    /// The number of an answer to the fact at a place.
    mutating func number(of answer: Value, to place: Int) -> Int { answers[place].number(of: answer) }

    /// The answer of that number to the fact at a place.
    func answer(_ number: Int, to place: Int) -> Value { answers[place][number] }

    /// What comes of a condition.
    mutating func reading(of condition: Condition, _ situation: inout Situation) -> Reading {
        let number = number(of: condition, &situation)
        return readings[condition.number][number]
    }

    private mutating func number(of condition: Condition, _ situation: inout Situation) -> Int {
        let inputs = inputs(of: condition, &situation)
        if let number = known[condition.number][inputs] { return number }
        let reading = basis(of: condition, situation).reading(of: condition.expression)
        let number = readings[condition.number].number(of: reading)
        known[condition.number][inputs] = number
        return number
    }

    /// The comparisons by order that are looked at in a condition.
    mutating func comparisons(in condition: Condition, _ situation: inout Situation) -> [Comparison] {
        guard condition.isCompared else { return [] }
        let inputs = inputs(of: condition, &situation)
        if let comparisons = comparisons[condition.number][inputs] { return comparisons }
        let found = basis(of: condition, situation).evaluation.comparisons(in: condition.expression)
        comparisons[condition.number][inputs] = found
        return found
    }

    /// The numbers of the values that a condition depends on; computed names are worked out when they are first needed.
    private mutating func inputs(of condition: Condition, _ situation: inout Situation) -> [Int] {
        var inputs: [Int] = []
        for place in condition.inputs {
            if let number = situation.numbers[place] {
                inputs.append(number)
            } else {
                let computed = rule.variants[situation.variant].derived[place - rule.places.count]
                let number = number(of: computed, &situation)
                situation.numbers[place] = number
                inputs.append(number)
            }
        }
        return inputs
    }

    /// What a condition is read with: its inputs, which were all worked out, and the figures.
    private mutating func basis(of condition: Condition, _ situation: Situation) -> ReadingBasis {
        let variant = rule.variants[situation.variant]
        var given: [(String, Value)] = []
        var computed: [(String, Reading)] = []
        for place in condition.inputs {
            guard let number = situation.numbers[place] else { continue }
            if place < answers.count {
                given.append((variant.names[place], answers[place][number]))
            } else {
                let derived = variant.derived[place - answers.count].number
                computed.append((variant.names[place], readings[derived][number]))
            }
        }
        let answers = book.answers(given)
        let figures = figures(of: situation.variant, in: answers.region.code)
        return ReadingBasis(answers, computed, figures, regional: variant.regional, surroundings)
    }

    private mutating func figures(of variant: Int, in region: RegionCode?) -> RuleFigures {
        let key = FiguresKey(variant: variant, region: region)
        if let figures = figures[key] { return figures }
        let made = RuleFigures(of: rule.variants[variant].rule, on: surroundings.today, in: region)
        figures[key] = made
        return made
    }
}

/// The answers to one rule's facts, and what was computed of them so far.
struct Situation {
    /// The place of the rule's variant that holds; the general one while it cannot be chosen.
    let variant: Int
    /// Whether her region must be known before any line is tried.
    let needsRegion: Bool
    /// The numbers of the values of ``PreparedRule/Variant/names``; nil of a computed one that nothing has needed yet.
    var numbers: [Int?]
}
