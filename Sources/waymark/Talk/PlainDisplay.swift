import Conversation
import Expressions

/// A phone for programs: each screen between `--` lines, everything else on lines of its own.
struct PlainDisplay: PhoneDisplay {
    func begin(_ phone: Phone) {}
    func prompt(_ phone: Phone) {}
    func end() {}

    func show(_ happening: Rehearsal.Happening, on phone: Phone) {
        let turn = happening.turn
        if happening.number != phone.number { Terminal.output.line("on \(happening.number):") }
        if let reply = turn.reply { Terminal.output.line("--\n\(reply.text)\n--") }
        if turn.hold != nil { Terminal.output.line("held until the USSD dialogue is over") }
        for message in turn.messages { Terminal.output.line("sms: \(Conversation.Talk.Screen(message))") }
        for opened in turn.cases { Terminal.output.line("case \(opened.number): \(opened.topic)") }
        for reminder in turn.reminders {
            let time = reminder.at.rfc3339(utcOffset: phone.pack.settings.utcOffset)
            Terminal.output.line("reminder: \(reminder.step) at \(time)")
        }
        if let request = turn.request { Terminal.output.line("request: \(request.system) \(request.path)") }
        if let outcome = turn.outcome, turn.reply == nil { Terminal.output.line("outcome: \(outcome.rawValue)") }
        for flag in turn.flags { Terminal.output.line("flag: \(flag.step): \(flag.detail)") }
    }

    func tell(_ note: String) {
        Terminal.errors.line(note)
    }
}
