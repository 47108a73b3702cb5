import Expressions

/// One conversation over SMS and USSD: a USSD dialogue has the network's deadline, so that an SMS that comes meanwhile is
/// held until it is over. Otherwise it would move the conversation on under the open screen.
extension ConversationMachine {
    /// The turn of an SMS that is held, or that is one too many; nil for what is dealt with at once.
    ///
    /// - Parameter state: The number's state at this moment.
    func holding(
        _ event: ConversationEvent, _ snapshot: Snapshot, _ state: AddressState, at now: Timestamp
    ) -> Turn? {
        guard let (text, isNew) = event.written else { return nil }
        let end = dialogueEnd(snapshot.session, state)
        let isOpen = end.map { now < $0 } ?? false
        guard isOpen || isNew && snapshot.held > 0 else { return nil }
        let typed = Folding.clean(text, limit: limits.input)
        if isStopped(snapshot, state) || stops(Folding.fold(typed), snapshot.session) { return nil }
        var turn = Turn(person: snapshot.person, session: snapshot.session)
        turn.frees = !isOpen
        if isNew, snapshot.held >= limits.held {
            turn.understood = "too many held"
            turn.reply = Reply(text: tooMany(snapshot, state, at: now), ends: true)
        } else {
            turn.hold = Hold(text: typed, until: end.map { max($0, now) } ?? now)
        }
        return turn
    }

    /// Whether what is held can be dealt with after a turn.
    func isFree(after turn: Turn, _ before: AddressState, at now: Timestamp) -> Bool {
        turn.need == nil && dialogueEnd(turn.session, turn.address ?? before).map { now >= $0 } ?? true
    }

    /// When the dialogue is over that is open in a conversation or before a gate, if nothing more is heard of it; nil
    /// where none is.
    private func dialogueEnd(_ session: Session?, _ state: AddressState) -> Timestamp? {
        var heard: [Timestamp] = []
        if let session, session.kind == .ussd, session.dialogue != nil { heard.append(session.lastAt) }
        if let gate = state.gate, gate.dialogue != nil, let askedAt = gate.askedAt { heard.append(askedAt) }
        return heard.max().map { $0 + Int64(limits.dialogue) }
    }

    /// Someone who wants no messages gets no answer, now or later.
    private func isStopped(_ snapshot: Snapshot, _ state: AddressState) -> Bool {
        snapshot.person.isStopped || state.isStopped || state.gate?.isStopped == true
    }

    /// STOP waits for nothing.
    func stops(_ folded: String, _ session: Session?) -> Bool {
        let pinned = session.flatMap { packs[$0.revision] } ?? packs.current
        return pinned.commands[folded] == .stop || packs.current.commands[folded] == .stop
    }

    /// Made by a walk that knows her language alone.
    private func tooMany(_ snapshot: Snapshot, _ state: AddressState, at now: Timestamp) -> String {
        let person = Person(language: state.gate?.language ?? snapshot.person.language)
        let view = ChannelView(name: "", kind: .sms)
        return Walk(self, channel: view, snapshot: Snapshot(person: person), at: now).builtIn(.tooMany)
    }
}

extension ConversationEvent {
    /// The text of an SMS, and whether it comes for the first time; nil for anything else.
    fileprivate var written: (text: String, isNew: Bool)? {
        switch self {
        case .message(let text): (text, true)
        case .held(let text, _): (text, false)
        case .hop, .optOut, .hangUp, .gone, .silence, .reminder, .answer: nil
        }
    }
}
