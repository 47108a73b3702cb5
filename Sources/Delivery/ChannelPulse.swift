package import Expressions

/// What the outbox and the inbox saw of one channel lately, and what that says of it.
package struct ChannelPulse: Hashable, Sendable {
    /// One attempt to send.
    private struct Attempt: Hashable {
        let at: Timestamp
        let isTaken: Bool
    }

    /// Attempts that are remembered at most, the latest ones.
    private static let most = 500

    private var attempts: [Attempt] = []
    /// How many attempts in a row the channel failed, up to now.
    package private(set) var failuresInRow = 0
    /// When its provider last took a message.
    package private(set) var takenAt: Timestamp?
    /// When something last came through it.
    package private(set) var heardAt: Timestamp?
    /// The last attempt that failed.
    package private(set) var failure: ChannelFailure?

    package init() {}

    /// Something came through the channel.
    package mutating func hear(at now: Timestamp) { heardAt = now }

    /// An attempt to send went somehow. A provider that asks for patience, and a person who wants nothing, are no fault
    /// of the channel; a message that is refused counts, but says nothing of those after it.
    package mutating func note(_ outcome: AttemptOutcome, at now: Timestamp) {
        switch outcome {
        case .accepted, .optedOut:
            takenAt = now
            failuresInRow = 0
            add(Attempt(at: now, isTaken: true))
        case .throttled, .unfinished: break
        case .permanent(let code): fail("refused", code, at: now)
        case .retry(let code, _):
            failuresInRow += 1
            fail("failed", code, at: now)
        case .account(let code):
            failuresInRow += 1
            fail("account", code, at: now)
        case .mayHaveArrived:
            failuresInRow += 1
            fail("no answer", nil, at: now)
        }
    }

    private mutating func fail(_ word: String, _ code: String?, at now: Timestamp) {
        failure = ChannelFailure(at: now, reason: code.map { "\(word) \($0)" } ?? word)
        add(Attempt(at: now, isTaken: false))
    }

    private mutating func add(_ attempt: Attempt) {
        attempts.append(attempt)
        if attempts.count > Self.most { attempts.removeFirst(attempts.count - Self.most) }
    }

    /// How the channel is.
    ///
    /// - Parameter oldest: When the oldest message was written that waits to be sent; nil where none waits.
    package func health(oldest: Timestamp?, limits: ChannelHealthLimits, at now: Timestamp) -> ChannelHealth {
        let late = oldest.map { now - $0 } ?? 0
        if failuresInRow >= limits.failuresInRow { return ChannelHealth(.down, .failing(inRow: failuresInRow)) }
        if late >= limits.stuck { return ChannelHealth(.down, .late(seconds: late)) }
        if let heardAt, limits.silence > 0, now - heardAt >= limits.silence {
            return ChannelHealth(.degraded, .silent(seconds: now - heardAt))
        }
        if late >= limits.late { return ChannelHealth(.degraded, .late(seconds: late)) }
        let lately = attempts.filter { now - $0.at < limits.window }
        let failed = lately.count { !$0.isTaken }
        if lately.count >= limits.fewest, failed * 100 >= limits.failedPercent * lately.count {
            return ChannelHealth(.degraded, .failures(failed, of: lately.count))
        }
        return ChannelHealth(.ok, nil)
    }
}

/// An attempt to send that a channel failed.
package struct ChannelFailure: Hashable, Sendable {
    package let at: Timestamp
    /// A word, and the provider's code after it.
    package let reason: String

    package init(at: Timestamp, reason: String) {
        self.at = at
        self.reason = reason
    }
}

/// Whether a channel does what it is there for, and why not.
package struct ChannelHealth: Hashable, Sendable {
    /// In one word.
    package enum State: String, Hashable, Sendable, CaseIterable, Codable {
        /// Messages go.
        case ok
        /// Some do not go, or not in time.
        case degraded
        /// None goes.
        case down
    }

    /// Why it is not well.
    package enum Reason: Hashable, Sendable {
        /// So many attempts in a row failed.
        case failing(inRow: Int)
        /// So many of the latest attempts failed.
        case failures(Int, of: Int)
        /// The oldest message waits so many seconds.
        case late(seconds: Int64)
        /// Nothing came in for so many seconds.
        case silent(seconds: Int64)
    }

    package let state: State
    /// nil where all is well.
    package let reason: Reason?

    package init(_ state: State, _ reason: Reason?) {
        self.state = state
        self.reason = reason
    }
}

/// From where on a channel is not well.
package struct ChannelHealthLimits: Hashable, Sendable {
    /// Attempts in a row that fail when it is down.
    package var failuresInRow = 5
    /// Seconds that are looked back on.
    package var window: Int64 = 600
    /// Attempts within them that say anything at all.
    package var fewest = 10
    /// Of a hundred of them, those that fail when it is degraded.
    package var failedPercent = 20
    /// Seconds that a message waits when it is degraded.
    package var late: Int64 = 120
    /// Seconds that a message waits when it is down.
    package var stuck: Int64 = 900
    /// Seconds without anything coming in when it is degraded; 0 for channels that are often silent.
    package var silence: Int64 = 0

    package init() {}
}
