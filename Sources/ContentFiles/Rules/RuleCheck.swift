import Conversation
import Entitlements
import Expressions

/// Whether the parts of rules fit together: names and types, outcomes, texts, tests.
struct RuleCheck {
    let facts: [String: Fact]
    let texts: TextCatalog
    let log: DiagnosticLog

    typealias Next = [String: (text: LocalizedText, position: Position)]

    /// Checks rules with their exceptions, and the texts around them.
    func check(_ drafts: [RuleDraft], _ exceptions: [LocalReader.Exception], _ next: Next, today: CalendarDate?) {
        for draft in drafts {
            check(draft.expressions, in: draft.context, of: draft.rule)
            check(draft)
            checkTests(of: draft)
            checkReview(of: draft, today)
            reportMissing(draft.next, next)
        }
        for exception in exceptions {
            check(exception.expressions, in: exception.context, of: exception.local.rule)
            checkOutcomes(of: exception.local.rule, at: exception.position)
            RuleTextCheck(rule: exception.local.rule, log: log).check { _ in exception.position }
            checkRegion(at: exception.position)
            reportMissing(exception.next, next)
        }
        checkSentences()
        let used = Set((drafts.flatMap(\.next) + exceptions.flatMap(\.next)).map(\.name))
        for (name, step) in next where !used.contains(name) {
            log.warning(
                "unused-next", "no rule has the next step '\(name)'", at: step.position, suggestion: "take it out")
        }
    }

    private func check(_ expressions: [ExpressionReader.Placed], in context: String, of rule: Rule) {
        let names = RuleNames(rule, facts).check
        for placed in expressions {
            log.add(names.check(placed.expression, asCondition: placed.isCondition), at: placed.position)
        }
        for (text, template, position) in texts.templates where text.hasPrefix(context + "#") {
            log.add(names.check(template), at: position)
        }
    }

    private func check(_ draft: RuleDraft) {
        checkOutcomes(of: draft.rule, at: draft.position)
        let names = Set(facts.keys).union(draft.rule.derived.map(\.name))
            .union(draft.rule.parameters.keys.map { "p.\($0)" })
        for (name, position) in draft.shown where !names.contains(name) {
            let near = nearest(to: name, among: names.sorted())
            log.error(
                "unknown-name", "the rule has no value '\(name)'", at: position,
                suggestion: near.map { "did you mean '\($0)'?" })
        }
        RuleTextCheck(rule: draft.rule, log: log).check { draft.outcomes[$0] ?? draft.position }
        checkEnds(of: draft)
        draft.regional.map(checkRegion)
    }

    /// The last day to act must be one.
    private func checkEnds(of draft: RuleDraft) {
        let names = RuleNames(draft.rule, facts).check
        for outcome in draft.rule.outcomes {
            guard let until = outcome.until, let type = names.type(of: until), type != .date, type != .month else {
                continue
            }
            log.error(
                "rule-until", "'until' of '\(outcome.name)' gives a \(type.rawValue), not a day or month",
                at: draft.outcomes[outcome.name] ?? draft.position,
                suggestion: "name a day or month of the rule, such as last_month")
        }
    }

    private func checkOutcomes(of rule: Rule, at position: Position) {
        for line in rule.lines where rule.outcome(line.outcome) == nil || line.outcome == Rule.undecided {
            let near = nearest(to: line.outcome, among: rule.outcomes.map(\.name))
            log.error(
                "unknown-outcome", "a line leads to '\(line.outcome)', which is no outcome", at: position,
                suggestion: near.map { "did you mean '\($0)'?" } ?? "add it under 'outcomes:'")
        }
    }

    private func checkRegion(at position: Position) {
        guard facts[Fact.region] == nil else { return }
        log.error(
            "region-fact", "a value for a part of the country can be chosen only when her region is known",
            at: position, suggestion: "add a fact '\(Fact.region)' to \(FactsFile.path)")
    }

    private func reportMissing(_ named: [(name: String, position: Position)], _ next: Next) {
        for (name, position) in named where next[name] == nil {
            let near = nearest(to: name, among: next.keys.sorted())
            log.error(
                "missing-next", "there is no next step '\(name)'", at: position,
                suggestion: near.map { "did you mean '\($0)'?" } ?? "add it to rules/next.yaml")
        }
    }

