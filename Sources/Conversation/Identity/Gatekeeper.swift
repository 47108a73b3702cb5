import Expressions

/// Talks to whoever is at a number that may be a stranger's, until it is clear who it is.
///
/// What it shows is made by a walk that knows a stranger's empty record with the language alone, so that nothing of the
/// person can be shown. Only `matches` looks at her record, and it says no more than yes or no.
struct Gatekeeper {
    let machine: ConversationMachine
    let channel: ChannelView
    let snapshot: Snapshot
    let now: Timestamp
    var gate: Gate
    /// The stranger's walk.
    var walk: Walk
    var state: AddressState
    /// What the answer cannot be read without.
    var need: Need?
    /// The record of whoever was chosen, with a wrong answer counted.
    var mistaken: Person?

    /// - Parameter state: The number's state at this moment.
    init(
        _ machine: ConversationMachine, channel: ChannelView, snapshot: Snapshot, state: AddressState, at now: Timestamp
    ) {
        self.machine = machine
        self.channel = channel
        self.snapshot = snapshot
        self.state = state
        self.now = now
        gate = state.gate ?? Gate(stage: state.firstStage)
        if state.standing != snapshot.address.standing { gate.page = Gate.notAsked }  // what was asked counts no more
        let stranger = Person(language: gate.language ?? snapshot.person.language)
        walk = Walk(machine, channel: channel, snapshot: Snapshot(person: stranger), at: now)
    }

    var settings: IdentitySettings { machine.packs.current.settings.identity }

    /// An SMS. No USSD dialogue is open here any more.
    ///
    /// - Parameter since: When it came, if it was held: then it answers nothing that was asked after it.
    mutating func receive(message text: String, heldSince since: Timestamp? = nil) -> Turn {
        let typed = Folding.clean(text, limit: machine.limits.input)
        let folded = Folding.fold(typed)
        switch walk.pack.commands[folded] {
        case .stop:
            isStopped = true
            return closed("stop", saying: walk.builtIn(.stopped))
        case .start where isStopped:
            isStopped = false
            return closed("start", saying: walk.builtIn(.started))
        default: break
        }
        if isStopped { return closed("stopped", saying: nil) }
        if let turn = objection(folded, heldSince: since) { return turn }
        gate.dialogue = nil
        if !gate.isAsking || isAskedTooLongAgo { returnToStart() }
        let isOvertaken = since.map { since in gate.askedAt.map { since < $0 } ?? true } ?? false
        return gate.isAsking && !isOvertaken ? read(typed, folded) : asked("asked")
    }

    /// A USSD request; digits dialled behind the code are not read.
    mutating func receive(_ hop: Hop) -> Turn {
        let open = gate.dialogue.flatMap { $0.id == hop.dialogue ? $0 : nil }
        let isNew = hop.mark != open?.mark
        walk.session = Session(
            revision: walk.pack.revision, language: "", kind: .ussd, startedAt: now, lastAt: now, frames: [],
            nextFrame: 0, dialogue: open)
        let typed = open == nil || hop.begins == true ? nil : walk.typed(in: hop)
        gate.dialogue = Dialogue(id: hop.dialogue, typed: hop.accumulated(showing: ""), mark: hop.mark)
        var turn: Turn
        if let typed, !typed.isEmpty {
            turn = read(typed, Folding.fold(typed))
        } else {
            if open == nil { returnToStart() }
            turn = asked("asked")
        }
        turn.isNew = isNew
        return turn
    }

    /// Something that nobody said.
    mutating func receive(_ event: ConversationEvent) -> Turn {
        if let chosen = gate.chosen, record(of: chosen) == nil {
            guard snapshot.sharers.contains(chosen) else {
                returnToStart()
                return receive(event)
            }
            need = .sharer(chosen)
            return closed("", saying: nil)
        }
        switch event {
        case .message(let text): return receive(message: text)
        case .held(let text, let since): return receive(message: text, heldSince: since)
        case .hop(let hop): return receive(hop)
        case .optOut:
            isStopped = true
            return closed("opted out", saying: nil)
        case .reminder(let reminder): return receive(reminder)
        case .answer: return closed("an answer behind the gate", saying: nil)
        case .hangUp(let dialogue):
            if gate.dialogue?.id == dialogue { gate.dialogue = nil }
            return closed("hang-up", saying: nil)
        case .silence, .gone: return closed("", saying: nil)
        }
    }

