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
    private var state: AddressState
    /// What the answer cannot be read without.
    var need: Need?

    /// - Parameter state: The number's state at this moment.
    init(
        _ machine: ConversationMachine, channel: ChannelView, snapshot: Snapshot, state: AddressState, at now: Timestamp
    ) {
        self.machine = machine
        self.channel = channel
        self.snapshot = snapshot
        self.state = state
        self.now = now
        gate = state.gate ?? Gate()
        let stranger = Person(language: gate.language ?? snapshot.person.language)
        walk = Walk(machine, channel: channel, snapshot: Snapshot(person: stranger), at: now)
    }

    var settings: IdentitySettings { machine.packs.current.settings.identity }

    /// An SMS.
    mutating func receive(message text: String) -> Turn {
        let typed = Folding.clean(text, limit: machine.limits.input)
        let folded = Folding.fold(typed)
        switch walk.pack.commands[folded] {
        case .stop:
            gate.isStopped = true
            return closed("stop", saying: walk.builtIn(.stopped))
        case .start where gate.isStopped:
            gate.isStopped = false
            return closed("start", saying: walk.builtIn(.started))
        default: break
        }
        if gate.isStopped { return closed("stopped", saying: nil) }
        return gate.page == Gate.notAsked ? asked("asked") : read(typed, folded)
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
            if open == nil { gate.returnToStart() }
            turn = asked("asked")
        }
        turn.isNew = isNew
        return turn
    }

    /// Something that nobody said.
    mutating func receive(_ event: ConversationEvent) -> Turn {
        switch event {
        case .message(let text): return receive(message: text)
        case .hop(let hop): return receive(hop)
        case .optOut:
            gate.isStopped = true
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
        if gate.attempts.isLocked(at: now) {
            if gate.stage != .locked { gate.turn(to: .locked) }
        } else if gate.stage == .locked {
            gate.turn(to: .known)
        }
        let text = screen()
        return closed(note, saying: text)
    }

    /// The gate stays closed. The record and the session behind it stay as they are.
    mutating func closed(_ note: String, saying text: String?, ends: Bool = false) -> Turn {
        var turn = Turn(person: snapshot.person, session: snapshot.session)
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
        let before = Snapshot(person: snapshot.person, session: snapshot.session, caseNumber: snapshot.caseNumber)
        return entered(before, "opened", move: nil)
    }

    /// Someone else begins anew here; the record that was is locked.
    mutating func begun() -> Turn {
        let newcomer = Person(language: gate.language ?? snapshot.person.language)
        return entered(Snapshot(person: newcomer, caseNumber: snapshot.caseNumber), "new", move: .newcomer)
    }

    private mutating func entered(_ before: Snapshot, _ note: String, move: Move?) -> Turn {
        var own = Walk(machine, channel: channel, snapshot: before, at: now)
        own.note("gate: \(note)")
        if let language = gate.language { own.choose(language: language) }
        if move == nil, own.session == nil, let place = gate.reminder.flatMap({ own.pack.places[$0] }) {
            own.begin(at: place, dialogue: gate.dialogue)
        } else {
            own.enter(gate.dialogue)
        }
        var turn = own.finished()
        turn.move = move
        turn.address = AddressState(standing: .verified, heardAt: now, attempts: state.attempts)
        return turn
    }
}

extension ConversationEvent {
    /// Whether a closed gate stands before it. Silence ends sessions whoever has the number.
    var isHeldBack: Bool {
        switch self {
        case .message, .hop, .optOut, .hangUp, .reminder, .answer: true
        case .gone, .silence: false
        }
    }
}