    /// Every outcome is reached by a test, and tests expect what there is.
    private func checkTests(of draft: RuleDraft) {
        let expected = Set(draft.rule.tests.map(\.expected.outcome))
        for outcome in draft.rule.outcomes where !expected.contains(outcome.name) {
            log.error(
                "untested-outcome", "no test comes to '\(outcome.name)'",
                at: draft.outcomes[outcome.name] ?? draft.position, suggestion: "add a case to 'tests:'")
        }
        let outcomes = draft.rule.outcomes.map(\.name)
        let shown = draft.rule.shownNames
        for test in draft.rule.tests {
            let position = Position(file: draft.file, line: test.line)
            if !outcomes.contains(test.expected.outcome), test.expected.outcome != Rule.undecided {
                let near = nearest(to: test.expected.outcome, among: outcomes)
                log.error(
                    "rule-test", "the rule has no outcome '\(test.expected.outcome)'", at: position,
                    suggestion: near.map { "did you mean '\($0)'?" })
            }
            for name in test.expected.values.keys.sorted() where !shown.contains(name) {
                log.error(
                    "rule-test", "'\(name)' is not among the shown values", at: position,
                    suggestion: "add it to 'show:'")
            }
        }
    }

    private func checkReview(of draft: RuleDraft, _ today: CalendarDate?) {
        guard let today, let review = draft.reviewBy, review.day < today else { return }
        log.warning(
            "review-late", "'\(draft.rule.id)' should have been compared with the law by \(review.day.iso)",
            at: review.position, suggestion: "compare it, then set a new date")
    }

    /// The texts that have no rule around them.
    private func checkSentences() {
        let bare = TypeCheck(names: [:])
        let why = TypeCheck(names: ["because": .text, "law": .text, "checked": .month])
        for (text, template, position) in texts.templates {
            if text == "\(Fact.flow)#texts.why" {
                log.add(why.check(template), at: position)
            } else if hasNoValues(text) {
                log.add(bare.check(template), at: position)
            }
        }
    }

    /// Whether a text is said without values of its own: a next step, where to find out, a sentence of caution.
    private func hasNoValues(_ id: String) -> Bool {
        guard id.hasPrefix(Fact.flow + "#") else { return id.hasPrefix("rules/next#") }
        return id.hasPrefix("\(Fact.flow)#texts.") || id.hasSuffix(".help")
    }
}

// What is known only when all files are read.
extension RuleCheck {
    /// The rule with its exceptions and the facts that it can use, the region first where it matters.
    func completed(_ draft: RuleDraft, _ exceptions: [LocalReader.Exception]) -> Rule {
        let locals = exceptions.map { exception in
            LocalRule(
                region: exception.local.region,
                rule: exception.local.rule.completed(
                    facts: used(by: exception.local.rule, [draft.context, exception.context]),
                    concernFacts: concernFacts(of: draft.rule), locals: []))
        }
        return draft.rule.completed(
            facts: used(by: draft.rule, [draft.context], differsByRegion: !locals.isEmpty),
            concernFacts: concernFacts(of: draft.rule), locals: locals)
    }

    /// The facts that tell whether the rule is about her, also those behind computed names.
    private func concernFacts(of rule: Rule) -> [String] {
        var seen: Set<String> = []
        func follow(_ expression: Expression) -> [String] {
            expression.references.map(\.root).filter { seen.insert($0).inserted }.flatMap { name in
                rule.derived.first { $0.name == name }.map { follow($0.expression) }
                    ?? (facts[name] == nil ? [] : [name])
            }
        }
        return rule.concerns.map(follow) ?? []
    }

    private func used(by rule: Rule, _ contexts: [String], differsByRegion: Bool = false) -> [String] {
        let expressions =
            rule.lines.map(\.when) + rule.derived.map(\.expression) + rule.outcomes.compactMap(\.until)
        let inTexts = texts.templates.filter { text in contexts.contains { text.text.hasPrefix($0 + "#") } }
        let names =
            expressions.flatMap { $0.references.map(\.root) } + rule.shown
            + inTexts.flatMap { $0.template.references.map(\.root) }
        let isRegional = differsByRegion || rule.parameters.values.contains(where: \.isRegional)
        var seen: Set<String> = []
        return ((isRegional ? [Fact.region] : []) + names).filter { facts[$0] != nil && seen.insert($0).inserted }
    }

    /// Facts that nothing can ask for.
    ///
    /// - Parameter others: The facts that steps ask for by themselves.
    func reportUnused(_ file: FactsFile, _ rules: [Rule], beside others: Set<String>) {
        let used = Set(rules.flatMap(\.allFacts)).union(others)
        for draft in file.drafts where !used.contains(draft.name) {
            log.warning(
                "unused-fact", "no rule uses the fact '\(draft.name)'", at: draft.position, suggestion: "take it out")
        }
    }
}
