import Expressions
import Telephony

/// One turn while it is being made: the session as it changes, and what has been said and done so far.
struct Walk {
    let machine: ConversationMachine
    let channel: ChannelView
    let now: Timestamp
    /// The pack the session is on.
    private(set) var pack: Pack
    /// The session's language, by its place in the pack's list.
    var language: Int
    var session: Session?
    var turn: Turn
    /// Text said since the last question.
    var said = ""
    /// Whether nobody sees what this turn says: then even a last screen is kept until it was shown.
    var isUnseen = false
    /// Whether a claim code was typed where none is asked for.
    var hasTypedCode = false
    /// Steps walked in this turn.
    var steps = 0
    /// The same as moves from one to the next.
    var trail: Trail
    /// Claims that did not match.
    var attempts: Attempts
    /// The step whose question waited for her answer when the turn began; nil where none did.
    private(set) var asked: Step?
    let findings: Findings?
    let dice: [UInt8]
    /// The keeper's number for her record.
    let holder: Int64?
    /// Whether several people use the phone.
    var isShared: Bool
    /// Them, in the order they came; empty unless they are several or may be.
    let sharers: [Int64]
    private let caseNumber: Int

    init(_ machine: ConversationMachine, channel: ChannelView, snapshot: Snapshot, at now: Timestamp) {
        self.machine = machine
        self.channel = channel
        self.now = now
        self.caseNumber = snapshot.caseNumber
        attempts = snapshot.address.attempts
        findings = snapshot.findings
        dice = snapshot.dice
        holder = snapshot.holder
        isShared = snapshot.address.isShared
        sharers = snapshot.sharers
        let current = machine.packs.current
        let today = now.date(utcOffset: current.settings.utcOffset)
        self.turn = Turn(person: snapshot.person.aged(to: today, by: current.personFields), session: nil)
        self.session = snapshot.session
        trail = Trail(at: snapshot.session?.frames.last?.step ?? "")
        let pinned = snapshot.session.flatMap { machine.packs[$0.revision] }
        self.pack = pinned ?? machine.packs.current
        self.language = self.pack.place(of: snapshot.session?.language ?? snapshot.person.language)
        dropUnusableSession(hasPack: pinned != nil)
        asked = step
    }

    var limits: MachineLimits { machine.limits }
    var utcOffset: Int { pack.settings.utcOffset }

    /// The turn, when everything is done.
    func finished() -> Turn {
        var turn = turn
        turn.session = session
        turn.language = pack.languages[language].tag
        turn.revision = pack.revision
        if session == nil, !turn.isBeginning, let replaced = turn.replaced {
            turn.outcome = turn.outcome ?? replaced
            turn.replaced = nil
        }
        if let address = session?.frames.last?.step { turn.step = address }
        turn.passages = trail.ended(at: turn.step, isOver: session == nil)
        turn.day = now.date(utcOffset: utcOffset)
        if turn.forgets { return forgetting(turn) }
        if session == nil, isGuest { turn.guestUntil = now + Int64(pack.settings.guest) }
        return offering(turn)
    }

    /// Whether she has not agreed that anything is kept about her, where the pack asks for that. Who agreed once, and
    /// whose answer has become too old, is asked anew and no guest until she says no.
    private var isGuest: Bool {
        guard let consent = pack.settings.consent else { return false }
        return switch evaluation.evaluate(consent).isTrue {
        case true?: false
        case false?: true
        case nil: turn.person.fields.isEmpty
        }
    }

    /// Nothing of her stays but that she wants no messages; what she sees is the last of it.
    private func forgetting(_ turn: Turn) -> Turn {
        var turn = turn
        turn.person = Person(isStopped: turn.person.isStopped)
        turn.session = nil
        turn.outcome = .forgotten
        turn.reply = turn.reply.map { Reply(text: $0.text, ends: true) }
        return turn
    }

    /// A session whose silence was too long, or whose pack or step is gone, is over; she begins anew.
    private mutating func dropUnusableSession(hasPack: Bool) {
        guard let session else { return }
        let place = session.frames.last?.step ?? ""
        if now >= machine.expiry(of: session) {
            replaceSession(with: .expired)
        } else if !hasPack || session.frames.contains(where: { pack.places[$0.step] == nil }) {
            turn.flags.append(
                Flag(.place, step: place, detail: "revision \(session.revision) is not at hand or lacks this step"))
            replaceSession(with: .restarted)
        }
    }

    /// Ends the session that was, on the way to a new one.
    mutating func replaceSession(with outcome: Outcome) {
        guard session != nil else { return }
        if !turn.isBeginning { turn.replaced = outcome }
        session = nil
        trail = Trail(at: "")
        pack = machine.packs.current
        language = pack.place(of: turn.person.language)
    }

    /// Begins a session at a step of the published pack.
    mutating func begin(at step: Int, dialogue: Dialogue?) {
        replaceSession(with: .restarted)
        trail = Trail(at: "")
        turn.isBeginning = true
        let address = pack.steps[step].address
        session = Session(
            revision: pack.revision, language: pack.languages[language].tag, kind: channel.kind, startedAt: now,
            lastAt: now,
            frames: [Frame(id: 0, step: address)], nextFrame: 1, dialogue: dialogue)
        said = ""
        proceed(.step(step))
    }

    /// Notes that something was heard.
    mutating func touch() {
        session?.lastAt = now
        session?.kind = channel.kind
    }

    /// The step the running flow stands at.
    var step: Step? {
        guard let address = session?.frames.last?.step, let place = pack.places[address] else { return nil }
        return pack.steps[place]
    }

    mutating func flag(_ kind: Flag.Kind, _ detail: String) {
        turn.flags.append(Flag(kind, step: session?.frames.last?.step ?? "", detail: detail))
    }

    /// Opens a case and remembers it as `case` for the flow's texts. Returns whether it did.
    mutating func open(_ referral: Referral) throws(EvaluationFault) -> Bool {
        guard let address = session?.frames.last?.step else { return false }
        let number = caseNumber + turn.cases.count
        var opened = Object([("number", .number(number)), ("topic", .text(referral.topic))])
        if let record = referral.record {
            let outcome = plead(for: evaluate(record), number)
            opened["outcome"] = .text(outcome.rawValue)
            guard outcome == .asked else {
                assign(.object(opened), to: .answer("case"))
                return false
            }
        }
        assign(.object(opened), to: .answer("case"))
        let note = try referral.note.map { (text) throws(EvaluationFault) in try render(text) } ?? ""
        turn.cases.append(
            OpenedCase(number: number, topic: referral.topic, note: ClaimCode.hidden(in: note), step: address))
        return true
    }
}
