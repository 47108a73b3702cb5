import Conversation
import Expressions
import Logging
import Providers
import Storage

/// Answers SMS that were held, once the USSD dialogue is over that they were held for.
struct Holding: Sendable {
    private let parts: GatewayParts
    private let requests: Requests
    /// Called when there is something to send.
    private let wake: @Sendable () -> Void

    init(_ parts: GatewayParts, requests: Requests, wake: @escaping @Sendable () -> Void) {
        self.parts = parts
        self.requests = requests
        self.wake = wake
    }

    /// Takes the oldest of each person whose time has come. Returns how many it took.
    func takeDue(limit: Int) async throws -> Int {
        let due = try await parts.store.dueHeld(at: parts.clock.now, limit: limit)
        return await withTaskGroup(of: Bool.self) { group in
            for row in due { group.addTask { await takeAlone(row) } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
    }

    /// Takes one; what goes wrong with it stops no other.
    private func takeAlone(_ row: HeldRow) async -> Bool {
        do {
            try await take(row)
            return true
        } catch {
            guard !Task.isCancelled else { return false }
            parts.logger.error("an SMS that was held cannot be taken", metadata: ["error": "\(error)"])
            return false
        }
    }

    private func take(_ row: HeldRow) async throws {
        let now = parts.clock.now
        guard let channel = parts.channels[row.channel] ?? parts.messageChannel.flatMap({ parts.channels[$0] }) else {
            parts.logger.error("an SMS that was held has no channel any more", metadata: ["channel": "\(row.channel)"])
            _ = try await parts.store.takeHeld(row.id, at: now) { snapshot, _ in
                Decision(turn: Turn(person: snapshot.person, session: snapshot.session))
            }
            return
        }
        let settlement = try await settle(row, on: channel, at: now)
        guard !settlement.isRepeat, !settlement.isHeld else { return }
        parts.counters.add(.turns, "channel=\"\(channel.id)\"")
        parts.counters.note(settlement.flags, of: parts.library.machine.packs.current)
        if settlement.hasOutgoing { wake() }
        guard let request = settlement.request else { return }
        _ = try await requests.settle(request, nil, on: channel)
        wake()
    }

    private func settle(_ row: HeldRow, on channel: Channel, at now: Timestamp) async throws -> Settlement {
        let machine = parts.library.machine
        let drafting = Drafting(
            channel: channel, messageChannel: parts.messageChannel, exchange: nil,
            expiry: now + Int64(parts.settings.messageExpiry), now: now, arrivalKey: nil, vault: parts.vault)
        let dice = Dice.roll()
        return try await parts.pins.settle { stretched in
            try await parts.store.takeHeld(row.id, at: now) { snapshot, message in
                let snapshot = snapshot.rolling(dice).answering(stretched)
                let event = ConversationEvent.held(message.text, since: message.since)
                let turn = machine.receive(event, on: drafting.view, snapshot, at: now)
                return drafting.decision(turn, machine: machine)
            }
        }
    }
}
