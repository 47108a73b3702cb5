package import Delivery
package import Expressions
package import Storage

/// What is to be sent, was sent or was given up, and how the channels are, for staff; and the way to send once more.
package struct OutboxDesk: Sendable {
    /// As many as one page of a list has at most, and as many as are looked at in one go.
    package static let limit = 200
    /// Seconds of a day, which sent messages are counted for.
    private static let day: Int64 = 86_400

    private let parts: GatewayParts
    private let letters: DeadLetters

    init(_ parts: GatewayParts, letters: DeadLetters) {
        self.parts = parts
        self.letters = letters
    }

    /// A page of the messages that pass a filter, the latest first.
    ///
    /// - Parameter place: `OutboxPage.next` of the page before; nil for the first page.
    package func list(_ filter: OutboxFilter, after place: OutboxID? = nil, limit: Int = 50) async throws -> OutboxPage
    {
        let limit = min(max(limit, 1), Self.limit)
        let found = try await parts.store.outbox(filter, after: place, limit: limit + 1)
        let entries = Array(found.prefix(limit))
        return OutboxPage(entries: entries, next: found.count > limit ? entries.last?.id : nil)
    }

    /// Every channel, by name: those that are set up, and those that something is left of.
    package func channels() async throws -> [ChannelReport] {
        let now = parts.clock.now
        let backlog = try await parts.store.outboxBacklog()
        let sent = try await parts.store.sentMessages(since: now - Self.day)
        let names = Set(parts.channels.keys).union(backlog.map(\.channel))
        return names.sorted().map { name in
            ChannelReport(
                name: name, isSetUp: parts.channels[name] != nil, backlog: backlog.first { $0.channel == name },
                sent: sent[name] ?? 0, pulse: parts.pulses[name], limits: parts.settings.health, at: now)
        }
    }

    /// Lets messages that were given up go once more; others stay as they are. Returns how many went; nil where no
    /// channel sends SMS.
    package func retry(_ ids: [OutboxID]) async throws -> Int? { try await letters.revive(ids.map(\.rawValue)) }

    /// Lets everything that a channel failed to send go once more. What is too late by now stays, and so does what was
    /// given up for another reason than the channel's. Asked for twice, it is done once. Returns how many went; nil
    /// where no channel sends SMS.
    package func retryAll(of channel: String) async throws -> Int? {
        let now = parts.clock.now
        let oldest = now - Int64(parts.settings.messageExpiry)
        let filter = OutboxFilter(channel: channel, stage: .dead)
        var (count, place) = (0, OutboxID?.none)
        while true {
            let entries = try await parts.store.outbox(filter, after: place, limit: Self.limit)
            let lost = entries.filter { entry in
                entry.createdAt >= oldest && entry.expiresAt.map { $0 > now } ?? true
                    && DeadReason.isFaultOfChannel(entry.deadReason ?? "")
            }
            guard let went = try await retry(lost.map(\.id)) else { return nil }
            count += went
            guard entries.count == Self.limit, let last = entries.last, last.createdAt >= oldest else { return count }
            place = last.id
        }
    }
}

/// A page of a list of messages.
package struct OutboxPage: Hashable, Sendable {
    package let entries: [OutboxEntry]
    /// Where the next page begins; nil on the last one.
    package let next: OutboxID?
}

/// A channel as staff see it.
package struct ChannelReport: Hashable, Sendable {
    /// Its name.
    package let name: String
    /// Whether it is in `channels.yaml`; what waits for one that is not is given up after `messages.stranded`.
    package let isSetUp: Bool
    package let health: ChannelHealth
    /// Messages that are neither sent nor given up.
    package let waiting: Int
    /// Those of them that were tried already.
    package let retrying: Int
    /// When the oldest of them was written, nil when none waits.
    package let oldest: Timestamp?
    /// Messages that were given up.
    package let dead: Int
    /// Messages that a provider took in the last 24 hours.
    package let sent: Int
    /// The last attempt that failed, since the gateway started.
    package let failure: ChannelFailure?
    /// When its provider last took a message, since the gateway started.
    package let takenAt: Timestamp?
    /// When something last came in, since the gateway started.
    package let heardAt: Timestamp?

    init(
        name: String, isSetUp: Bool, backlog: OutboxBacklog?, sent: Int, pulse: ChannelPulse,
        limits: ChannelHealthLimits, at now: Timestamp
    ) {
        self.name = name
        self.isSetUp = isSetUp
        health = pulse.health(oldest: backlog?.oldest, limits: limits, at: now)
        waiting = backlog?.waiting ?? 0
        retrying = backlog?.retrying ?? 0
        oldest = backlog?.oldest
        dead = backlog?.dead ?? 0
        self.sent = sent
        failure = pulse.failure
        takenAt = pulse.takenAt
        heardAt = pulse.heardAt
    }
}
