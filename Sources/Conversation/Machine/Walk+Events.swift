import Expressions

extension Walk {
    /// The network ended the dialogue; the session stays for the next dial.
    mutating func hangUp(_ dialogue: String) {
        note("hang-up")
        if session?.dialogue?.id == dialogue { session?.dialogue = nil }
    }

    /// An SMS. No USSD dialogue is open any more: it would have been held, and not read before it was over.
    ///
    /// - Parameter since: When it came, if it was held.
    mutating func receive(message text: String, heldSince since: Timestamp? = nil) {
        let typed = Folding.clean(text, limit: limits.input)
        record(typed)
        if since != nil { note("held") }
        let folded = Folding.fold(typed)
        if readStop(folded) { return }
        if turn.person.isStopped { return receiveStopped(typed, folded) }
        guard let session else { return beginByMessage(folded) }
        self.session?.dialogue = nil
        let isOvertaken = since.map { $0 < session.lastAt } ?? false
        if isOvertaken || isLate(session) {
            touch()
            if readWord(folded) { return }
            if isOvertaken { turn.input = "" }  // it may be a secret that another question asked for
            return offerToResume()
        }
        if session.wait.mode.isQuestion, pack.commands[folded] == .help, readWord(folded) { return touch() }
        read(typed)
    }

    /// Who wants no messages is answered when she asks to be forgotten, and to what she says to that question. Nothing else
    /// comes: an answer that leads anywhere else is the end.
    private mutating func receiveStopped(_ typed: String, _ folded: String) {
        if pack.commands[folded] == .forget, let place = machine.packs.current.destinations[.forget] {
            note("word forget")
            begin(at: place, dialogue: nil)
        } else if let session, session.kind == .sms, isForgetting, !isLate(session) {
            read(typed)
        } else {
            return note("stopped")
        }
        guard !turn.forgets, !isForgetting else { return }
        turn.reply = nil
        end(.stopped)
    }

    /// Whether she is at a question of the flow by which people are forgotten.
    private var isForgetting: Bool {
        guard let place = pack.destinations[.forget] else { return false }
        return step?.flow == pack.steps[place].flow
    }

    private mutating func beginByMessage(_ folded: String) {
        let keyword = pack.keywords[folded]
        note(keyword == nil ? "first message" : "keyword")
        begin(at: keyword ?? pack.start, dialogue: nil)
        if keyword == nil, session != nil, pack.commands[folded] != nil { _ = readWord(folded) }
    }

    func isLate(_ session: Session) -> Bool {
        session.wait.mode != .resume && session.wait.mode != .staff && now - session.lastAt > Int64(pack.settings.late)
    }

    /// A redial or a late message: "1 Continue 2 Start again", which never names the topic.
    mutating func offerToResume() {
        switch pack.settings.resume {
        case .ask:
            note("resume?")
            session?.wait.mode = .resume
        case .continue:
            note("resumed")
            return resume()
        case .restart:
            note("restarted")
            return begin(at: machine.packs.current.start, dialogue: session?.dialogue)
        }
        present()
    }

    /// Keeps what was typed for the transcript, unless a private answer was expected; a claim code wherever it is typed is
    /// not kept, as whoever reads it could use it. Without its hyphen it looks like a phone number: whoever keeps the codes
    /// knows which it is. What she is told is the same: nobody finds out by it whether it is one.
    mutating func record(_ typed: String) {
        turn.input = hidesAnswer ? "" : ClaimCode.hidden(in: typed)
        guard !hidesAnswer, let findings, let code = ClaimCode.perhaps(in: turn.input) else { return }
        switch findings.code {
        case nil: need(.code(code.digits))
        case .nobody?: break
        case .of?:
            turn.input = code.left(out: turn.input)
            hasTypedCode = true
        }
    }

    /// Whether what is typed now must not be kept.
    var hidesAnswer: Bool {
        if isWithStaff { return false }
        return if let step, case .ask(let ask) = step.verb { ask.hidesAnswer } else { false }
    }
}