    // MARK: What comes of it

    /// The gate stays closed and asks.
    mutating func asked(_ note: String) -> Turn {
        if gate.chosen == nil {
            if gate.attempts.isLocked(at: now) {
                if gate.stage != .locked { gate.turn(to: .locked) }
            } else if gate.stage == .locked {
                gate.turn(to: state.firstStage)
            }
        }
        let text = screen()
        gate.askedAt = now
        return closed(note, saying: text)
    }

    /// The gate stays closed. The record and the session behind it stay as they are.
    mutating func closed(_ note: String, saying text: String?, ends: Bool = false) -> Turn {
        var turn = Turn(person: snapshot.person, session: snapshot.session)
        count(in: &turn)
        turn.understood = note.isEmpty ? "" : "gate: \(note)"
        turn.reply = text.map { Reply(text: $0, ends: ends) }
        turn.flags = walk.turn.flags
        state.gate = gate
        turn.address = state
        turn.need = need
        return turn
    }

    /// It is she: her record and her conversation are there again.
    mutating func opened() -> Turn {
        guard let chosen = gate.chosen, chosen != snapshot.holder, let sharer = snapshot.findings?.sharer else {
            var before = Snapshot(person: snapshot.person, session: snapshot.session, caseNumber: snapshot.caseNumber)
            before.holder = snapshot.holder
            return entered(before, "opened", move: nil)
        }
        var before = Snapshot(
            person: sharer.holder.person, session: sharer.session, caseNumber: snapshot.caseNumber)
        before.holder = chosen
        return entered(before, "chosen", move: .choice(chosen))
    }

    /// Someone else begins anew here; the record that was is locked.
    mutating func begun() -> Turn {
        let newcomer = Person(language: gate.language ?? snapshot.person.language)
        return entered(Snapshot(person: newcomer, caseNumber: snapshot.caseNumber), "new", move: .newcomer)
    }

    /// Someone new begins on a phone that others use, too.
    mutating func joined() -> Turn {
        let newcomer = Person(language: gate.language ?? snapshot.person.language)
        return entered(Snapshot(person: newcomer, caseNumber: snapshot.caseNumber), "new beside others", move: .sharer)
    }

    private mutating func entered(_ before: Snapshot, _ note: String, move: Move?) -> Turn {
        var before = before
        var entered = AddressState(standing: .verified, heardAt: now, attempts: state.attempts)
        if state.isShared, move != .newcomer { share(&entered, &before) }
        before.address = entered
        var own = Walk(machine, channel: channel, snapshot: before.stopped(with: entered), at: now)
        own.note("gate: \(note)")
        if let language = gate.language { own.choose(language: language) }
        if let place = reminder(for: before.holder, move).flatMap({ own.pack.places[$0] }), own.session == nil {
            own.begin(at: place, dialogue: gate.dialogue)
        } else {
            own.enter(gate.dialogue)
        }
        var turn = own.finished(on: &entered, before)
        turn.move = move
        turn.address = entered
        return turn
    }

    /// What stays of a shared number when one of its people has entered: the others, and what waits for them.
    private func share(_ entered: inout AddressState, _ before: inout Snapshot) {
        var waiting = gate.waiting
        if let holder = before.holder { waiting[holder] = nil }
        entered.isShared = true
        entered.isStopped = state.isStopped
        entered.gate = waiting.isEmpty ? nil : Gate(stage: .who, waiting: waiting)
        before.sharers = snapshot.sharers
        if gate.chosen == nil { return }
        before.person.pin?.attempts = Attempts()
        before.person.checks = Attempts()
    }

    /// The step of a reminder that waited for whoever has entered.
    private func reminder(for holder: Int64?, _ move: Move?) -> String? {
        if state.isShared { return holder.flatMap { gate.waiting[$0] } }
        return move == nil ? gate.reminder : nil
    }
}

extension ConversationEvent {
    /// Whether a closed gate stands before it. Silence ends sessions whoever has the number.
    var isHeldBack: Bool {
        switch self {
        case .message, .held, .hop, .optOut, .hangUp, .reminder, .answer: true
        case .gone, .silence: false
        }
    }
}
