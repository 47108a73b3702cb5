import Conversation
import Expressions
import Providers
import Storage

/// One deed in a conversation: whoever looks at it first, and whoever does it, get the same of it.
struct DeedPlan: Sendable {
    let deed: StaffDeed
    let summary: SessionSummary
    /// The channel that carries SMS to her; nil where none does.
    let line: String?
    let now: Timestamp
    private let parts: GatewayParts
    private let machine: ConversationMachine
    private let dice = Dice.roll()

    init(_ deed: StaffDeed, in summary: SessionSummary, _ line: String?, _ parts: GatewayParts) {
        self.deed = deed
        self.summary = summary
        self.line = line
        self.parts = parts
        (now, machine) = (parts.clock.now, parts.library.machine)
    }

    /// What it leads to.
    func done(_ snapshot: Snapshot) -> StaffTurn {
        machine.receive(deed, on: view(snapshot), snapshot.rolling(dice).answering([:]), at: now)
    }

    /// The same, unless it would not be any more what somebody looked at.
    ///
    /// - Parameter mark: Of what was looked at; nil where nobody did.
    func done(_ snapshot: Snapshot, asLookedAt mark: String?) -> StaffTurn {
        let done = done(snapshot)
        guard let mark, done.turn.need == nil, done.outcome == .done, self.mark(of: done, snapshot) != mark else {
            return done
        }
        return StaffTurn(turn: Turn(person: snapshot.person, session: snapshot.session), outcome: .changed)
    }

    /// What is kept of it.
    func decision(_ done: StaffTurn, _ snapshot: Snapshot) -> Decision {
        let turn = done.turn
        if let need = turn.need { return Decision(turn, needing: need, parts.vault) }
        let expiry = now + Int64(parts.settings.messageExpiry)
        let channel = view(snapshot).name
        return Decision(
            turn: turn, answer: Array(done.outcome.rawValue.utf8),
            outgoing: line.map { line in
                turn.texts.map { OutboxDraft($0, by: line, until: expiry) }
            } ?? [],
            silenceAt: turn.session.map(machine.expiry), reminderChannel: line,
            request: turn.request.map { request in
                RequestDraft(request: request, channel: channel, arrivalKey: nil, deadline: now + Int64(request.within))
            }
        ).completed(machine, parts.vault)
    }

    /// The mark of all that whoever looks at it is told, and of the number that it goes to. A claim code is another one
    /// each time.
    func mark(of done: StaffTurn, _ snapshot: Snapshot) -> String {
        let facts = [done.outcome.rawValue, line ?? "", "\(snapshot.line ?? 0)", "\(done.turn.messages.count)"]
        let texts = done.turn.texts.map { "> " + $0 } + [done.awaited].compactMap(\.self).map { "< " + $0 }
        let told = facts + texts.map(ClaimCode.hidden)
        return parts.vault.digest("deed " + told.joined(separator: "\u{0}")).map(String.init).joined(separator: ".")
    }

    /// The channel that she is on, as the conversation sees it.
    func view(_ snapshot: Snapshot) -> ChannelView {
        let name = line ?? summary.channel
        guard snapshot.isCurrent, snapshot.session?.kind == .ussd else { return ChannelView(name: name, kind: .sms) }
        let own = parts.channels[summary.channel].flatMap { $0.kind == .ussd ? $0 : nil }
        return ChannelView(name: own?.id ?? name, kind: .ussd, limit: own?.screenLimit)
    }
}

extension Turn {
    /// Everything it sends to her by SMS, in order.
    fileprivate var texts: [String] { messages + [reply?.text].compactMap(\.self) }
}
