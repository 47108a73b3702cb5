import Expressions

/// One phone, several people.
extension Walk {
    /// What texts and expressions read as `sharing`.
    var sharingObject: Object {
        let place = sharers.firstIndex { $0 == holder } ?? sharers.count
        return Object([
            ("on", .boolean(isShared)), ("people", .number(max(sharers.count, place + 1))),
            ("place", .number(place + 1)), ("most", .number(machine.packs.current.settings.identity.people)),
        ])
    }

    /// Others use her phone, too, or nobody else does. Who is alone can take it back; where others are, theirs is here.
    mutating func share(_ value: Value) {
        switch value.isTrue {
        case true?: isShared = true
        case false? where sharers.count < 2: isShared = false
        case false?, nil: return
        }
        note(isShared ? "phone shared" : "phone not shared")
    }

    /// Whether an SMS goes on with a conversation that is fresh enough for it to be hers.
    var isTalking: Bool {
        guard let session, session.wait.mode != .resume else { return false }
        return !isLate(session)
    }

    /// Whether a request belongs to a dialogue that she has, or had: then it is clear who dials.
    func hasDialogue(of hop: Hop) -> Bool {
        guard hop.begins != true else { return false }
        if let session { return session.dialogue?.id == hop.dialogue && !isOutlived(hop, by: session.lastAt) }
        return turn.person.ended.map { $0.id == hop.dialogue && isOver(hop, after: $0) } ?? false
    }
}

extension Walk {
    /// The turn, and what it changes about the number it came from.
    ///
    /// - Parameter before: What was known; her own wish for no messages stays apart from that of the others at her phone.
    func finished(on state: inout AddressState, _ before: Snapshot) -> Turn {
        var turn = finished()
        state.attempts = attempts
        if state.isShared || isShared {
            let wasStopped = before.person.isStopped || before.address.isStopped
            if turn.person.isStopped != wasStopped {
                state.isStopped = turn.person.isStopped
            } else {
                turn.person.isStopped = before.person.isStopped
            }
        }
        // Until now anybody at the phone could be her, and whoever was shown a code keeps it.
        turn.endsCodes =
            (state.isShared || isShared) && !before.person.isProtected(in: pack) && turn.person.isProtected(in: pack)
        if isShared != state.isShared {
            state.isShared = isShared
            state.isStopped = isShared && turn.person.isStopped
            if !isShared { state.gate = nil }
        }
        return turn
    }
}

extension Snapshot {
    /// As it is for someone whose phone gets no messages because another of those who use it asked for none.
    func stopped(with state: AddressState) -> Snapshot {
        guard state.isShared, state.isStopped else { return self }
        var snapshot = self
        snapshot.person.isStopped = true
        return snapshot
    }
}

extension ConversationMachine {
    /// Whether it has to be asked who of the people of a shared number is there.
    ///
    /// An SMS may go on with a conversation while it is fresh; a USSD dialogue belongs to whoever began it. Everything
    /// else could come from any of them.
    func asksWho(
        _ event: ConversationEvent, on channel: ChannelView, _ snapshot: Snapshot, at now: Timestamp
    ) -> Bool {
        let gate = snapshot.address.gate
        let walk = Walk(self, channel: channel, snapshot: snapshot, at: now)
        switch event {
        case .message, .held: return gate?.isAsking == true || !walk.isTalking
        case .hop(let hop): return gate?.dialogue?.id == hop.dialogue || !walk.hasDialogue(of: hop)
        case .hangUp(let dialogue): return gate?.dialogue?.id == dialogue
        case .reminder: return true
        case .answer, .optOut, .gone, .silence: return false
        }
    }
}
