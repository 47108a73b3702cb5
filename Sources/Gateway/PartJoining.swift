import Conversation
import Expressions
import Logging
import Providers
import Storage

/// Puts together long messages whose parts a provider tells one by one. Each part is on disk before it is acknowledged;
/// the one that makes its message whole is answered as the whole message would be.
struct PartJoining: Sendable {
    private let parts: GatewayParts
    private let requests: Requests
    /// Called when there is something to send.
    private let wake: @Sendable () -> Void

    init(_ parts: GatewayParts, requests: Requests, wake: @escaping @Sendable () -> Void) {
        self.parts = parts
        self.requests = requests
        self.wake = wake
    }

    /// Keeps a part. Returns what the turn came to when a message was taken with it, or once more when the part is known
    /// already; nil when there is nothing to say but that the part was taken.
    func take(
        _ part: Message.Part, of message: Message, _ exchange: Exchange?, on channel: Channel
    ) async throws -> Settlement? {
        let now = parts.clock.now
        let own = Event.message(message).key(channel)
        let key = parts.vault.digest(own.text)
        let arrival = Arrival(
            key: key, window: own.window,
            subject: .address(parts.vault.key(for: message.from), channel: channel.id), at: now)
        let decide = decision(exchange, on: channel, at: now, arrivalKey: key)
        let draft = draft(part, of: message, on: channel)
        let settlement = try await parts.pins.settle { stretched in
            try await parts.store.keepPart(draft, of: arrival, limits: parts.settings.parts, decide(stretched))
        }
        switch settlement {
        case .waits:
            count(.parts, channel)
            return nil
        case .late:
            count(.lateParts, channel)
            parts.logger.notice(
                "a part of a long message came too late and was dropped", metadata: ["channel": "\(channel.id)"])
            return nil
        case .known(let answer): return Settlement(answer: answer, isRepeat: true, hasOutgoing: false)
        case .advanced(let settlement, let missing):
            if missing > 0 { count(.incomplete, channel) }
            return settlement
        }
    }

    /// Takes the messages whose time is over as they are. Those of a channel that is not configured wait until it is
    /// again. Returns how many that were.
    func takeDue(limit: Int) async throws -> Int {
        let due = try await parts.store.dueLongMessages(
            channels: parts.channels.keys.sorted(), at: parts.clock.now, limit: limit)
        return await parts.each(due, "long messages") { try await takeDue($0) }
    }

    private func takeDue(_ row: LongMessageRow) async throws {
        guard let channel = parts.channels[row.channel] else { return }
        let now = parts.clock.now
        let decide = decision(nil, on: channel, at: now, arrivalKey: nil)
        let settlement = try await parts.pins.settle { stretched in
            try await parts.store.takeLongMessage(row.id, at: now, decide(stretched))
        }
        guard !settlement.isRepeat else { return }
        count(settlement.isHeld ? .held : .turns, channel)
        count(.incomplete, channel)
        if settlement.hasOutgoing { wake() }
        guard let request = settlement.request else { return }
        _ = try await requests.settle(request, nil, on: channel)
        wake()
    }

    /// What the conversation makes of the parts together, with the PINs that were stretched for it.
    private func decision(
        _ exchange: Exchange?, on channel: Channel, at now: Timestamp, arrivalKey: [UInt8]?
    ) -> (_ stretched: [[UInt8]: [UInt8]]) -> PartDecision {
        let machine = parts.library.machine
        let drafting = Drafting(
            channel: channel, messageChannel: parts.messageChannel, exchange: exchange,
            expiry: now + Int64(parts.settings.messageExpiry), now: now, arrivalKey: arrivalKey, vault: parts.vault)
        let dice = Dice.roll()
        return { stretched in
            { snapshot, texts in
                let snapshot = snapshot.rolling(dice).answering(stretched)
                let turn = machine.receive(.message(texts.joined()), on: drafting.view, snapshot, at: now)
                return drafting.decision(turn, machine: machine)
            }
        }
    }

    private func draft(_ part: Message.Part, of message: Message, on channel: Channel) -> PartDraft {
        PartDraft(
            message: parts.vault.digest(message.key(joining: part, on: channel)), index: part.index,
            count: part.count, digest: parts.vault.digest("part " + message.text),
            text: message.text, lifetime: part.lifetime)
    }

    private func count(_ name: Counters.Name, _ channel: Channel) {
        parts.counters.add(name, "channel=\"\(channel.id)\"")
    }
}
