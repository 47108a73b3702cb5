import Expressions

/// What other phones see when a record goes from them.
extension Rehearsal {
    /// Before a turn is kept that changes whose a number is: conversations that are led elsewhere, or by those who had the
    /// number, end with it, and the numbers that a record comes from are told.
    mutating func leave(by turn: Turn, on number: String) {
        switch turn.move {
        case .claim(let claim): tell(people.numbers(of: claim.holder, beside: number), turn.notice)
        case .newcomer: for _ in people.steps(on: number) { show(number, outcome: .moved) }
        case .sharer, .choice, nil: break
        }
    }

    /// Tells the numbers that a record came from, and ends the conversation that was led there.
    mutating func tell(_ left: [(number: String, step: String?)], _ notice: String?) {
        for (number, step) in left {
            show(number, notice, step: step ?? "", outcome: step.map { _ in .moved })
        }
    }

    /// Shows on a phone what was done elsewhere.
    private mutating func show(_ number: String, _ message: String? = nil, step: String = "", outcome: Outcome?) {
        guard message != nil || outcome != nil else { return }
        var turn = Turn(person: Person(), session: nil)
        turn.messages = [message].compactMap(\.self)
        turn.step = step
        turn.outcome = outcome
        schedule.plan(.consequence(turn, on: number), at: now)
    }
}
