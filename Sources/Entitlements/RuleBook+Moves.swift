package import Expressions

/// What a rule says of a move, in words.
package struct MoveAdvice: Hashable, Sendable {
    /// Whether the right comes along.
    package let moves: Portability.Moves
    /// What to do about it.
    package let text: String
    /// The reason with its first provisions and the month the oldest of them was checked; nil where the rule gives no reason.
    package let why: String?
    /// The next steps, the most urgent first.
    package let next: [String]
}

extension RuleBook {
    /// The rules that leave something to do after a move: what does not come along first, then what does in part. Rules
    /// that are not about her, as far as that is known, are not there.
    ///
    /// - Parameters:
    ///   - known: As for judging a rule.
    ///   - isInside: Whether the move is inside one part of the country of that extent; nil: inside one place.
    package func due(
        _ selection: RuleSelection, _ known: (String) -> Value?, at now: Timestamp, utcOffset: Int,
        isInside: (Portability.Extent?) -> Bool
    ) -> [Rule] {
        let surroundings = Surroundings(now: now, utcOffset: utcOffset, language: languages.first ?? "en")
        let due = rules(in: selection).filter { rule in
            guard let portability = rule.portability, !portability.next.isEmpty else { return false }
            return rule.inForce.contains(surroundings.today) && !isInside(portability.within)
                && !isForeign(rule, known, surroundings)
        }
        let order: [Portability.Moves] = [.no, .part, .yes]
        return order.flatMap { moves in due.filter { $0.portability?.moves == moves } }
    }

    private func isForeign(_ rule: Rule, _ known: (String) -> Value?, _ surroundings: Surroundings) -> Bool {
        guard var prospect = prospect(of: rule.id, surroundings) else { return false }
        return prospect.standing(prospect.answers(known)) == .foreign
    }

    /// What a rule says of a move; nil for one that says nothing.
    package func move(of id: String, at now: Timestamp, utcOffset: Int, in language: Int) throws(EvaluationFault)
        -> MoveAdvice?
    {
        guard let rule = rules[id], let portability = rule.portability else { return nil }
        let tag = languages.indices.contains(language) ? languages[language] : "en"
        let surroundings = Surroundings(now: now, utcOffset: utcOffset, language: tag)
        var next: [String] = []
        for name in portability.next {
            if let text = self.next[name] { next.append(try render(text, [:], surroundings, language)) }
        }
        return MoveAdvice(
            moves: portability.moves, text: try render(portability.text, [:], surroundings, language),
            why: try portability.because.flatMap { (because) throws(EvaluationFault) in
                let laws = portability.laws.compactMap { rule.laws[$0] }
                return try why(render(because, [:], surroundings, language), laws, in: language, surroundings)
            },
            next: next)
    }
}
