import Conversation
import Expressions

/// What the pure machine makes of one phone's history.
struct Replay: Sendable {
    /// Where the machine says something else than the phone saw.
    private(set) var findings: [String] = []
    /// The SMS that she must have got, in order.
    private(set) var messages: [String] = []
    /// The lines that the transcript must have.
    private(set) var lines = 0
    /// Sessions that ended.
    private(set) var ended = 0
    /// Requests that advanced something.
    private(set) var requests = 0
    /// Reminders that fell due.
    private(set) var reminders = 0
    /// Whether a session is open.
    private(set) var isOpen = false
    private let phone: TorturePhone

    /// Holds the history against the machine.
    init(_ phone: TorturePhone, _ machine: ConversationMachine) throws(CodingFault) {
        self.phone = phone
        var rehearsal = Rehearsal(machine: machine, now: Timestamp(milliseconds: 1_700_000_000_000))
        for deed in phone.log { try take(deed, in: &rehearsal) }
        isOpen = rehearsal.people[phone.number]?.session != nil
    }

    private mutating func take(_ deed: Deed, in rehearsal: inout Rehearsal) throws(CodingFault) {
        let number = phone.number
        switch deed {
        case .dial(let shown):
            let turn = try rehearsal.dial("", from: number)
            requests += 1
            compare(shown, turn.reply.map { Shown(text: $0.text, ends: $0.ends) }, after: "dialling")
            note(turn)
        case .type(let text, let shown):
            let turn = try rehearsal.send(text, by: .ussd, from: number)
            requests += 1
            compare(shown, turn.reply.map { Shown(text: $0.text, ends: $0.ends) }, after: "'\(text)'")
            note(turn)
        case .hangUp:
            requests += 1
            if let turn = try rehearsal.drop(from: number) { note(turn) }
        case .text(let text, let reply):
            let turn = try rehearsal.send(text, by: .sms, from: number)
            requests += 1
            compare(reply, turn.reply?.text, after: "'\(text)'")
            if phone.line == .sent, let reply = turn.reply { messages.append(reply.text) }
            note(turn)
        case .reminder(let text):
            reminders += 1
            let happenings = try rehearsal.wait(seconds: TorturePack.reminderAfter + 1)
            compare([text], happenings.compactMap(\.turn.reply?.text), after: "being reminded")
            for happening in happenings {
                messages += [happening.turn.reply?.text].compactMap(\.self)
                note(happening.turn)
            }
        }
    }

    private mutating func compare<Seen: Equatable>(_ seen: Seen, _ meant: Seen?, after what: String) {
        guard seen != meant else { return }
        findings.append("\(phone.number) saw \(seen) after \(what), and the machine says \(String(describing: meant))")
    }

    /// A turn with nothing in it leaves no line.
    private mutating func note(_ turn: Turn) {
        messages += turn.messages
        let isEmpty = turn.input.isEmpty && turn.understood.isEmpty && turn.reply == nil && turn.outcome == nil
        if !isEmpty || !turn.flags.isEmpty { lines += 1 }
        if turn.replaced != nil { ended += 1 }
        if turn.outcome != nil { ended += 1 }
    }
}
