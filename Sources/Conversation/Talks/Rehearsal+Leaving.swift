import Expressions

/// What other phones see when a record goes from them.
extension Rehearsal {
    /// Before a turn is kept that changes whose a number is: conversations that are led elsewhere, or by those who had the
    /// number, end with it, and the numbers that a record comes from are told.
    mutating func leave(by turn: Turn, on number: String) {
        switch turn.move {
        case .claim(let claim):
            tell(people.left(by: claim.holder, for: number, turn.objection), turn.notice, turn.objection)
        case .newcomer: for _ in people.steps(on: number) { show(number, outcome: .moved) }
        case .sharer, .choice, nil: break
        }
    }

    /// Tells the numbers that a record came from, and ends the conversation that was led there.
    mutating func tell(_ left: [Registry.Left], _ notice: String?, _ objection: Objection?) {
        for phone in left {
            let message = phone.isAsked ? objection?.question : notice
            show(phone.number, message, step: phone.step ?? "", outcome: phone.step.map { _ in .moved })
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
