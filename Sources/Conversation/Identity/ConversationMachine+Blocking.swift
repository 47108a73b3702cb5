import Expressions

/// Numbers that staff have blocked: an SMS gets no answer, and USSD one screen that says so. Only STOP counts. Reminders
/// wait until the number is let in again by itself.
extension ConversationMachine {
    /// The turn of what comes from a blocked number, or was to go there; nil for what is dealt with as always.
    func blocking(
        _ event: ConversationEvent, on channel: ChannelView, _ snapshot: Snapshot, at now: Timestamp
    ) -> Turn? {
        guard snapshot.address.isBlocked(at: now), let end = snapshot.address.blockedUntil else { return nil }
        var turn = Turn(person: snapshot.person, session: snapshot.session)
        turn.understood = "blocked"
        turn.step = snapshot.session?.frames.last?.step ?? ""
        switch event {
        case .message(let text), .held(let text, _):
            return stops(Folding.fold(Folding.clean(text, limit: limits.input)), snapshot.session) ? nil : turn
        case .hop:
            let person = Person(language: snapshot.person.language)
            let walk = Walk(self, channel: channel, snapshot: Snapshot(person: person), at: now)
            turn.reply = Reply(text: walk.builtIn(.blocked), ends: true)
            return turn
        case .reminder(let reminder):
            turn.reminders = [Reminder(step: reminder.step, at: end)]
            return turn
        case .optOut, .hangUp, .gone, .silence, .answer: return nil
        }
    }
}
