import Conversation
import Expressions
import Telephony

/// A phone for people: screens in a frame with what they cost, and dimmed what staff would see.
struct FramedDisplay: PhoneDisplay {
    private let terminal = Terminal.output

    func begin(_ phone: Phone) {
        terminal.line(
            terminal.painted(phone.pack.title, .bold) + dimmed(" \(phone.number), \(phone.clock), :help for more"))
        if phone.kind == .sms { tell("write an SMS") }
    }

    func prompt(_ phone: Phone) {
        let isClosed = phone.kind == .ussd && !phone.isInDialogue
        terminal.write(isClosed ? dimmed("press Enter to dial again ") + "> " : "> ")
    }

    func show(_ happening: Rehearsal.Happening, on phone: Phone) {
        let turn = happening.turn
        if happening.number != phone.number { tell("on \(happening.number)") }
        if !turn.understood.isEmpty { terminal.line(dimmed("  understood: \(turn.understood)")) }
        let outcome = turn.outcome ?? turn.replaced
        if let reply = turn.reply {
            draw(reply.text, over: happening.kind, on: phone)
        } else if outcome == nil, turn.messages.isEmpty {
            tell(turn.hold == nil ? "nothing is answered" : "held until the USSD dialogue is over")
        }
        for message in turn.messages { draw(message) }
        for opened in turn.cases {
            let note = opened.note.isEmpty ? "" : ": \(opened.note)"
            terminal.line(terminal.painted("  case \(opened.number) opened, \(opened.topic)\(note)", .green))
        }
        for flag in turn.flags { terminal.line(terminal.painted("  flag at \(flag.step): \(flag.detail)", .yellow)) }
        for reminder in turn.reminders {
            tell("\(reminder.step) starts at \(reminder.at.rfc3339(utcOffset: phone.pack.settings.utcOffset))")
        }
        if let outcome { terminal.line(dimmed("  session \(outcome.rawValue)")) }
    }

    func tell(_ note: String) {
        for line in note.split(separator: "\n") { terminal.line(dimmed("  " + line)) }
    }

    func end() {
        terminal.line()
    }

    private func draw(_ text: String, over kind: ChannelKind, on phone: Phone) {
        let title = kind == .ussd ? "USSD \(phone.pack.settings.code)" : "SMS"
        let page = phone.page.map { ", page \($0)" } ?? ""
        let cost = ScreenCost(text: text, limit: phone.limit(over: kind)).sentence
        draw(ScreenFrame(title: title, text: text, footer: kind == .ussd ? cost + page : cost))
    }

    private func draw(_ message: String) {
        draw(ScreenFrame(title: "SMS beside", text: message, footer: ScreenCost(text: message, limit: nil).sentence))
    }

    private func draw(_ frame: ScreenFrame) {
        for line in frame.lines { terminal.line("  " + line) }
    }

    private func dimmed(_ text: String) -> String {
        terminal.painted(text, .dim)
    }
}

/// What a screen costs of what it may.
struct ScreenCost {
    let text: String
    /// Nil for a text without a limit of its own.
    let limit: ScreenLimit?

    /// For example `87/160 septets` or `120 septets, 1 segment of 2`.
    var sentence: String {
        let measure = TextMeasure(of: text)
        let unit = measure.encoding.unit + "s"
        switch limit {
        case .ussd(let septets, let ucs2):
            return "\(measure.units)/\(measure.encoding == .gsm7 ? septets : ucs2) \(unit)"
        case .sms(let most): return "\(measure.units) \(unit), \(segments) of \(most)"
        case nil: return "\(measure.units) \(unit), \(segments)"
        }
    }

    private var segments: String { Segments.count(text).counted("segment") }
}
