package import Expressions

/// All rules of a pack with the facts they ask for.
package struct RuleBook: Sendable {
    /// The sentences around every verdict.
    package struct Texts: Hashable, Sendable {
        /// The reason in one message, with `${because}`, `${law}` and `${checked}`.
        package let why: LocalizedText
        /// Said when the answer rests on what is usual or assumed.
        package let usual: LocalizedText

        package init(why: LocalizedText, usual: LocalizedText) {
            (self.why, self.usual) = (why, usual)
        }
    }

    /// The rules by id.
    package let rules: [String: Rule]
    /// The facts by name.
    package let facts: [String: Fact]
    /// What each next step means, by its name.
    package let next: [String: LocalizedText]
    /// The sentences around verdicts; nil for a pack without rules.
    package let texts: Texts?
    /// The pack's language tags, in the order of the versions of texts.
    package let languages: [String]
    /// The rules made ready for being judged again and again, by id.
    let prepared: [String: PreparedRule]
    private let chain: @Sendable (String) -> [String]?
    /// Whether a reason leaves room for options below it: more than one provision is named only where it does.
    package let hasRoom: @Sendable (String) -> Bool

    /// A pack's rules; without arguments those of a pack that has none.
    ///
    /// - Parameter chain: The codes of a place and of those around it, the nearest first; nil of a place that the pack
    ///   does not know.
    package init(
        rules: [String: Rule] = [:], facts: [String: Fact] = [:], next: [String: LocalizedText] = [:],
        texts: Texts? = nil, languages: [String] = [],
        chain: @escaping @Sendable (String) -> [String]? = { _ in nil },
        hasRoom: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
        self.rules = rules
        prepared = rules.mapValues(PreparedRule.init)
        self.facts = facts
        self.next = next
        self.texts = texts
        self.languages = languages
        self.chain = chain
        self.hasRoom = hasRoom
    }

    /// What a rule says to what is known now.
    ///
    /// - Parameters:
    ///   - known: A fact's answer: nil when she was never asked, null when she said "I do not know".
    ///   - utcOffset: Seconds her clock is ahead of UTC: it decides which day it is.
    ///   - language: A BCP 47 tag, for expressions that make words.
    /// - Returns: nil when there is no such rule, or it is not in force on that day.
    package func judge(
        _ id: String, _ known: (String) -> Value?, at now: Timestamp, utcOffset: Int, language: String
    ) -> Judgement? {
        let surroundings = Surroundings(now: now, utcOffset: utcOffset, language: language)
        guard let rule = rules[id], rule.inForce.contains(surroundings.today) else { return nil }
        return judge(of: rule, known, surroundings)?.judgement() ?? .ask(Fact.region)
    }

    /// The judge of a rule as it is where she is; nil while her region must be asked first.
    func judge(of rule: Rule, _ known: (String) -> Value?, _ surroundings: Surroundings) -> Judge? {
        let answers = answers(rule.allFacts.map { ($0, known($0) ?? .unknown) })
        guard !rule.locals.isEmpty else { return judge(of: rule, answers, surroundings) }
        switch answers.region {
        case .open: return nil
        case .given(let region): return judge(of: rule.variant(in: region), answers, surroundings)
        case .missing: return judge(of: rule, answers, surroundings, isUsual: true)
        }
    }

    private func judge(
        of rule: Rule, _ answers: Answers, _ surroundings: Surroundings, isUsual: Bool = false
    ) -> Judge {
        let figures = RuleFigures(of: rule, on: surroundings.today, in: answers.region.code)
        return Judge(rule, answers, figures, surroundings, deriving: rule.derived, isUsual: isUsual)
    }

    /// What is known of some facts, by their names.
    func answers(_ given: [(name: String, answer: Value)]) -> Answers { Answers(given, to: facts, chain: chain) }

    /// The comparisons by order that a rule comes to with these facts, for finding thresholds that no test crosses.
    package func comparisons(
        _ id: String, _ known: [String: Value], at now: Timestamp, utcOffset: Int
    ) -> [(expression: Expression, comparison: Comparison)] {
        let surroundings = Surroundings(now: now, utcOffset: utcOffset, language: languages.first ?? "en")
        guard var prospect = prospect(of: id, surroundings) else { return [] }
        return prospect.comparisons(prospect.answers { known[$0] })
    }
}
