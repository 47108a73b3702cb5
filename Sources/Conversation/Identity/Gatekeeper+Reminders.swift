/// Reminders for a number that may be a stranger's: none is sent there.
extension Gatekeeper {
    /// The first reminder that finds the number silent for too long sends the first question instead, which names nothing,
    /// and waits for her behind the gate. Any other is dropped: a number is asked once, and never one that was given up.
    mutating func receive(_ reminder: Reminder) -> Turn {
        var own = Walk(machine, channel: channel, snapshot: snapshot, at: now)
        own.receive(reminder)
        guard snapshot.address.standing == .verified, own.turn.isBeginning else {
            var turn = closed("no reminder", saying: nil)
            if snapshot.address.standing == .verified {  // what puts it off for her puts it off for the question, too
                turn.reminders = own.turn.reminders
                turn.address = nil
            }
            return turn
        }
        gate.reminder = reminder.step
        return asked("asked instead of a reminder")
    }
}
