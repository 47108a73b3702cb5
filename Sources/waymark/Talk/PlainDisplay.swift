import Conversation

/// A phone for programs: each screen between `--` lines, everything else on lines of its own.
struct PlainDisplay: PhoneDisplay {
    func begin(_ phone: Phone) {}
    func prompt(_ phone: Phone) {}
    func end() {}

    func show(_ turn: Turn, on phone: Phone) {
        if let reply = turn.reply { Terminal.output.line("--\n\(reply.text)\n--") }
        for message in turn.messages { Terminal.output.line("sms: " + Conversation.Talk.Screen.notation(of: message)) }
        for opened in turn.cases { Terminal.output.line("case \(opened.number): \(opened.topic)") }
        for flag in turn.flags { Terminal.output.line("flag: \(flag.step): \(flag.detail)") }
    }

    func tell(_ note: String) {
        Terminal.errors.line(note)
    }
}
