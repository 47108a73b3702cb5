package import Conversation
import Expressions
package import Storage
import Telephony

extension DeedDesk {
    /// What a deed would lead to if it were done now. Nothing is kept or sent.
    ///
    /// - Returns: nil where there is no such conversation.
    package func preview(_ deed: StaffDeed, in session: SessionID, sight: Sight) async throws -> DeedPreview? {
        guard let summary = try await parts.store.session(session),
            let snapshot = try await parts.store.snapshot(of: session)
        else { return nil }
        let line = line(of: summary)
        guard line != nil || deed.text == nil else { return DeedPreview(.silent) }
        guard fits(deed) else { return DeedPreview(.length) }
        let view = view(of: summary, line, snapshot)
        let machine = parts.library.machine
        let done = machine.receive(deed, on: view, snapshot, at: parts.clock.now)
        let ruler = ScreenRuler(channels: parts.channels, summary: summary)
        let curtain = Curtain(done.turn, sight, packs: machine.packs, isOwn: deed.text != nil)
        return DeedPreview(
            outcome: done.outcome,
            sent: line.map { line in
                done.turn.texts.map { text in
                    let shown = curtain.shown(text)
                    return ruler.screen(text, shown: shown, on: line, isWithheld: shown == Redaction.mask)
                }
            } ?? [],
            awaited: done.awaited.map { text in
                let shown = curtain.shown(text)
                return ruler.screen(text, shown: shown, on: view.name, isWithheld: shown == Redaction.mask)
            })
    }
}

/// What a deed would lead to.
package struct DeedPreview: Hashable, Sendable {
    /// `done` where it can be done.
    package let outcome: StaffOutcome
    /// What she would get by SMS, in order.
    package let sent: [SessionPage.Screen]
    /// What she would see only when she goes on by herself; nil where it is sent, or nothing is.
    package let awaited: SessionPage.Screen?

    init(outcome: StaffOutcome, sent: [SessionPage.Screen], awaited: SessionPage.Screen?) {
        self.outcome = outcome
        self.sent = sent
        self.awaited = awaited
    }

    init(_ outcome: StaffOutcome) {
        self.init(outcome: outcome, sent: [], awaited: nil)
    }
}

/// Keeps from staff what a flow would tell her of her private answers; what they wrote themselves they see.
private struct Curtain {
    private let redaction: Redaction?
    private let turn: Turn

    init(_ turn: Turn, _ sight: Sight, packs: ConversationMachine.Packs, isOwn: Bool) {
        let pack = turn.revision.flatMap { packs[$0] } ?? packs.current
        redaction = sight == .whole || isOwn ? nil : Redaction(of: pack)
        self.turn = turn
    }

    func shown(_ text: String) -> String {
        guard let redaction else { return text }
        let said = TranscriptLine(
            at: Timestamp(milliseconds: 0), input: "", reply: text, understood: "", path: turn.path, step: turn.step,
            flags: [])
        return redaction.redacted([said]).first?.reply ?? Redaction.mask
    }
}
