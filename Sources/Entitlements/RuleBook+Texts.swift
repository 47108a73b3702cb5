package import Expressions

// Verdicts in words. Each text is rendered in a language by its place in the pack's list; what fails throws, because a
// failed expression never sends a blank.
extension RuleBook {
    /// What the outcome means for her; nil where the rule has no words for it.
    package func text(of verdict: Verdict, in language: Int) throws(EvaluationFault) -> String? {
        guard let text = verdict.text else { return nil }
        return try render(text, verdict.names, verdict, language)
    }

    /// The reason with the first provision and the month it was checked, for one message; nil when undecided
    /// without a reason.
    package func why(of verdict: Verdict, in language: Int) throws(EvaluationFault) -> String? {
        guard let texts, let because = verdict.because.first, let law = verdict.laws.first else { return nil }
        let names: [String: Value] = [
            "because": .text(try render(because, verdict.names, verdict, language)),
            "law": .text(try render(law.cite, [:], verdict, language)), "checked": .month(law.checked.calendarMonth),
        ]
        return try render(texts.why, names, verdict, language)
    }

    /// The reason alone; nil when undecided without one.
    package func because(of verdict: Verdict, in language: Int) throws(EvaluationFault) -> String? {
        guard let because = verdict.because.first else { return nil }
        return try render(because, verdict.names, verdict, language)
    }

    /// What to say when the answer rests on what is usual or assumed; nil when it does not.
    package func caution(about verdict: Verdict, in language: Int) throws(EvaluationFault) -> String? {
        guard let texts, verdict.isCautious else { return nil }
        return try render(texts.usual, [:], verdict, language)
    }

    /// What becomes of the right when she moves; nil where the rule says nothing.
    package func moving(of verdict: Verdict, in language: Int) throws(EvaluationFault) -> String? {
        guard let portability = rules[verdict.rule]?.portability else { return nil }
        return try render(portability.text, verdict.names, verdict, language)
    }

    /// The next steps in words, the most urgent first: where to find out what is missing, then those of the outcome.
    package func steps(of verdict: Verdict, in language: Int) throws(EvaluationFault) -> [String] {
        let texts = verdict.missing.compactMap { facts[$0]?.help } + verdict.next.compactMap { next[$0] }
        var steps: [String] = []
        for text in texts { steps.append(try render(text, [:], verdict, language)) }
        return steps
    }

    /// Any text without values of its own, such as a law's cite or a fact's help, as of a verdict's moment.
    package func render(_ text: LocalizedText, of verdict: Verdict, in language: Int) throws(EvaluationFault) -> String
    {
        try render(text, verdict.names, verdict, language)
    }

    private func render(_ text: LocalizedText, _ names: [String: Value], _ verdict: Verdict, _ language: Int)
        throws(EvaluationFault) -> String
    {
        let tag = languages.indices.contains(language) ? languages[language] : "en"
        let evaluation = Evaluation(
            scope: RuleScope(values: names), now: verdict.surroundings.now,
            utcOffset: verdict.surroundings.utcOffset, language: tag)
        return try evaluation.render(text.version(language))
    }
}
