package import Expressions

/// A message that was given up, without its text: what staff need to mend the cause and send it again.
package struct DeadLetter: Hashable, Sendable {
    package let id: OutboxID
    package let person: PersonID
    /// The channel's name.
    package let channel: String
    /// Why, in the words of `DeadReason`.
    package let reason: String
    /// How many times sending was tried.
    package let attempts: Int
    package let createdAt: Timestamp
    /// When it was given up.
    package let diedAt: Timestamp

    package init(
        id: OutboxID, person: PersonID, channel: String, reason: String, attempts: Int, createdAt: Timestamp,
        diedAt: Timestamp
    ) {
        self.id = id
        self.person = person
        self.channel = channel
        self.reason = reason
        self.attempts = attempts
        self.createdAt = createdAt
        self.diedAt = diedAt
    }
}

/// The name of the channel that a message is sent on once more.
///
/// - Parameters:
///   - own: The channel it was written for.
///   - heard: The channel that its number was last heard on; not always one that sends messages.
package typealias RevivalChannel = @Sendable (_ own: String, _ heard: String) -> String

/// What waits to be sent on one channel, and what never was.
package struct OutboxBacklog: Hashable, Sendable {
    /// The channel's name.
    package let channel: String
    /// Messages that are neither sent nor given up.
    package let waiting: Int
    /// Those of them that were tried already.
    package let retrying: Int
    /// When the oldest of them was written, nil when none waits.
    package let oldest: Timestamp?
    /// Messages that were given up.
    package let dead: Int

    package init(channel: String, waiting: Int, retrying: Int, oldest: Timestamp?, dead: Int) {
        self.retrying = retrying
        self.channel = channel
        self.waiting = waiting
        self.oldest = oldest
        self.dead = dead
    }
}
