import Directory
import Entitlements
import Expressions

/// Flows that start later: planned now, begun when they fall due if she still agrees to be written to.
extension Walk {
    /// Plans a reminder, outside quiet hours. One whose moment cannot be told is flagged, and the conversation goes on.
    mutating func plan(_ remind: Remind) {
        let moment: Timestamp
        switch remind.moment {
        case .after(let seconds): moment = now + Int64(seconds)
        case .on(let expression):
            let value = evaluate(expression)
            guard let read = day(value) else {
                return flag(.reminder, "\(expression.source) gives no day: \(value.typeName)")
            }
            moment = read
        case .changed(let expression): return planForChange(expression, remind)
        }
        let latest = now + Int64(limits.reminderDays) * 86_400
        guard moment > now, moment <= latest else {
            return flag(.reminder, "a reminder must be within \(limits.reminderDays) days from now")
        }
        plan(Reminder(step: pack.steps[remind.flow].address, at: outsideQuietHours(moment)))
    }

    /// Plans a reminder for when a rule changes. Of a rule that is not there it is flagged, as above.
    private mutating func planForChange(_ expression: Expression, _ remind: Remind) {
        let value = evaluate(expression)
        guard case .text(let name) = value, let rule = pack.rules.rules[name] else {
            return flag(.reminder, "\(expression.source) names no rule of the pack")
        }
        let awaited = RuleVersion(rule: rule.id, version: rule.version)
        plan(Reminder(step: pack.steps[remind.flow].address, at: now, awaiting: awaited))
    }

    private mutating func plan(_ reminder: Reminder) {
        turn.reminders.removeAll(where: reminder.replaces)
        turn.reminders.append(reminder)
        note("reminder planned")
    }

    /// Seconds that the clock is ahead of UTC where she is now: of the place that her record says, else of the pack's.
    private var herOffset: Int {
        let code = pack.settings.reminders.place.flatMap { turn.person.fields[$0]?.text }
        return code.flatMap(pack.directory.utcOffset) ?? utcOffset
    }

    /// Days and months begin at the pack's hour for reminders, where she is.
    private func day(_ value: Value) -> Timestamp? {
        let time = pack.settings.reminders.time
        switch value {
        case .date(let date): return Timestamp(date: date, time: time, utcOffset: herOffset)
        case .month(let month):
            return CalendarDate(year: month.year, month: month.month, day: 1).map {
                Timestamp(date: $0, time: time, utcOffset: herOffset)
            }
        case .datetime(let moment): return moment
        default: return nil
        }
    }

    private func outsideQuietHours(_ moment: Timestamp) -> Timestamp {
        pack.settings.quietHours?.end(after: moment, utcOffset: herOffset) ?? moment
    }

    /// A reminder is due: it begins its flow, waits for a better moment, or is dropped.
    mutating func receive(_ reminder: Reminder) {
        if turn.person.isStopped { return note("no reminder: she wants no messages") }
        let current = machine.packs.current
        guard let place = current.places[reminder.step] else {
            return flag(.reminder, "the published pack has no step '\(reminder.step)'")
        }
        if let consent = current.settings.consent, !holds(consent) { return note("no reminder: no consent") }
        if let session { return postpone(reminder, to: machine.expiry(of: session)) }
        let moment = outsideQuietHours(now)
        if moment > now { return postpone(reminder, to: moment) }
        note("reminder")
        turn.quiet = pack.settings.quietHours?.inUTC(from: herOffset)
        begin(at: place, dialogue: nil)
    }

    /// She is in a conversation, or asleep.
    private mutating func postpone(_ reminder: Reminder, to moment: Timestamp) {
        note("reminder postponed")
        turn.reminders.append(Reminder(step: reminder.step, at: outsideQuietHours(moment)))
    }
}
