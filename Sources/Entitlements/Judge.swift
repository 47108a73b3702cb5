import Expressions

/// One judging of one rule: facts, figures and computed names are at hand, lines are tried in their order.
struct Judge {
    let rule: Rule
    let answers: Answers
    private let surroundings: Surroundings
    /// Whether the general rule stands in for one of her region that cannot be chosen.
    private let isUsual: Bool
    private let figures: RuleFigures
    /// Facts, computed names, and `p` with the figures.
    private var values: [String: Value]

    /// - Parameter derived: The computed names that will be looked at, each behind those that it uses.
    init(
        _ rule: Rule, _ answers: Answers, _ figures: RuleFigures, _ surroundings: Surroundings,
        deriving derived: [Derived], isUsual: Bool = false
    ) {
        self.rule = rule
        self.answers = answers
        self.figures = figures
        self.surroundings = surroundings
        self.isUsual = isUsual
        values = answers.values
        values["p"] = .object(figures.values)
        for derived in derived { values[derived.name] = evaluation.evaluate(derived.expression) }
    }

    var evaluation: Evaluation {
        Evaluation(
            scope: RuleScope(values: values), now: surroundings.now, utcOffset: surroundings.utcOffset,
            language: surroundings.language)
    }

    /// Facts and figures behind names, each once: computed names are followed to what they stand on, regional figures
    /// to the region.
    ///
    /// - Parameter look: What of a computed name's expression is followed.
    func sources(of names: [String], _ look: (Expression) -> [String]) -> [String] {
        var seen: Set<String> = []
        return sources(of: names, look, &seen)
    }

    /// - Parameter seen: What was followed or found before, and is not again.
    private func sources(of names: [String], _ look: (Expression) -> [String], _ seen: inout Set<String>) -> [String] {
        var sources: [String] = []
        for name in names {
            if let inner = rule.definitions[name] {
                if seen.insert(name).inserted { sources += self.sources(of: look(inner), look, &seen) }
            } else {
                for source in source(of: name) where seen.insert(source).inserted { sources.append(source) }
            }
        }
        return sources
    }

    private func source(of name: String) -> [String] {
        guard name == "p" || name.hasPrefix("p.") else { return [name] }
        let all = rule.parameters.keys.sorted()
        let named = name == "p" ? all : all.filter { $0.lowercased() == name.dropFirst(2) }
        return named.flatMap { parameter -> [String] in
            guard rule.parameters[parameter]?.isRegional == true else { return ["p.\(parameter)"] }
            if case .given = answers.region { return [Fact.region, "p.\(parameter)"] }
            return [Fact.region]
        }
    }

    /// Tries the lines: the first that is true decides, and none is passed that cannot be decided.
    func judgement() -> Judgement {
        let evaluation = evaluation
        var draft = VerdictDraft(isUsual: isUsual)
        for (index, line) in rule.lines.enumerated() {
            let value = evaluation.evaluate(line.when)
            draft.tried.append(Trace.Tried(number: index + 1, when: line.when.source, value: value))
            draft.grounds += sources(of: evaluation.grounds(of: line.when), evaluation.grounds)
            if case .error(let fault) = value {
                draft.fault = fault
                return .verdict(verdict(draft))
            }
            guard let isTrue = value.isTrue else {
                let lacking = sources(of: evaluation.unknowns(in: line.when), evaluation.unknowns)
                if let next = lacking.first(where: answers.open.contains) { return .ask(next) }
                draft.missing = lacking.filter { answers.values[$0] ?? .unknown == .unknown }
                return .verdict(verdict(draft))
            }
            if isTrue {
                draft.line = line
                return .verdict(verdict(draft))
            }
        }
        draft.fault = EvaluationFault("no line of \(rule.id) is true")
        return .verdict(verdict(draft))
    }
}

/// What is known of a verdict while lines are tried.
private struct VerdictDraft {
    /// Whether something beside the figures is only usual.
    var isUsual: Bool
    var tried: [Trace.Tried] = []
    /// The facts and figures that the tried lines stand on.
    var grounds: [String] = []
    /// The line that decided; nil when none could.
    var line: RuleLine?
    var missing: [String] = []
    var fault: EvaluationFault?
}

