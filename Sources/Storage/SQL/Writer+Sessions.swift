import Conversation
import Entitlements
import Expressions
import Sealing

extension Writer {
    /// The texts of the statements on what staff look sessions up by; the tests ask for their query plans.
    enum SessionSQL {
        /// By itself: what staff look sessions up by has indexes, and few turns change it.
        static let describe = "UPDATE sessions SET flow = ?, language = ? WHERE id = ?"

        static let hand = "UPDATE sessions SET with_staff = ? WHERE id = ?"

        static let flag = "UPDATE sessions SET flags = flags + ? WHERE id = ?"

        static let flagOfMessage =
            "UPDATE sessions SET flags = flags + 1 WHERE id = (SELECT session FROM outbox WHERE id = ?)"

        static let all = [describe, hand, flag, flagOfMessage]
    }

    /// Keeps what a turn made of the session: begins, advances or ends it. Returns the session the turn belongs to,
    /// nil when it belongs to none.
    mutating func keepSession(
        of decision: Decision, _ address: KnownAddress, _ live: LiveSession?, at: Timestamp
    ) throws(StoreFault) -> Int64? {
        let turn = decision.turn
        guard let live, !turn.isBeginning else {
            if let live {
                countEnd(of: live, turn.replaced ?? .restarted)
                try end(live.id, turn.replaced ?? .restarted, Saying(live), in: decision.place, at: at)
            }
            guard turn.isBeginning || turn.session != nil else { return nil }
            return try begin(decision, address, at: at)
        }
        guard let session = turn.session else {
            // Silence ends a session where it stands.
            let step = turn.step.isEmpty ? nil : turn.step
            let outcome = turn.outcome ?? turn.replaced ?? .restarted
            count(turn.passages, by: live.counting, from: live.step, endedBy: outcome)
            if step != nil { try describe(live, turn) }
            let saying = step == nil ? Saying(live) : Saying(turn)
            try end(live.id, outcome, step: step, saying, in: decision.place, at: at)
            return live.id
        }
        try advance(live, to: session, decision, address, at: at)
        return live.id
    }

    /// The number that a session is led on after a turn on one. A turn that changes nothing in it leaves it where it
    /// is: whoever stands before a closed gate on another of her numbers may be a stranger.
    func line(of live: LiveSession?, after session: Session, on address: KnownAddress) -> Int64 {
        guard let live, live.session == session else { return address.id }
        return live.address
    }

    /// A session that begins; one that is over with the same turn is kept as ended.
    private mutating func begin(
        _ decision: Decision, _ address: KnownAddress, at: Timestamp
    ) throws(StoreFault) -> Int64 {
        let turn = decision.turn
        let session = turn.session
        let silenceAt = session == nil ? nil : decision.silenceAt
        let outcome: Outcome? = session == nil ? turn.outcome ?? .finished : nil
        let id = try insert(
            turns.beginSession, turns.beginNumbered, \.sessions, address.person, address.id, address.channel,
            (session?.revision ?? turn.revision)?.hash, at, at,
            session == nil ? at : nil, outcome?.rawValue, turn.step, silenceAt,
            session.map { (session) throws(StoreFault) in try seal(session.encoded(), as: .session) },
            String(Step.flow(of: turn.standing)), turn.saidIn, turn.day?.daysSinceEpoch)
        count(turn.passages, by: Counting(beginning: turn), from: turn.step, endedBy: outcome)
        if let silenceAt { try turns.armTimer.run(id, silenceAt) }
        if let outcome { try count(id, outcome, Saying(turn), in: decision.place, at: at) }
        return id
    }

    /// The timer's row stays where it is while silence only moves later, which it does with every turn: it catches
    /// up when it fires. So a turn writes no index for it.
    private mutating func advance(
        _ live: LiveSession, to session: Session, _ decision: Decision, _ address: KnownAddress, at: Timestamp
    ) throws(StoreFault) {
        let line = line(of: live, after: session, on: address)
        if live.address != line { try turns.moveSession.run(line, live.id) }
        if session.language != live.session?.language { countMove(of: live, to: session.language) }
        try describe(live, decision.turn)
        let turn = decision.turn
        count(turn.passages, by: live.counting?.said(in: turn.saidIn))
        guard session != live.session || decision.silenceAt != live.silenceAt else { return }
        let sealed = try seal(session.encoded(), as: .session)
        let isWithStaff = session.wait.mode == .staff
        if isWithStaff != (live.session?.wait.mode == .staff) {
            try query(SessionSQL.hand).run(isWithStaff ? 1 : 0, live.id)
        }
        try turns.advanceSession.run(at, decision.turn.step, decision.silenceAt, sealed, live.id)
        guard let silenceAt = decision.silenceAt else { return }
        if let armed = live.silenceAt, armed <= silenceAt { return }
        try turns.armTimer.run(live.id, silenceAt)
    }

    /// The step that a session's row says after a turn.
    func step(of live: LiveSession?, after decision: Decision) -> String {
        let turn = decision.turn
        guard let live, !turn.isBeginning else { return turn.step }
        let isWritten = turn.session != live.session || decision.silenceAt != live.silenceAt
        return isWritten && !turn.step.isEmpty ? turn.step : live.step
    }

    /// What the moves of a session are counted by after a turn.
    func counting(of live: LiveSession?, after turn: Turn) -> Counting? {
        guard let live, !turn.isBeginning else { return Counting(beginning: turn) }
        return live.counting?.said(in: turn.saidIn)
    }

    /// Keeps the flow and the language where a turn changed them.
    private func describe(_ live: LiveSession, _ turn: Turn) throws(StoreFault) {
        let flow = Step.flow(of: turn.standing)
        let before = live.session?.standing
        guard flow != before.map(Step.flow) || turn.saidIn != live.session?.language else { return }
        try query(SessionSQL.describe).run(String(flow), turn.saidIn, live.id)
    }

    /// Ends a session, and counts it.
    ///
    /// - Parameters:
    ///   - saying: What its row says; nil where only the row knows.
    ///   - place: The code of the place that it is counted in; nil where that is not known.
    mutating func end(
        _ id: Int64, _ outcome: Outcome, step: String? = nil, _ saying: Saying? = nil, in place: String? = nil,
        at: Timestamp
    ) throws(StoreFault) {
        try turns.endSession.run(at, outcome.rawValue, step, id)
        try turns.dropTimer.run(id)
        try count(id, outcome, saying, in: place, at: at)
    }
}

extension Turn {
    /// The address of the step that its session stands at, or ended at; while a rule asks for a fact, of the step that
    /// judges the rule.
    var standing: String { session?.standing ?? step }

    /// The tag of the language that its session is in, or was said in.
    var saidIn: String? { session?.language ?? language }
}

extension Session {
    /// The address of the step that it stands at, in a flow of the pack's own.
    var standing: String? {
        (frames.last { Step.flow(of: $0.step) != Fact.flow } ?? frames.last)?.step
    }
}
