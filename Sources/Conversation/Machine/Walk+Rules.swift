import Entitlements
import Expressions

/// Rules as short dialogs: the rule says which fact to ask next, its question runs like a called flow, and the rule is
/// judged again with the answer.
extension Walk {
    /// Does what a step says of rules: asks the next fact, lists what came out, or goes on by the outcome.
    mutating func judge(_ check: Check) throws(EvaluationFault) -> Go? {
        switch check.subject {
        case .rule(let id): try judge(id, check)
        case .several(let selection, let questions): try inquire(selection, questions, check)
        case .move(let selection, let from, let to): try listMove(selection, from, to, check)
        }
    }

    /// Judges one rule as it is alone.
    mutating func judge(_ id: String, _ check: Check) throws(EvaluationFault) -> Go? {
        let tag = pack.languages[language].tag
        switch pack.rules.judge(id, known, at: now, utcOffset: utcOffset, language: tag) {
        case .ask(let fact): return ask(fact, of: check)
        case .verdict(let verdict): return try conclude(verdict, check)
        case nil:
            flag(.rule, "rule '\(id)' is not there, or not in force on this day")
            return elsewhere(check)
        }
    }

    /// Asks for a fact: its question runs like a called flow.
    mutating func ask(_ fact: String, of check: Check) -> Go? {
        guard let place = pack.rules.facts[fact].flatMap({ pack.places[$0.step] }) else {
            flag(.rule, "no question asks for the fact '\(fact)'")
            return elsewhere(check)
        }
        guard canCall() else { return nil }
        session?.call(pack.steps[place])
        return .step(place)
    }

    /// The outcome, in words and values, under the step's name.
    mutating func conclude(_ verdict: Verdict, _ check: Check) throws(EvaluationFault) -> Go? {
        let book = pack.rules
        var result = Object(
            (book.rules[verdict.rule]?.shownNames ?? []).map { ($0, verdict.values.value(named: $0) ?? .null) })
        result["outcome"] = .text(verdict.outcome)
        result["text"] = try book.text(of: verdict, in: language).map(Value.text) ?? .null
        result["why"] = try book.why(of: verdict, in: language).map(Value.text) ?? .null
        result["caution"] = try book.caution(about: verdict, in: language).map(Value.text) ?? .null
        result["moving"] = try book.moving(of: verdict, in: language).map(Value.text) ?? .null
        result["next"] = .list(try book.steps(of: verdict, in: language).map(Value.text))
        result["rule"] = .text(verdict.rule)
        if let name = step?.name { assign(.object(result), to: .answer(name)) }
        turn.verdicts.append(
            RuleVerdict(rule: verdict.rule, version: verdict.trace.version, outcome: verdict.outcome))
        note("\(verdict.rule) \(verdict.outcome)")
        if let fault = verdict.fault { flag(.rule, "\(verdict.rule): \(fault.message)") }
        return leave(check, by: check.lists ? verdict.rule : verdict.outcome)
    }

    /// The way of a rule or an outcome, where it has one of its own.
    mutating func leave(_ check: Check, by name: String) -> Go? {
        check.ways[name].map { leave(by: name, $0) } ?? elsewhere(check)
    }

    /// The way where nothing is to be judged.
    mutating func leaveUnjudged(_ check: Check) -> Go? {
        check.none.map { leave(by: "none", $0) } ?? elsewhere(check)
    }

    /// The way of everything that has none of its own.
    mutating func elsewhere(_ check: Check) -> Go? {
        if let otherwise = check.otherwise { return leave(by: "else", otherwise) }
        flag(.rule, "step leads nowhere for this outcome")
        apologise()
        return nil
    }

    /// What is known of a fact: an answer of the flow by the same name, what is kept about the person, or an answer to
    /// an earlier rule; null when she did not know.
    func known(_ fact: String) -> Value? {
        if let frame = session?.frames.last?.id, let own = answer(fact, of: frame) { return own }
        return turn.person.fields[fact] ?? answer(fact, of: Frame.facts)
    }

    /// Keeps the answer to a rule's question. One that ended without an answer counts as "I do not know", so that
    /// nobody is asked twice.
    mutating func keepFact(asked address: String, _ answers: Object) {
        let fact = String(address.dropFirst(Fact.flow.count + 1))
        if let answer = answers[fact] {
            assign(answer, named: fact, frame: Frame.facts)
        } else if turn.person.fields[fact] == nil {
            assign(.null, named: fact, frame: Frame.facts)
        }
    }
}
