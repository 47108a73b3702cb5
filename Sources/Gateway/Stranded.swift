import Delivery
import Expressions
import Logging
import Storage

/// Gives up what waits for a channel that is gone from `channels.yaml`, so that staff see it and can send it another way.
///
/// A channel may be gone by mistake, so its messages wait a while for it to come back: `messages.stranded` seconds from
/// the start that missed it, or as long as they are worth sending where that is shorter.
struct Stranded {
    /// Seconds between two looks.
    private static let rest: Int64 = 60
    /// Messages that are looked at in one go.
    private static let batch = 200

    private let parts: GatewayParts
    private let began: Timestamp
    private var next: Timestamp

    init(_ parts: GatewayParts) {
        self.parts = parts
        began = parts.clock.now
        next = began
    }

    /// One look, if it is time for one.
    mutating func step() async throws {
        let now = parts.clock.now
        guard now >= next else { return }
        next = now + Self.rest
        for channel in try await parts.store.outboxBacklog()
        where channel.waiting > 0 && parts.channels[channel.channel] == nil {
            try await giveUp(channel.channel, at: now)
        }
    }

    private func giveUp(_ channel: String, at now: Timestamp) async throws {
        let filter = OutboxFilter(channel: channel, stage: .waiting)
        var (count, place) = (0, OutboxID?.none)
        while true {
            let entries = try await parts.store.outbox(filter, after: place, limit: Self.batch)
            let over = entries.filter { end(of: $0) <= now }
            if !over.isEmpty {
                try await parts.store.settleOutbox(
                    over.map { OutboxResult(id: $0.id, action: .dead(.noChannel), at: now) })
            }
            count += over.count
            guard entries.count == Self.batch, let last = entries.last else { break }
            place = last.id
        }
        guard count > 0 else { return }
        parts.counters.add(.dead, "channel=\"\(channel)\"", by: count)
        parts.logger.error(
            "messages will not be sent, because their channel is not set up any more",
            metadata: ["channel": "\(channel)", "count": "\(count)"])
    }

    private func end(of message: OutboxEntry) -> Timestamp {
        min(
            message.expiresAt ?? message.createdAt + Int64(parts.settings.messageExpiry),
            max(began, message.createdAt) + Int64(parts.settings.stranded))
    }
}
