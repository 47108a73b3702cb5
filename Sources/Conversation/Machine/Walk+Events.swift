import Expressions

extension Walk {
    /// The network ended the dialogue; the session stays for the next dial.
    mutating func hangUp(_ dialogue: String) {
        note("hang-up")
        if session?.dialogue?.id == dialogue { session?.dialogue = nil }
    }

    /// An SMS.
    mutating func receive(message text: String) {
        let typed = Folding.clean(text, limit: limits.input)
        record(typed)
        let folded = Folding.fold(typed)
        if readStop(folded) { return }
        if turn.person.isStopped { return note("stopped") }
        guard let session else { return beginByMessage(folded) }
        if isLate(session) {
            touch()
            return readWord(folded) ? () : offerToResume()
        }
        if session.wait.mode.isQuestion, pack.commands[folded] == .help, readWord(folded) { return touch() }
        read(typed)
    }

    private mutating func beginByMessage(_ folded: String) {
        let keyword = pack.keywords[folded]
        note(keyword == nil ? "first message" : "keyword")
        begin(at: keyword ?? pack.start, dialogue: nil)
        if keyword == nil, session != nil, pack.commands[folded] != nil { _ = readWord(folded) }
    }

    private func isLate(_ session: Session) -> Bool {
        session.wait.mode != .resume && now - session.lastAt > Int64(pack.settings.late)
    }

    /// A redial or a late message: "1 Continue 2 Start again", which never names the topic.
    private mutating func offerToResume() {
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

    /// A USSD request.
    mutating func receive(_ hop: Hop) {
        let isOpen = session?.dialogue?.id == hop.dialogue
        if hop.begins ?? !isOpen { return dial(hop) }
        guard isOpen else { return dial(hop) }
        guard let typed = typed(in: hop) else { return repeatScreen(for: hop) }
        session?.dialogue?.typed = hop.accumulated
        record(typed)
        read(typed)
    }

    /// A request that came twice or late gets the screen that waits; an early one does not shorten what was typed.
    private mutating func repeatScreen(for hop: Hop) {
        let before = session?.dialogue?.typed ?? ""
        if !before.hasPrefix(hop.accumulated) { session?.dialogue?.typed = hop.accumulated }
        read("")
    }

    /// What was typed last. Accumulated input is told apart from the text before it, because people type `*`, too;
    /// a text that does not extend it is a repetition, not an answer.
    private func typed(in hop: Hop) -> String? {
        switch hop.input {
        case .latest(let text): return Folding.clean(text, limit: limits.input)
        case .accumulated(let text, let separator):
            let before = session?.dialogue?.typed ?? ""
            let start = before.isEmpty ? "" : before + separator
            guard text.hasPrefix(start), text.count > before.count else { return nil }
            return Folding.clean(String(text.dropFirst(start.count)), limit: limits.input)
        }
    }

    /// A new dialogue: the beginning, the resume question, or a walk along dialled digits. What is typed into a
    /// dialogue that nobody remembers answers a question nobody knows: it is not read.
    private mutating func dial(_ hop: Hop) {
        let dialogue = Dialogue(id: hop.dialogue, typed: hop.accumulated)
        let digits = hop.begins == false ? [] : hop.dialledAnswers
        record(digits.joined(separator: "*"))
        if session != nil, digits.isEmpty {
            session?.dialogue = dialogue
            touch()
            return offerToResume()
        }
        note("dialled")
        begin(at: machine.packs.current.start, dialogue: dialogue)
        walk(along: digits)
    }

    /// Answers dialled in advance: one by one, without effects before the last; stops where it must not be hurried.
    private mutating func walk(along digits: [String]) {
        for (index, digit) in digits.enumerated() {
            guard session != nil, let step, !step.stopsShortcut else { return forget(digits[index...]) }
            if case .ask(let ask) = step.verb, ask.hidesAnswer { return forget(digits[index...]) }
            var ahead = self
            ahead.read(Folding.clean(digit, limit: limits.input))
            let isLast = index == digits.count - 1
            if !isLast, ahead.turn.hasEffects(beyond: turn) || ahead.session == nil { return forget(digits[index...]) }
            if let wait = ahead.session?.wait, wait.misses > 0 || !wait.mode.isEndOfShortcut {
                return forget(digits[index...])
            }
            self = ahead
        }
    }

    /// Dialled digits that were not read could be a PIN: the transcript keeps only those before them.
    private mutating func forget(_ unread: ArraySlice<String>) {
        turn.input = turn.input.split(separator: "*").dropLast(unread.count).joined(separator: "*")
    }

    /// Keeps what was typed for the transcript, unless a private answer was expected.
    private mutating func record(_ typed: String) {
        if let step, case .ask(let ask) = step.verb, ask.hidesAnswer {
            turn.input = ""
        } else {
            turn.input = typed
        }
    }
}

extension Hop {
    /// The accumulated text, empty for providers that send only what was typed last.
    var accumulated: String {
        if case .accumulated(let text, _) = input { text } else { "" }
    }

    /// What was dialled after the code in the first request.
    var dialledAnswers: [String] {
        switch input {
        case .latest(let text): text.split(separator: "*").map(String.init)
        case .accumulated(let text, let separator):
            text.split(separator: Character(separator.isEmpty ? "*" : String(separator.prefix(1)))).map(String.init)
        }
    }
}

extension Wait.Mode {
    /// Whether dialled digits may lead here: to a question, or to another system that is asked by the last of them.
    fileprivate var isEndOfShortcut: Bool {
        switch self {
        case .answer, .request, .list: true
        case .resume, .confirm, .language, .apology: false
        }
    }
}
