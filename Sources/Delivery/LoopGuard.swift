package import Expressions

/// Notices two machines that answer each other: the same text to the same person more often than a person would ask
/// for it.
///
/// What it knows is counted in memory alone, because a loop that goes on is noticed again after a restart.
package struct LoopGuard<Key: Hashable & Sendable>: Sendable {
    /// More keys than this are not remembered one by one: those whose window began first go.
    private let capacity: Int
    private let limit: Int
    private let window: Int64
    private var seen: [Key: (count: Int, since: Timestamp)] = [:]

    /// - Parameters:
    ///   - limit: How often one text may go to one person within the window, at least 1.
    ///   - window: Seconds.
    package init(limit: Int, window: Int64, capacity: Int = 100_000) {
        self.limit = limit
        self.window = window
        self.capacity = max(1, capacity)
    }

    /// Whether a text may go once more.
    ///
    /// - Parameter key: Stands for the person and the text.
    package mutating func admits(_ key: Key, at now: Timestamp) -> Bool {
        if let known = seen[key], now < known.since + window {
            seen[key] = (min(known.count, limit) + 1, known.since)
            return known.count < limit
        }
        if seen.count >= capacity { tidy(now) }
        seen[key] = (1, now)
        return true
    }

    /// Takes back what was admitted and did not go after all.
    package mutating func takeBack(_ key: Key) {
        guard let known = seen[key] else { return }
        seen[key] = known.count > 1 ? (known.count - 1, known.since) : nil
    }

    private mutating func tidy(_ now: Timestamp) {
        seen = seen.filter { now < $0.value.since + window }
        guard seen.count >= capacity else { return }
        let kept = seen.sorted { $0.value.since > $1.value.since }.prefix(capacity / 2)
        seen = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
