package import Conversation
import Expressions
package import Storage
import Telephony

extension DeedDesk {
    /// What a deed would lead to if it were done now. Nothing is kept or sent.
    ///
    /// - Returns: nil where there is no such conversation.
    package func preview(_ deed: StaffDeed, in session: SessionID, sight: Sight) async throws -> DeedPreview? {
        guard let summary = try await parts.store.session(session) else { return nil }
        let line = line(of: summary)
        guard line != nil || deed.text == nil else { return DeedPreview(.silent) }
        guard fits(deed) else { return DeedPreview(.length) }
        let plan = DeedPlan(deed, in: summary, line, parts)
        let snapshot = try await parts.store.snapshot(of: session, at: plan.now) { snapshot in
            plan.decision(plan.done(snapshot), snapshot)
        }
        guard let snapshot else { return nil }
        let (done, view) = (plan.done(snapshot), plan.view(snapshot))
        let isOpen = sight == .whole || deed.text != nil
        let lines = try await isOpen ? nil : parts.store.transcript(of: session)
        let curtain = Curtain(done, after: lines, packs: parts.library.machine.packs)
        let ruler = ScreenRuler(channels: parts.channels, summary: summary)
        func screen(_ text: String, shown: String, on channel: String) -> SessionPage.Screen {
            ruler.screen(text, shown: shown, on: channel, isWithheld: shown == Redaction.mask)
        }
        let sent = line.map { line in
            done.turn.messages.map { screen($0, shown: curtain.shown(message: $0), on: line) }
                + [done.turn.reply?.text].compactMap(\.self).map { screen($0, shown: curtain.screen, on: line) }
        }
        return DeedPreview(
            outcome: done.outcome, sent: sent ?? [],
            awaited: done.awaited.map { screen($0, shown: curtain.screen, on: view.name) },
            mark: plan.mark(of: done, snapshot))
    }
}

/// What a deed would lead to.
package struct DeedPreview: Hashable, Sendable {
    /// `done` where it can be done.
    package let outcome: StaffOutcome
    /// What she would get by SMS, in order.
    package let sent: [SessionPage.Screen]
    /// What she would see only when she goes on by herself; nil where it is sent, looked up then, or nothing is.
    package let awaited: SessionPage.Screen?
    /// Stands for all of it, also for what is withheld, and for the number that it goes to; nothing can be told from it.
    package let mark: String

    init(outcome: StaffOutcome, sent: [SessionPage.Screen], awaited: SessionPage.Screen?, mark: String) {
        self.outcome = outcome
        self.sent = sent
        self.awaited = awaited
        self.mark = mark
    }

    init(_ outcome: StaffOutcome) {
        self.init(outcome: outcome, sent: [], awaited: nil, mark: "")
    }
}

/// Keeps from staff what a flow would tell her of her private answers, by the rules of the conversation's page; what they
/// wrote themselves they see.
private struct Curtain {
    private let redaction: Redaction?
    /// What was said in the conversation before, with the turn as it is shown behind it.
    private let lines: [TranscriptLine]

    /// - Parameter lines: What was said in the conversation; nil where everything may be seen.
    init(_ done: StaffTurn, after lines: [TranscriptLine]?, packs: ConversationMachine.Packs) {
        let turn = done.turn
        let pack = turn.revision.flatMap { packs[$0] } ?? packs.current
        redaction = lines == nil ? nil : Redaction(of: pack)
        let said = TranscriptLine(
            at: Timestamp(milliseconds: 0), input: "",
            reply: (turn.reply?.text ?? done.awaited).map(ClaimCode.hidden), understood: turn.understood,
            path: turn.path, step: turn.step, flags: [])
        self.lines = redaction?.redacted((lines ?? []) + [said]) ?? [said]
    }

    /// The turn's screen; a deed leads to one at most, sent or awaited.
    var screen: String { lines.last?.reply ?? Redaction.mask }

    func shown(message text: String) -> String {
        let text = ClaimCode.hidden(in: text)
        return redaction?.redacted(message: text, writtenIn: lines.last) ?? text
    }
}
