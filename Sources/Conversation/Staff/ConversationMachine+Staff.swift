package import Expressions

extension ConversationMachine {
    /// A turn of a member of staff in a conversation.
    ///
    /// - Parameters:
    ///   - channel: The one that carries SMS to her.
    ///   - snapshot: What is known; `isCurrent` says whether the conversation is the one she is in.
    package func receive(
        _ deed: StaffDeed, on channel: ChannelView, _ snapshot: Snapshot, at now: Timestamp
    ) -> StaffTurn {
        let state = snapshot.address.aged(to: now, by: packs.current.settings.identity)
        let unchanged = Turn(person: snapshot.person, session: snapshot.session)
        func refused(_ outcome: StaffOutcome) -> StaffTurn { StaffTurn(turn: unchanged, outcome: outcome) }
        let isOpen = snapshot.isCurrent && snapshot.session.map { now < expiry(of: $0) } ?? false
        let isHers = state.standing == .verified && !snapshot.isAway
        var walk = Walk(self, channel: channel, snapshot: snapshot.stopped(with: state), at: now)
        switch deed {
        case .answer(let text):
            guard isHers else { return refused(.unverified) }
            guard !walk.turn.person.isStopped else { return refused(.stopped) }
            var turn = unchanged
            turn.messages = [text]
            turn.understood = Walk.staffSpoke
            turn.step = snapshot.session?.frames.last?.step ?? ""
            if isOpen, let said = snapshot.session?.wait.said { turn.session?.wait = Wait(mode: .staff, said: said) }
            return StaffTurn(turn: turn, outcome: .done)
        case .handBack:
            guard isOpen else { return refused(.over) }
            guard snapshot.session?.wait.mode == .staff else { return refused(.idle) }
            walk.handBack(isSeen: isHers && !walk.turn.person.isStopped)
        case .end:
            guard isOpen else { return refused(.over) }
            walk.endByStaff()
        }
        var turn = walk.finished()
        turn.person = snapshot.person
        return StaffTurn(turn: turn, outcome: .done)
    }
}
