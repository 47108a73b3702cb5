package import Expressions
package import Providers
import Synchronization

/// Remembers what providers promised to send only once (a signature's nonce), as long as the signature could be used again.
package final class ReplayMemory: Sendable {
    package init() {}

    /// More than this many at one time are not remembered one by one: the oldest go first.
    private static let limit = 100_000

    private let seen = Mutex<[String: Timestamp]>([:])

    /// Whether a nonce is new on its channel; it no longer is after this.
    package func admits(_ nonce: Nonce, on channel: String, at now: Timestamp) -> Bool {
        seen.withLock { seen in
            let key = channel + "|" + nonce.value
            if let until = seen[key], now < until { return false }
            if seen.count >= Self.limit { Self.tidy(&seen, now) }
            seen[key] = now + Int64(nonce.seconds)
            return true
        }
    }

    /// Forgets a nonce whose request came to nothing, so that its repetition is looked at.
    package func forget(_ nonce: Nonce, on channel: String) {
        seen.withLock { $0[channel + "|" + nonce.value] = nil }
    }

    private static func tidy(_ seen: inout [String: Timestamp], _ now: Timestamp) {
        seen = seen.filter { now < $0.value }
        guard seen.count >= limit else { return }
        let kept = seen.sorted { $0.value > $1.value }.prefix(limit / 2)
        seen = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
