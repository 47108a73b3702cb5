import Expressions
import Providers
import Storage

/// Messages that were given up, for staff: what they are, and one more try once the cause is mended.
package struct DeadLetters: Sendable {
    /// As many as one call lists or revives.
    package static let limit = 1_000

    private let store: any Store
    private let clock: Clock
    private let expiry: Int64
    private let channels: [String: Channel]
    /// Carries what was written for a channel that is gone; nil where no channel sends SMS.
    private let messageChannel: String?
    private let wake: @Sendable () -> Void

    init(_ parts: GatewayParts, wake: @escaping @Sendable () -> Void) {
        store = parts.store
        clock = parts.clock
        expiry = Int64(parts.settings.messageExpiry)
        channels = parts.channels
        messageChannel = parts.messageChannel
        self.wake = wake
    }

    /// The newest of a channel, or of all.
    package func list(channel: String?) async throws -> DeadLetterList {
        let backlog = try await store.outboxBacklog().filter { channel == nil || $0.channel == channel }
        let letters = try await store.deadLetters(channel: channel, limit: Self.limit)
        return DeadLetterList(
            waiting: backlog.reduce(0) { $0 + $1.waiting }, dead: backlog.reduce(0) { $0 + $1.dead },
            letters: letters.map(DeadLetterList.Letter.init))
    }

    /// Lets those of the ids go once more that are dead: on their own channel, and where that is gone, on the one that
    /// their person writes on now.
    ///
    /// - Returns: How many they were; nil where no channel sends SMS.
    package func revive(_ ids: [Int64]) async throws -> Int? {
        guard let messageChannel else { return nil }
        let now = clock.now
        let channels = channels
        let count = try await store.reviveDeadLetters(
            ids.prefix(Self.limit).map(OutboxID.init(rawValue:)), at: now, expiresAt: now + expiry
        ) { own, heard in
            [own, heard].first { channels[$0]?.kind == .sms } ?? messageChannel
        }
        if count > 0 { wake() }
        return count
    }
}

/// What `DeadLetters.list` says, as commands and pages read it: neither texts nor numbers.
package struct DeadLetterList: Codable, Hashable, Sendable {
    /// Messages that are neither sent nor given up.
    package let waiting: Int
    /// Messages that were given up, also those that are not listed.
    package let dead: Int
    package let letters: [Letter]

    /// One message that was given up.
    package struct Letter: Codable, Hashable, Sendable {
        package let id: Int64
        package let channel: String
        /// Why, in the words of `DeadReason`.
        package let reason: String
        /// How many times sending was tried.
        package let attempts: Int
        /// When it was written and when it was given up (RFC 3339).
        package let createdAt, diedAt: String

        init(_ letter: DeadLetter) {
            id = letter.id.rawValue
            channel = letter.channel
            reason = letter.reason
            attempts = letter.attempts
            createdAt = letter.createdAt.rfc3339()
            diedAt = letter.diedAt.rfc3339()
        }
    }
}
