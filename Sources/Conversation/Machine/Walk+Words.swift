extension Walk {
    /// Keys that mean the same on every screen.
    mutating func readKey(_ folded: String) -> Bool {
        let go: Go
        switch folded {
        case pack.keys.home: go = .home
        case pack.keys.back: go = .back
        default: return false
        }
        note(go == .home ? "key home" : "key back")
        said = ""
        proceed(go)
        return true
    }

    /// Words that work everywhere, and words that start a flow.
    mutating func readWord(_ folded: String) -> Bool {
        if let command = pack.commands[folded] { return obey(command) }
        guard let place = machine.packs.current.keywords[folded] else { return false }
        note("keyword")
        begin(at: place, dialogue: session?.dialogue)
        return true
    }

    /// Does what a command word says; false where the pack has no answer to it.
    private mutating func obey(_ command: Command) -> Bool {
        note("word \(command.rawValue)")
        switch command {
        case .stop, .start: return false
        case .menu: proceed(.home)
        case .back: proceed(.back)
        case .language:
            session?.wait.mode = .language
            session?.wait.page = 0
            present()
        case .help where pack.destinations[.help] == nil:
            let help = builtIn(.help)
            session?.wait.said = help
            session?.wait.page = 0
            session?.wait.misses = 0
            present()
        case .help, .person, .forget:
            guard let place = pack.destinations[command] else { return false }
            remember()
            proceed(.step(place))
        }
        return true
    }

    /// STOP and START come before any flow, on SMS. Returns whether the message was one of them.
    mutating func readStop(_ folded: String) -> Bool {
        switch pack.commands[folded] {
        case .stop:
            note("word stop")
            if !turn.person.isStopped { noteMessages(.withdrawn, saying: .stopped) }
            turn.person.isStopped = true
            end(.stopped)
            turn.reply = Reply(text: builtIn(.stopped), ends: true)
            return true
        case .start where turn.person.isStopped:
            note("word start")
            turn.person.isStopped = false
            noteMessages(.given, saying: .started)
            end(.stopped)
            turn.reply = Reply(text: builtIn(.started), ends: true)
            return true
        default:
            return false
        }
    }

    /// STOP as the provider tells it, who has answered her already.
    mutating func optOut() {
        note("opted out")
        guard !turn.person.isStopped else { return }
        turn.person.isStopped = true
        noteMessages(.withdrawn)
        end(.stopped)
    }

    mutating func end(_ outcome: Outcome) {
        guard session != nil else { return }
        turn.outcome = outcome
        if let address = session?.frames.last?.step { turn.step = address }
        if let dialogue = session?.dialogue {
            turn.person.ended = EndedDialogue(id: dialogue.id, mark: dialogue.mark, at: now)
        }
        session = nil
    }
}
