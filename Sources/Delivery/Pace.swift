package import Expressions

/// How many messages a channel may send now: its rate as a token bucket, its number of requests at one time, and a
/// pause when the provider was asked too fast.
package struct Pace: Hashable, Sendable {
    private let rate: Rate?
    private let atOnce: Int
    private var onTheirWay = 0
    private var pausedUntil: Timestamp?
    /// What is in the bucket, in thousandths of a second of `rate.count` requests, so that nothing is ever rounded:
    /// a request costs `rate.seconds` · 1,000 of them, a millisecond brings `rate.count`. Below zero after a message
    /// that took more requests than one.
    private var tokens: Int64
    private var filledAt: Timestamp?

    /// A channel without a rate: as fast as it goes.
    ///
    /// - Parameter atOnce: Messages on their way at one time, at least 1.
    package init(atOnce: Int) {
        rate = nil
        self.atOnce = max(1, atOnce)
        tokens = 0
    }

    /// A channel that may send so many requests in so many seconds.
    ///
    /// - Parameters:
    ///   - requests: At least 1; as many as fall into one second, and one at least, may go at once after a rest.
    ///   - seconds: From 1 to the seconds of a day.
    ///   - atOnce: Messages on their way at one time, at least 1.
    package init(requests: Int, per seconds: Int, atOnce: Int) {
        let rate = Rate(count: min(max(1, requests), 1_000_000), seconds: min(max(1, seconds), Rate.day))
        self.rate = rate
        self.atOnce = max(1, atOnce)
        tokens = rate.full
    }

    /// So many requests in so many seconds.
    private struct Rate: Hashable, Sendable {
        static let day = 86_400

        let count: Int
        let seconds: Int

        var cost: Int64 { Int64(seconds) * 1_000 }
        var full: Int64 { Int64(max(1, count / seconds)) * cost }
    }

    /// How many more messages may be claimed now.
    package mutating func room(at now: Timestamp) -> Int {
        fill(at: now)
        if let pausedUntil, now < pausedUntil { return 0 }
        let free = max(0, atOnce - onTheirWay)
        return rate.map { min(free, max(0, Int(tokens / $0.cost))) } ?? free
    }

    /// When there may be room again, for a channel that has none because of the time; nil when it waits for nothing
    /// but its own messages.
    package func opens(at now: Timestamp) -> Timestamp? {
        if let pausedUntil, now < pausedUntil { return pausedUntil }
        guard let rate, onTheirWay < atOnce, tokens < rate.cost else { return nil }
        let missing = rate.cost - tokens
        return Timestamp(milliseconds: now.milliseconds + (missing + Int64(rate.count) - 1) / Int64(rate.count))
    }

    /// A message is on its way.
    package mutating func begin() {
        onTheirWay += 1
        charge(1)
    }

    /// A message is no longer on its way.
    ///
    /// - Parameter requests: How many requests it took; the first was counted when it began.
    package mutating func end(requests: Int) {
        onTheirWay -= 1
        charge(requests - 1)
    }

    /// Nothing goes before a moment.
    package mutating func pause(until moment: Timestamp) {
        pausedUntil = max(pausedUntil ?? moment, moment)
    }

    private mutating func charge(_ requests: Int) {
        if let rate { tokens -= Int64(requests) * rate.cost }
    }

    private mutating func fill(at now: Timestamp) {
        guard let rate else { return }
        let passed = max(0, now.milliseconds - (filledAt ?? now).milliseconds)
        filledAt = max(filledAt ?? now, now)
        // A rest of two days fills any bucket, and counting no longer keeps the product small.
        tokens = min(rate.full, tokens + min(passed, 2_000 * Int64(Rate.day)) * Int64(rate.count))
    }
}
