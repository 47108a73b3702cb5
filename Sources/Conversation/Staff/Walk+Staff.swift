/// A conversation that staff have taken over.
extension Walk {
    /// How a turn is understood in which staff wrote to her.
    static let staffSpoke = "staff answered"
    /// How a message of hers is understood that is for staff.
    static let staffHears = "to staff"

    /// Whether what she says now is for staff.
    var isWithStaff: Bool { session?.wait.mode == .staff }

    /// Something said while staff answer. On USSD nobody can wait for a person: she is asked again where she was. The
    /// word for the menu leads out.
    mutating func readForStaff(_ folded: String) {
        guard channel.kind == .sms else {
            note("from staff")
            return resume()
        }
        if pack.commands[folded] == .menu, readWord(folded) { return }
        note(Self.staffHears)
    }

    /// The flow goes on where it waits. Returns the screen that she sees only when she goes on; nil where it is sent to her,
    /// or is looked up when she does.
    ///
    /// - Parameter isSeen: Whether she may be written to. On USSD she sees the question when she dials again.
    mutating func handBack(isSeen: Bool) -> String? {
        note("handed back")
        isUnseen = !isSeen || channel.kind != .sms
        guard isUnseen else {
            resume()
            return nil
        }
        session?.wait.mode = .answer
        guard !isWordless else {
            session?.wait.page = Wait.notShown
            return nil
        }
        present()
        return withheld()
    }

    /// Whether the step shows nothing until it is done again: it failed, or what it shows is looked up.
    var isWordless: Bool {
        guard let step, session?.wait.mode == .answer else { return false }
        if case .end = step.verb { return false }
        return step.verb.isTakenAnew || !step.verb.asks && session?.wait.said.isEmpty == true
    }

    /// The flow goes on at a step. Returns what `handBack` does.
    ///
    /// - Parameter isAnew: Whether what she answered is gone.
    mutating func move(to place: Int, isAnew: Bool, isSeen: Bool) -> String? {
        note(isAnew ? "restarted by staff" : "moved by staff")
        if isAnew {
            session?.restart(at: pack.steps[place])
        } else {
            remember()
            if step?.flow != pack.steps[place].flow { session?.begin(pack.steps[place]) }
        }
        said = ""
        session?.wait = Wait()
        isUnseen = !isSeen || channel.kind != .sms
        proceed(.step(place))
        guard isUnseen else { return nil }
        defer { session?.wait.page = Wait.notShown }
        return withheld()
    }

    /// Takes the screen out of the turn.
    private mutating func withheld() -> String? {
        defer { turn.reply = nil }
        return turn.reply?.text
    }

    /// Staff end the conversation.
    mutating func endByStaff() {
        note("ended by staff")
        if let address = session?.frames.last?.step { turn.step = address }
        session = nil
        turn.outcome = .closed
    }
}

extension TranscriptLine {
    /// Whether staff had a hand in the turn.
    package var isOfStaff: Bool {
        [Walk.staffSpoke, Walk.staffHears, "handed back", "blocked"].contains { understood.hasPrefix($0) }
            || understood.contains("by staff")
    }
}