// Verdicts.
extension Judge {
    private func verdict(_ draft: VerdictDraft) -> Verdict {
        let outcome = rule.outcome(draft.line?.outcome ?? Rule.undecided)
        let text = outcome.flatMap(text)
        let because = [draft.line?.because ?? outcome?.because].compactMap(\.self)
        let texts = because + [text].compactMap(\.self)
        let shown = sources(of: texts.flatMap(\.names), evaluation.grounds)
        var seen: Set<String> = []
        let all = (draft.grounds + shown).filter { seen.insert($0).inserted }
        return Verdict(
            rule: rule.id, outcome: draft.line?.outcome ?? Rule.undecided, values: shownValues, because: because,
            laws: draft.line.map { laws(of: $0, all) } ?? laws(of: outcome), text: text, next: outcome?.next ?? [],
            until: outcome?.until.flatMap(lastDay), gives: outcome?.gives ?? .help, missing: draft.missing,
            assumed: all.filter(answers.assumed.contains),
            isUsual: draft.isUsual || all.contains(where: isUsualFigure),
            trace: trace(draft.tried, all), fault: draft.fault ?? failedValue,
            names: values.filter { name, _ in texts.contains { $0.uses(name) } }, surroundings: surroundings)
    }

    /// The outcome's text, or its plain one when a value is missing or nothing.
    private func text(of outcome: RuleOutcome) -> LocalizedText? {
        guard let text = outcome.text, let plain = outcome.plain else { return outcome.text ?? outcome.plain }
        return text.names.allSatisfy(isThere) ? text : plain
    }

    /// The last day that an expression means; nil where it gives no day or month.
    private func lastDay(_ until: Expression) -> CalendarDate? {
        switch evaluation.evaluate(until) {
        case .date(let day): day
        case .month(let month): month.adding(months: 1)?.firstDay?.adding(days: -1)
        case .null, .unknown, .error, .text, .number, .boolean, .time, .datetime, .duration, .list, .object: nil
        }
    }

    private func isThere(_ name: String) -> Bool {
        guard let value = value(of: name) else { return true }  // a name inside something that is there
        switch value {
        case .null, .unknown, .error: return false
        case .text, .number, .boolean, .date, .month, .time, .datetime, .duration, .list, .object: return true
        }
    }

    /// The value of a fact, a computed name or a figure such as `p.pay`.
    private func value(of name: String) -> Value? {
        guard name.hasPrefix("p.") else { return values[name] }
        return figures.values.value(named: String(name.dropFirst(2)))
    }

    private var shownValues: Object {
        var shown = Object()
        for name in rule.shown {
            switch value(of: name) {
            case .unknown, .error, nil: break
            case let value?: shown[name.hasPrefix("p.") ? String(name.dropFirst(2)) : name] = value
            }
        }
        return shown
    }

    /// The fault of a shown value that failed.
    private var failedValue: EvaluationFault? {
        for name in rule.shown { if case .error(let fault)? = value(of: name) { return fault } }
        return nil
    }

    private func isUsualFigure(_ name: String) -> Bool {
        name.hasPrefix("p.") && figures.rows[String(name.dropFirst(2))]?.status == .usual
    }

    /// The line's own provisions, then those of the figures that it stands on. Where the line says `figures`, those of the
    /// whole answer stand there: of the lines before it, and of what is said.
    private func laws(of line: RuleLine, _ all: [String]) -> [Law] {
        let own = lawsOfFigures(in: sources(of: evaluation.grounds(of: line.when), evaluation.grounds))
        let named = line.laws.flatMap { $0 == RuleLine.figures ? own + lawsOfFigures(in: all) : [$0] }
        var seen: Set<String> = []
        return (named + own).filter { seen.insert($0).inserted }.compactMap { rule.laws[$0] }
    }

    private func lawsOfFigures(in sources: [String]) -> [String] {
        sources.filter { $0.hasPrefix("p.") }.compactMap { figures.rows[String($0.dropFirst(2))]?.law }
    }

    /// The provisions of an outcome that no line leads to.
    private func laws(of undecided: RuleOutcome?) -> [Law] { undecided?.laws.compactMap { rule.laws[$0] } ?? [] }

    private func trace(_ tried: [Trace.Tried], _ sources: [String]) -> Trace {
        Trace(
            version: rule.version, inForceFrom: rule.inForce.from, lines: tried,
            facts: sources.compactMap { name in answers.values[name].map { Trace.Given(name: name, value: $0) } },
            figures: sources.filter { $0.hasPrefix("p.") }.map { name in
                let name = String(name.dropFirst(2))
                return Trace.Figure(name: name, row: figures.rows[name])
            })
    }
}

/// The names a rule's expressions can use.
struct RuleScope: Scope {
    let values: [String: Value]

    func value(named name: String) -> Value? { values[name] }
}

extension LocalizedText {
    /// The names and paths its expressions use, in lower case.
    var names: [String] {
        versions.flatMap(\.references).map { reference in
            ([reference.root] + reference.path.prefix(reference.root == "p" ? 1 : 0)).joined(separator: ".")
                .lowercased()
        }
    }

    /// Whether an expression uses the name as its root.
    func uses(_ name: String) -> Bool { versions.contains { $0.references.contains { $0.root == name } } }
}
