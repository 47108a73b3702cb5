import Entitlements
import Expressions

/// Several rules judged at once: the best next question while some are open, then a list of what came out.
extension Walk {
    /// Asks on while questions are left, then lists what came out for her, the most urgent first.
    mutating func inquire(_ selection: RuleSelection, _ questions: Int, _ check: Check) throws(EvaluationFault) -> Go? {
        let tag = pack.languages[language].tag
        let inquiry = pack.rules.inquire(selection, known, at: now, utcOffset: utcOffset, language: tag)
        let left = questionsLeft ?? questions
        if left > 0, let fact = inquiry.next {
            keepQuestions(left - 1)
            return ask(fact, of: check)
        }
        let verdicts = inquiry.verdicts.prefix(Check.most - (inquiry.isOpen ? 1 : 0))
        guard let first = verdicts.first else {
            keepQuestions(questions)  // who comes here again is asked on
            return leaveUnjudged(check)
        }
        if verdicts.count == 1, !inquiry.isOpen { return try conclude(first, check) }
        wait(for: .list(verdicts.map(\.rule) + (inquiry.isOpen ? [Check.asksOn] : [])))
        return nil
    }

    /// What is chosen from a list is judged again: on another day it may need a fact more.
    mutating func choose(_ id: String, of check: Check) {
        remember()
        do {
            if let go = try way(of: id, check) { proceed(go) }
        } catch {
            flag(.expression, error.message)
            apologise()
        }
    }

    private mutating func way(of id: String, _ check: Check) throws(EvaluationFault) -> Go? {
        switch check.subject {
        case .several(_, let questions) where id == Check.asksOn:
            note("asked on")
            keepQuestions(questions)
            return step.flatMap { pack.places[$0.address] }.map(Go.step)
        case .several, .rule: return try judge(id, check)
        case .move(_, let from, let to): return try conclude(moveOf: id, from, to, check)
        }
    }

    /// What a line of a list says.
    func title(of id: String, _ check: Check) -> LocalizedText {
        if id == Check.asksOn { return pack.texts[.askMore] }
        guard let rule = pack.rules.rules[id] else { return pack.texts[.which] }
        if case .move = check.subject { return rule.portability?.title ?? rule.title }
        return rule.title
    }
}

// The end of the questions.
extension Walk {
    /// Whether the question that waits can be ended with the key that turns pages: several rules ask it, and the key is
    /// no answer to it.
    var offersEnough: Bool {
        guard let step, isOfSeveral else { return false }
        switch step.verb {
        case .menu(let menu): return !menu.options.contains { String($0.number) == pack.keys.more }
        case .ask(let ask): return reader(ask.answer).read(pack.keys.more) == .miss
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end: return false
        }
    }

    /// Whether several rules ask the question that waits.
    private var isOfSeveral: Bool {
        guard let frames = session?.frames, frames.count > 1, step?.flow == Fact.flow,
            let place = pack.places[frames[frames.count - 2].step],
            case .check(let check) = pack.steps[place].verb, case .several = check.subject
        else { return false }
        return true
    }

    /// "Enough", by key or in words: the question stays open, and what is known is shown.
    mutating func readEnough(_ folded: String) -> Bool {
        guard isOfSeveral else { return false }
        let words = pack.texts[.enough].versions.compactMap(\.literal).map(Folding.fold)
        guard folded == pack.keys.more || words.contains(folded) else { return false }
        note("enough")
        remember()
        session?.frames.removeLast()
        keepQuestions(0)
        if let step, let place = pack.places[step.address] { proceed(.step(place)) }
        return true
    }

    /// How many questions the running check may still ask; nil before its first. It is kept where answers to rules are, so
    /// that who comes back to the list in the same session finds it as it was.
    private var questionsLeft: Int? {
        guard let address = step?.address, case .number(let left)? = answer(address, of: Frame.facts) else {
            return nil
        }
        return left.whole
    }

    private mutating func keepQuestions(_ left: Int) {
        guard let address = step?.address else { return }
        assign(.number(left), named: address, frame: Frame.facts)
    }
}
