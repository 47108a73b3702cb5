import Conversation
import Expressions
import Providers
import Storage
import Telephony

/// Turns a turn into what is kept: the bytes of the webhook's answer, and messages for the outbox.
struct Drafting: Sendable {
    let channel: Channel
    /// The channel that carries SMS beside a USSD conversation.
    let messageChannel: String?
    /// What the answer needs of the request; nil when the request told several events.
    let exchange: Exchange?
    /// When a message is too late to be sent.
    let expiry: Timestamp
    /// The moment of the turn.
    let now: Timestamp
    /// The key of the arrival that is answered in the end.
    let arrivalKey: [UInt8]?
    /// Makes codes and numbers unreadable before they reach the store.
    let vault: NumberVault
    /// The trace of what is answered: the store asks for a decision where no task has one.
    let trace = TraceContext.current?.kept

    /// The channel as the conversation sees it.
    var view: ChannelView {
        let kind: ChannelKind = channel.kind == .ussd ? .ussd : .sms
        // The pack's own limit counts for SMS.
        let limit = channel.kind == .ussd ? channel.screenLimit : nil
        return ChannelView(name: channel.id, kind: kind, limit: limit, isLive: !channel.isSimulator)
    }

    func decision(_ turn: Turn, machine: ConversationMachine) -> Decision {
        if let need = turn.need { return Decision(turn, needing: need, vault) }
        let silenceAt = turn.session.map(machine.expiry)
        var outgoing = messageChannel.map { name in turn.messages.map { draft($0, by: name, quiet: turn.quiet) } } ?? []
        var outcome = Providers.Outcome.accepted
        if let reply = turn.reply {
            if exchange != nil, channel.repliesInAnswer {
                outcome = turn.isOver ? .closed(reply.text) : .reply(reply.text, ends: reply.ends)
            } else if channel.kind != .ussd, turn.request == nil {
                let answer = draft(reply.text, by: channel.id, menuUntil: silenceAt, quiet: turn.quiet)
                outgoing.insert(answer, at: 0)
            }
        }
        var decision = Decision(
            turn: turn, answer: exchange.map { Wire.text(channel.answer($0, outcome)) }, outgoing: outgoing,
            silenceAt: silenceAt,
            reminderChannel: channel.kind == .ussd ? messageChannel : channel.id, request: turn.request.map(request),
            isNew: turn.isNew, screen: channel.kind == .ussd && !channel.repliesInAnswer ? turn.reply : nil
        ).completed(machine, vault)
        decision.notice = turn.notice.flatMap { text in messageChannel.map { draft(text, by: $0) } }
        decision.objection = turn.objection.flatMap { objection in
            messageChannel.map { ObjectionDraft(objection, question: draft(objection.question, by: $0)) }
        }
        return decision
    }

    /// The question to another system, with the time it has.
    private func request(_ request: SystemRequest) -> RequestDraft {
        RequestDraft(
            request: request, channel: channel.id, arrivalKey: arrivalKey, deadline: now + Int64(request.within),
            trace: trace)
    }

    /// - Parameter menuUntil: When the session is over whose question it is: nobody can answer it after that.
    private func draft(
        _ text: String, by channel: String, menuUntil: Timestamp? = nil, quiet: QuietHours? = nil
    ) -> OutboxDraft {
        OutboxDraft(text, by: channel, until: menuUntil.map { min($0, expiry) } ?? expiry, quiet: quiet, trace: trace)
    }
}
