import Expressions

/// How far one rule comes with different answers at one moment, and how many questions are then left.
///
/// Answers go by their numbers: a list has one for each of ``Rule/allFacts``, at its place.
struct RuleProspect: Sendable {
    let book: RuleBook
    let surroundings: Surroundings
    /// The questions that are left with some answers, as far as they were counted.
    var outlooks: [[Int]: Outlook] = [:]
    /// What can be answered to the fact at a place.
    var choices: [Int: [Int]] = [:]
    private var precedents: Precedents

    init(_ rule: PreparedRule, in book: RuleBook, _ surroundings: Surroundings) {
        self.book = book
        self.surroundings = surroundings
        precedents = Precedents(rule, in: book, surroundings)
    }

    /// The rule.
    var rule: Rule { precedents.rule.rule }

    /// The place of a fact among its own; nil for one that it does not use.
    func place(of fact: String) -> Int? { precedents.rule.places[fact] }

    /// The answers to its facts: unknown to one that was never asked, null for "I do not know".
    mutating func answers(_ known: (String) -> Value?) -> [Int] {
        rule.allFacts.enumerated().map { place, fact in number(of: known(fact) ?? .unknown, to: place) }
    }

    /// The number of an answer to the fact at a place.
    mutating func number(of answer: Value, to place: Int) -> Int { precedents.number(of: answer, to: place) }

    /// How far it has come among several rules.
    mutating func standing(_ answers: [Int]) -> Standing {
        var situation = situation(answers)
        return standing(&situation)
    }

    /// What tells these answers apart from others.
    mutating func range(_ answers: [Int]) -> AnswerRange {
        var situation = situation(answers)
        return AnswerRange(
            standing: standing(&situation),
            sides: looked(&situation).flatMap { condition in
                precedents.comparisons(in: condition, &situation).map { $0.holds }
            })
    }

    /// Whether it is about her comes before the region.
    private mutating func standing(_ situation: inout Situation) -> Standing {
        let concern = precedents.rule.variants[situation.variant].concern
        if let concern {
            let reading = precedents.reading(of: concern, &situation)
            switch reading.value.isTrue {
            case true?: break
            case false?: return .foreign
            // what she cannot tell is not about her
            case nil: return reading.lacking.isEmpty ? .foreign : .open(reading.lacking, isHers: false)
            }
        }
        let lacking = lacking(&situation)
        return lacking.isEmpty ? .over : .open(lacking, isHers: concern != nil)
    }

    /// The facts that would bring it on when it is judged alone, the first in its own order first; empty at its end.
    mutating func lacking(_ answers: [Int]) -> [String] {
        var situation = situation(answers)
        return lacking(&situation)
    }

    private mutating func lacking(_ situation: inout Situation) -> [String] {
        guard !situation.needsRegion else { return [Fact.region] }
        for line in precedents.rule.variants[situation.variant].lines {
            let reading = precedents.reading(of: line, &situation)
            guard reading.value.isTrue == false else { return reading.lacking }
        }
        return []
    }

    /// The comparisons by order that computed names and tried lines came to, with the expressions they stand in.
    mutating func comparisons(_ answers: [Int]) -> [(expression: Expression, comparison: Comparison)] {
        var situation = situation(answers)
        return looked(&situation).flatMap { condition in
            precedents.comparisons(in: condition, &situation).map { (condition.expression, $0) }
        }
    }

    /// The computed names that can hold comparisons, and the lines that are tried.
    private mutating func looked(_ situation: inout Situation) -> [Condition] {
        guard !situation.needsRegion else { return [] }
        var looked = precedents.rule.variants[situation.variant].compared
        for line in precedents.rule.variants[situation.variant].lines {
            looked.append(line)
            guard precedents.reading(of: line, &situation).value.isTrue == false else { break }
        }
        return looked
    }

    private func situation(_ answers: [Int]) -> Situation {
        let variant = variant(answers)
        let computed = precedents.rule.variants[variant ?? 0].derived.count
        return Situation(
            variant: variant ?? 0, needsRegion: variant == nil,
            numbers: answers + Array(repeating: nil, count: computed))
    }

    /// The place among the variants of the one that holds where she is; nil while her region must be asked first.
    private func variant(_ answers: [Int]) -> Int? {
        guard precedents.rule.variants.count > 1, let place = place(of: Fact.region) else { return 0 }
        let answer = precedents.answer(answers[place], to: place)
        switch book.answers([(Fact.region, answer)]).region {
        case .open: return nil
        case .given(let region): return rule.exception(in: region).map { $0 + 1 } ?? 0
        case .missing: return 0
        }
    }
}

extension RuleBook {
    /// How far a rule comes with different answers at one moment; nil when there is no such rule.
    func prospect(of rule: String, _ surroundings: Surroundings) -> RuleProspect? {
        prepared[rule].map { RuleProspect($0, in: self, surroundings) }
    }
}
