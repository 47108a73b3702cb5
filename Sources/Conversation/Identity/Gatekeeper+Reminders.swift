import Expressions

/// Reminders for a number that may be a stranger's: none is sent there.
extension Gatekeeper {
    /// The first reminder that finds the number silent for too long sends the first question instead, which names nothing,
    /// and waits for her behind the gate. Any other is dropped: a number is asked once, and never one that was given up.
    mutating func receive(_ reminder: Reminder) -> Turn {
        var own = Walk(machine, channel: channel, snapshot: snapshot.stopped(with: state), at: now)
        own.receive(reminder)
        if state.isShared { return keep(reminder, own.turn) }
        guard snapshot.address.standing == .verified, own.turn.isBeginning else {
            var turn = closed("no reminder", saying: nil)
            if snapshot.address.standing == .verified {  // what puts it off for her puts it off for the question, too
                turn.reminders = own.turn.reminders
                turn.address = nil
            }
            return turn
        }
        gate.reminder = reminder.step
        return asked(insteadOf: own.turn)
    }

    /// A reminder for one of several people waits until she is there; they are asked who is, once and not in the middle of
    /// a conversation. A number that may be a stranger's gets nothing.
    private mutating func keep(_ reminder: Reminder, _ own: Turn) -> Turn {
        guard own.isBeginning, let holder = snapshot.holder, state.standing == .verified else {
            var turn = closed("no reminder", saying: nil)
            turn.reminders = state.standing == .verified ? own.reminders : []
            return turn
        }
        let quiet = AddressState.hearingPause + Int64(walk.pack.settings.late)
        if let heardAt = state.heardAt, now - heardAt < quiet {
            var turn = closed("reminder postponed", saying: nil)
            turn.reminders = [Reminder(step: reminder.step, at: heardAt + quiet)]
            return turn
        }
        gate.waiting[holder] = reminder.step
        guard !gate.isAsking else { return closed("a reminder waits", saying: nil) }
        gate.turn(to: .who)
        gate.page = Gate.notAsked
        return asked(insteadOf: own)
    }

    /// The question goes out when the reminder could have.
    private mutating func asked(insteadOf reminder: Turn) -> Turn {
        var turn = asked("asked instead of a reminder")
        turn.quiet = reminder.quiet
        return turn
    }
}
