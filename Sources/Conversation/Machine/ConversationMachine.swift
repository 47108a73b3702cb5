package import Expressions

/// The conversation state machine: (what is known, what happened, when) to a turn. It reads no clock and does no I/O;
/// the same arguments always give the same turn.
package struct ConversationMachine: Sendable {
    /// The packs conversations can be on.
    package struct Packs: Sendable {
        /// The published revision: every new session begins on it.
        package let current: Pack
        /// Revisions that sessions still need, by content hash.
        package let earlier: [RevisionID: Pack]

        package init(current: Pack, earlier: [RevisionID: Pack] = [:]) {
            self.current = current
            self.earlier = earlier
        }

        /// The pack of a revision, nil when it is not at hand.
        package subscript(revision: RevisionID) -> Pack? {
            revision == current.revision ? current : earlier[revision]
        }
    }

    /// Where the steps of a session are looked up, by the revision it is on.
    package let packs: Packs
    /// How far one turn may go before it is stopped and flagged.
    package let limits: MachineLimits

    package init(packs: Packs, limits: MachineLimits = MachineLimits()) {
        self.packs = packs
        self.limits = limits
    }

    /// One turn.
    ///
    /// - Parameters:
    ///   - event: What happened.
    ///   - channel: Where it came through, and so where the answer goes.
    ///   - snapshot: What is known before.
    ///   - now: The moment it is dealt with.
    package func receive(
        _ event: ConversationEvent, on channel: ChannelView, _ snapshot: Snapshot, at now: Timestamp
    ) -> Turn {
        if let turn = blocking(event, on: channel, snapshot, at: now) { return turn }
        let state = snapshot.address.aged(to: now, by: packs.current.settings.identity)
        if let turn = holding(event, snapshot, state, at: now) { return turn }
        var turn = receive(event, on: channel, snapshot, state, at: now)
        turn.frees = snapshot.held > 0 && isFree(after: turn, state, at: now)
        return turn
    }

    /// A turn of something that is dealt with at once.
    private func receive(
        _ event: ConversationEvent, on channel: ChannelView, _ snapshot: Snapshot, _ state: AddressState,
        at now: Timestamp
    ) -> Turn {
        if event == .gone { return lose(state, snapshot, at: now) }
        let isUnverified = state.standing == .unverified && event.isHeldBack
        if isUnverified || state.isShared && asksWho(event, on: channel, snapshot, at: now) {
            var keeper = Gatekeeper(self, channel: channel, snapshot: snapshot, state: state, at: now)
            return keeper.receive(event)
        }
        var state = state
        var turn = advance(event, on: channel, snapshot, at: now, &state)
        if event.isHeard { state.hear(at: now) }
        turn.address = state == snapshot.address ? nil : state
        return turn
    }

    /// A turn of whoever the number belongs to.
    private func advance(
        _ event: ConversationEvent, on channel: ChannelView, _ snapshot: Snapshot, at now: Timestamp,
        _ state: inout AddressState
    ) -> Turn {
        var walk = Walk(self, channel: channel, snapshot: snapshot.stopped(with: state), at: now)
        switch event {
        case .silence, .gone: break  // a session silent for too long is already dropped
        case .hangUp(let dialogue): walk.hangUp(dialogue)
        case .message(let text): walk.receive(message: text)
        case .held(let text, let since): walk.receive(message: text, heldSince: since)
        case .hop(let hop): walk.receive(hop)
        case .optOut: walk.optOut()
        case .reminder(let reminder): walk.receive(reminder)
        case .answer(let answer, let request, let isSeen):
            // On a shared phone somebody else may be reading by now.
            let isHers = !snapshot.isAway && state.gate?.isAsking != true
            walk.receive(answer, to: request, isSeen: isSeen && isHers)
            if !isHers { walk.turn.reply = nil }
        }
        return walk.finished(on: &state, snapshot)
    }

    /// The network says that nobody has the number: it is unverified, unless somebody was just heard on it.
    private func lose(_ state: AddressState, _ snapshot: Snapshot, at now: Timestamp) -> Turn {
        var turn = Turn(person: snapshot.person, session: snapshot.session)
        let heardAt = max(state.heardAt ?? now, snapshot.session?.lastAt ?? .init(milliseconds: .min))
        guard now - heardAt >= AddressState.hearingPause else { return turn }
        var gone = state
        gone.fallSilent(at: now, by: packs.current.settings.identity)
        if state.standing == .verified {
            turn.understood = "the number is gone"
            gone.standing = .unverified
            gone.gate?.page = Gate.notAsked
        }
        turn.address = gone == snapshot.address ? nil : gone
        return turn
    }

    /// When a session that hears nothing more is over.
    package func expiry(of session: Session) -> Timestamp {
        let pack = packs[session.revision] ?? packs.current
        return session.lastAt + Int64(pack.settings.idle[session.kind] ?? 0)
    }
}
