package import Expressions

/// One question a worker would ask, as its law answers it.
package struct Rule: Sendable {
    /// What flows name it by, `cn.wages.arrears`; never used for another question.
    package let id: String
    /// The part of life it belongs to.
    package let area: Area
    /// Higher with every change; a result names it.
    package let version: Int
    /// Outside these days the rule is not offered.
    package let inForce: DayRange
    /// The question in a few words.
    package let title: LocalizedText
    /// The provisions it stands on, by their short names.
    package let laws: [String: Law]
    /// The figures, by name.
    package let parameters: [String: RuleParameter]
    /// Computed names, each behind those that it uses.
    package let derived: [Derived]
    /// Whom it is about, where not everybody: judged first when several rules are judged at once, and never when it is
    /// judged alone.
    package let concerns: Expression?
    /// The first that is true decides; the last always is.
    package let lines: [RuleLine]
    /// The names whose values flows get.
    package let shown: [String]
    /// What can come out, in the file's order; one named ``undecided`` words what is said when facts are missing.
    package let outcomes: [RuleOutcome]
    /// What becomes of the right when she moves; nil where the file says nothing.
    package let portability: Portability?
    /// The rule as it is in parts of the country whose logic differs.
    package let locals: [LocalRule]
    /// Cases with their answers.
    package let tests: [RuleTest]
    /// The facts it can use, in reading order; the region first when figures or logic differ by it.
    package let facts: [String]
    /// The facts that tell whether it is about her, in reading order.
    package let concernFacts: [String]
    /// The day by which somebody must have compared it with the law again.
    package let reviewBy: CalendarDate?
    /// Every fact that it can ask for when several rules are judged at once, each once.
    package let allFacts: [String]
    /// What each computed name is.
    let definitions: [String: Expression]

    /// The parts of life that rules belong to.
    package enum Area: String, Hashable, Sendable, CaseIterable {
        case employment
        case socialInsurance = "social_insurance"
        case housing, education, assistance
    }

    /// The outcome when facts that she does not know are missing.
    package static let undecided = "undecided"

    package init(
        id: String, area: Area, version: Int, inForce: DayRange, title: LocalizedText, laws: [String: Law],
        parameters: [String: RuleParameter], derived: [Derived], concerns: Expression? = nil, lines: [RuleLine],
        shown: [String], outcomes: [RuleOutcome], portability: Portability? = nil, locals: [LocalRule] = [],
        tests: [RuleTest] = [], facts: [String], concernFacts: [String] = [], reviewBy: CalendarDate? = nil
    ) {
        self.id = id
        self.area = area
        self.version = version
        self.inForce = inForce
        self.title = title
        self.laws = laws
        self.parameters = parameters
        self.derived = derived
        self.concerns = concerns
        self.lines = lines
        self.shown = shown
        self.outcomes = outcomes
        self.portability = portability
        self.locals = locals
        self.tests = tests
        self.facts = facts
        self.concernFacts = concernFacts
        self.reviewBy = reviewBy
        var seen: Set<String> = []
        allFacts = (concernFacts + facts + locals.flatMap(\.rule.facts)).filter { seen.insert($0).inserted }
        definitions = Dictionary(derived.map { ($0.name, $0.expression) }) { first, _ in first }
    }

    /// The rule with what is known only when all files are read.
    package func completed(facts: [String], concernFacts: [String], locals: [LocalRule]) -> Rule {
        Rule(
            id: id, area: area, version: version, inForce: inForce, title: title, laws: laws, parameters: parameters,
            derived: derived, concerns: concerns, lines: lines, shown: shown, outcomes: outcomes,
            portability: portability, locals: locals, tests: tests, facts: facts, concernFacts: concernFacts,
            reviewBy: reviewBy)
    }

    /// What flows call the shown values: the names without the `p.` of figures.
    package var shownNames: [String] { shown.map { $0.hasPrefix("p.") ? String($0.dropFirst(2)) : $0 } }

    /// The outcome of that name.
    package func outcome(_ name: String) -> RuleOutcome? { outcomes.first { $0.name == name } }
}

/// A name of a rule that is computed.
package struct Derived: Hashable, Sendable {
    /// What other expressions name it by.
    package let name: String
    /// What it is.
    package let expression: Expression

    package init(name: String, expression: Expression) {
        (self.name, self.expression) = (name, expression)
    }
}

/// A line of a decision.
package struct RuleLine: Hashable, Sendable {
    /// Whether it decides.
    package let when: Expression
    /// What comes out when it does.
    package let outcome: String
    /// The provisions it stands on, the most important first; among them ``figures``.
    package let laws: [String]
    /// Why, for the person: a part of a sentence.
    package let because: LocalizedText

    /// Stands among ``laws`` for those of the figures that the answer stands on.
    package static let figures = "figures"

    package init(when: Expression, outcome: String, laws: [String], because: LocalizedText) {
        self.when = when
        self.outcome = outcome
        self.laws = laws
        self.because = because
    }
}

/// A rule as it is in one part of the country.
package struct LocalRule: Sendable {
    /// Where it holds.
    package let region: RegionCode
    /// The whole rule with the exceptions worked in.
    package let rule: Rule

    package init(region: RegionCode, rule: Rule) {
        (self.region, self.rule) = (region, rule)
    }
}

extension Rule {
    /// The place among ``locals`` of the exception of the smallest place around a region; nil where none holds.
    func exception(in region: RegionCode) -> Int? {
        locals.enumerated().compactMap { place, local in
            local.region.closeness(to: region).map { (place: place, closeness: $0) }
        }.max { $0.closeness < $1.closeness }?.place
    }

    /// The rule as it is in a region.
    func variant(in region: RegionCode) -> Rule { exception(in: region).map { locals[$0].rule } ?? self }
}
