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

    /// The flow goes on where it waits.
    ///
    /// - Parameter isSeen: Whether she may be written to. On USSD she sees the question when she dials again.
    mutating func handBack(isSeen: Bool) {
        note("handed back")
        if channel.kind == .sms, isSeen, session?.kind == .sms { return resume() }
        session?.wait.mode = .answer
    }

    /// Staff end the conversation.
    mutating func endByStaff() {
        note("ended by staff")
        if let address = session?.frames.last?.step { turn.step = address }
        session = nil
        turn.outcome = .closed
    }
}
