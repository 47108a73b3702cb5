package import Expressions

// Verdicts in words. Each text is rendered in a language by its place in the pack's list; what fails throws, because a
// failed expression never sends a blank.
extension RuleBook {
    /// What the outcome means for her; nil where the rule has no words for it.
    package func text(of verdict: Verdict, in language: Int) throws(EvaluationFault) -> String? {
        guard let text = verdict.text else { return nil }
        return try render(text, verdict.names, verdict, language)
    }

    /// The reason with its first provisions, as many as leave room, and the month the oldest of them was checked, for
    /// one message; nil when undecided without a reason.
    package func why(of verdict: Verdict, in language: Int) throws(EvaluationFault) -> String? {
        guard let because = verdict.because.first else { return nil }
        return try why(
            try render(because, verdict.names, verdict, language), verdict.laws, in: language, verdict.surroundings)
    }

    /// The sentence of a reason; nil without a provision.
    ///
    /// - Parameters:
    ///   - because: The reason in words.
    ///   - laws: What it stands on, the most important first.
    package func why(_ because: String, _ laws: [Law], in language: Int, _ surroundings: Surroundings)
        throws(EvaluationFault) -> String?
    {
        guard let texts else { return nil }
        var seen: Set<String> = []
        let laws = laws.filter { seen.insert($0.cite.version(language).source).inserted }
        var sentence: String?
        for count in laws.indices.map({ $0 + 1 }) {
            let cites = laws.prefix(count).map { $0.cite.version(language).literal ?? "" }
            let checked = laws.prefix(count).map(\.checked).min() ?? laws[0].checked
            let names: [String: Value] = [
                "because": .text(because), "law": .text(cites.joined(separator: separator(language))),
                "checked": .month(checked.calendarMonth),
            ]
            let longer = try render(texts.why, names, surroundings, language)
            guard sentence == nil || hasRoom(longer) else { break }
            sentence = longer
        }
        return sentence
    }

    /// What stands between two provisions.
    private func separator(_ language: Int) -> String {
        languages.indices.contains(language) && languages[language].hasPrefix("zh") ? "；" : "; "
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
        try render(text, names, verdict.surroundings, language)
    }

    /// A text with names of its own, at a moment.
    func render(_ text: LocalizedText, _ names: [String: Value], _ surroundings: Surroundings, _ language: Int)
        throws(EvaluationFault) -> String
    {
        let tag = languages.indices.contains(language) ? languages[language] : "en"
        let evaluation = Evaluation(
            scope: RuleScope(values: names), now: surroundings.now, utcOffset: surroundings.utcOffset, language: tag)
        return try evaluation.render(text.version(language))
    }
}
