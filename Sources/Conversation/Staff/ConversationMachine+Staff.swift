package import Expressions

extension ConversationMachine {
    /// A turn of a member of staff in a conversation.
    ///
    /// - Parameters:
    ///   - channel: The one that the conversation is on; where there is no conversation any more, one that carries SMS.
    ///   - snapshot: What is known; `isCurrent` says whether the conversation is the one she is in.
    package func receive(
        _ deed: StaffDeed, on channel: ChannelView, _ snapshot: Snapshot, at now: Timestamp
    ) -> StaffTurn {
        let state = snapshot.address.aged(to: now, by: packs.current.settings.identity)
        let unchanged = Turn(person: snapshot.person, session: snapshot.session)
        var awaited: String?
        func refused(_ outcome: StaffOutcome) -> StaffTurn { StaffTurn(turn: unchanged, outcome: outcome) }
        let isOpen = snapshot.isCurrent && snapshot.session.map { now < expiry(of: $0) } ?? false
        let isHers = state.standing == .verified && !snapshot.isAway
        var walk = Walk(self, channel: channel, snapshot: snapshot.stopped(with: state), at: now)
        switch deed {
        case .answer(let text), .tell(let text):
            guard isHers else { return refused(.unverified) }
            guard !walk.turn.person.isStopped else { return refused(.stopped) }
            var turn = unchanged
            turn.messages = [text]
            turn.understood = Walk.staffSpoke
            turn.step = snapshot.step
            if case .answer = deed, isOpen, let said = snapshot.session?.wait.said {
                turn.session?.wait = Wait(mode: .staff, said: said)
            }
            return StaffTurn(turn: turn, outcome: .done)
        case .handBack:
            guard isOpen else { return refused(.over) }
            guard snapshot.session?.wait.mode == .staff else { return refused(.idle) }
            awaited = walk.handBack(isSeen: isHers && !walk.turn.person.isStopped)
        case .move, .restart:
            guard isOpen else { return refused(.over) }
            guard isHers else { return refused(.unverified) }
            guard let place = walk.place(for: deed) else { return refused(.nowhere) }
            awaited = walk.move(to: place, isAnew: deed == .restart, isSeen: !walk.turn.person.isStopped)
        case .end:
            guard isOpen else { return refused(.over) }
            walk.endByStaff()
        case .block, .unblock:
            guard !snapshot.isAway else { return refused(.unverified) }
            return StaffTurn(turn: unchanged.blocking(by: deed, snapshot), outcome: .done)
        }
        // Only she has everything erased that is kept about her.
        guard !walk.turn.forgets else { return refused(.nowhere) }
        var turn = walk.finished()
        turn.person = snapshot.person
        return StaffTurn(turn: turn, outcome: .done, awaited: awaited)
    }
}

extension Turn {
    /// The turn with the number blocked, or let in again.
    fileprivate func blocking(by deed: StaffDeed, _ snapshot: Snapshot) -> Turn {
        var (turn, address) = (self, snapshot.address)
        if case .block(let until) = deed { address.blockedUntil = until } else { address.blockedUntil = nil }
        turn.address = address
        turn.understood = address.blockedUntil == nil ? "let in by staff" : "blocked by staff"
        turn.step = snapshot.step
        return turn
    }
}

extension Snapshot {
    /// The step that the conversation stands at which the deed is done in; empty where she is in another one by now.
    fileprivate var step: String { isCurrent ? session?.frames.last?.step ?? "" : "" }
}

extension Walk {
    /// Where a deed sends her; nil where the pack has no such step.
    fileprivate func place(for deed: StaffDeed) -> Int? {
        if case .move(let address) = deed { pack.places[address] } else { pack.start }
    }
}
