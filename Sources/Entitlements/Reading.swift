import Expressions

/// What came of a condition or a computed name.
struct Reading: Hashable, Sendable {
    /// Its value.
    let value: Value
    /// The facts that it lacks and that can be asked, in reading order.
    let lacking: [String]
}

/// What a condition is read with.
struct ReadingBasis {
    /// Evaluates with these answers, computed names and figures.
    let evaluation: Evaluation
    /// The facts that can be asked.
    private let open: Set<String>
    /// What each computed name lacks.
    private var lacking: [String: [String]] = [:]
    private let regional: Set<String>

    /// - Parameter regional: What expressions name the figures by that differ by region.
    init(
        _ answers: Answers, _ computed: [(name: String, reading: Reading)], _ figures: RuleFigures,
        regional: Set<String>, _ surroundings: Surroundings
    ) {
        var values = answers.values
        values["p"] = .object(figures.values)
        for (name, reading) in computed {
            values[name] = reading.value
            lacking[name] = reading.lacking
        }
        evaluation = Evaluation(
            scope: RuleScope(values: values), now: surroundings.now, utcOffset: surroundings.utcOffset,
            language: surroundings.language)
        open = answers.open
        self.regional = regional
    }

    /// What comes of an expression.
    func reading(of expression: Expression) -> Reading {
        let value = evaluation.evaluate(expression)
        guard value == .unknown else { return Reading(value: value, lacking: []) }
        var seen: Set<String> = []
        let lacking = evaluation.unknowns(in: expression).flatMap(facts).filter { seen.insert($0).inserted }
        return Reading(value: value, lacking: lacking)
    }

    /// The facts to ask for a name that is unknown.
    private func facts(behind name: String) -> [String] {
        if let lacking = lacking[name] { return lacking }
        let fact = regional.contains(name) ? Fact.region : name
        return open.contains(fact) ? [fact] : []
    }
}
