import Expressions

/// Requests of a USSD dialogue.
extension Walk {
    /// A USSD request.
    mutating func receive(_ hop: Hop) {
        let open = session?.dialogue.flatMap { $0.id == hop.dialogue ? $0 : nil }
        let over = turn.person.ended.flatMap { $0.id == hop.dialogue ? $0 : nil }
        turn.isNew = hop.mark != open?.mark ?? over?.mark
        guard hop.begins != true, open != nil, !isOutlived(hop, by: session?.lastAt) else {
            if session == nil, let over, isOver(hop, after: over) { return tellThatItIsOver(hop) }
            return dial(hop)
        }
        guard let typed = typed(in: hop) else { return repeatScreen(for: hop) }
        let shown = hidesAnswer ? session?.dialogue?.typed : nil
        session?.dialogue?.typed = hop.accumulated(showing: shown)
        session?.dialogue?.mark = hop.mark
        record(typed)
        read(typed)
    }

    /// Begins, or goes on where she left, for someone who was just recognised.
    mutating func enter(_ dialogue: Dialogue?) {
        if turn.person.isStopped, channel.kind == .sms {
            turn.reply = Reply(text: builtIn(.stopped), ends: true)
        } else if session != nil {
            session?.dialogue = dialogue
            touch()
            offerToResume()
        } else {
            begin(at: machine.packs.current.start, dialogue: dialogue)
        }
    }

    /// Whether a dialogue has been silent for so long that its id means another one by now.
    func isOutlived(_ hop: Hop, by last: Timestamp?) -> Bool {
        guard let lifetime = hop.lifetime, let last else { return false }
        return now - last >= Int64(lifetime)
    }

    /// Whether a request comes after the last screen of its dialogue. Where ids are used again and nobody says what
    /// begins, it is a new dial; and so is one in which nothing was typed yet.
    func isOver(_ hop: Hop, after over: EndedDialogue) -> Bool {
        if isOutlived(hop, by: over.at) { return false }
        switch hop.begins {
        case true?: return false
        case false?: return true
        case nil: return hop.lifetime == nil && hop.isAnswer
        }
    }

    /// There is no question that the answer could be for: she is told how to begin anew.
    private mutating func tellThatItIsOver(_ hop: Hop) {
        note("after the end")
        turn.person.ended = EndedDialogue(id: hop.dialogue, mark: hop.mark, at: turn.person.ended?.at ?? now)
        turn.isOver = true
        turn.reply = Reply(text: builtIn(.goodbye), ends: true)
    }

    /// A request that came twice or late gets the screen that waits; an early one does not shorten what was typed.
    private mutating func repeatScreen(for hop: Hop) {
        let before = session?.dialogue?.typed ?? ""
        if before.rest(behind: hop.accumulated) == nil { session?.dialogue?.typed = hop.accumulated(showing: "") }
        read("")
    }

    /// What was typed last. Accumulated input is told apart from the text before it, because people type `*`, too;
    /// a text that does not extend it is a repetition, not an answer.
    func typed(in hop: Hop) -> String? {
        switch hop.input {
        case .latest(let text): return Folding.clean(text, limit: limits.input)
        case .accumulated(let text, let separator):
            let before = session?.dialogue?.typed ?? ""
            let start = before.isEmpty ? "" : before + separator
            guard let rest = text.rest(behind: start), text.count > before.count else { return nil }
            return Folding.clean(rest, limit: limits.input)
        }
    }

    /// A new dialogue: the beginning, the resume question, or a walk along dialled digits. What is typed into a
    /// dialogue that nobody remembers answers a question nobody knows: it is not read.
    private mutating func dial(_ hop: Hop) {
        let dialogue = Dialogue(id: hop.dialogue, typed: hop.accumulated(showing: ""), mark: hop.mark)
        if turn.person.ended?.id == hop.dialogue { turn.person.ended = nil }
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
            if hidesAnswer { return forget(digits[index...]) }
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
}

extension Hop {
    /// The accumulated text, empty for providers that send only what was typed last.
    var accumulated: String {
        if case .accumulated(let text, _) = input { text } else { "" }
    }

    /// The accumulated text as it may be kept.
    ///
    /// - Parameter open: What may be kept in clear: of what follows, only the length is. nil for all of it.
    func accumulated(showing open: String?) -> String {
        guard let open, open.count < accumulated.count else { return accumulated }
        return open + String(repeating: String.hidden, count: accumulated.count - open.count)
    }

    /// Whether something was typed into it, as far as it tells.
    fileprivate var isAnswer: Bool {
        switch input {
        case .latest: true
        case .accumulated(let text, _): !text.isEmpty
        }
    }

    /// What was dialled after the code in the first request.
    fileprivate var dialledAnswers: [String] {
        switch input {
        case .latest(let text): (dialled ?? text).split(separator: "*").map(String.init)
        case .accumulated(let text, let separator):
            text.split(separator: Character(separator.isEmpty ? "*" : String(separator.prefix(1)))).map(String.init)
        }
    }
}

extension String {
    /// What stands for a character that must not be kept.
    fileprivate static let hidden: Character = "\u{E001}"

    /// What follows a beginning, in which hidden characters stand for any; nil when it begins otherwise.
    fileprivate func rest(behind beginning: String) -> String? {
        guard count >= beginning.count,
            zip(self, beginning).allSatisfy({ $0 == $1 || $1 == Self.hidden || $0 == Self.hidden })
        else { return nil }
        return String(dropFirst(beginning.count))
    }
}

extension Wait.Mode {
    /// Whether dialled digits may lead here: to a question, or to another system that is asked by the last of them.
    fileprivate var isEndOfShortcut: Bool {
        switch self {
        case .answer, .request, .list: true
        case .resume, .confirm, .language, .apology, .staff: false
        }
    }
}
