/// How long to wait before trying again: twice as long each time up to a cap, spread by chance so that messages that
/// failed together are not tried together.
///
/// The wait after attempt *n* lies between `first · 2ⁿ⁻¹` and twice that; where the cap cuts it, between half the cap
/// and the cap. So a wait is never shorter than the one before, whatever the chance, until the cap is reached. With
/// `first` 5 s and `cap` 1 h:
///
/// | after attempt | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 and later |
/// | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
/// | shortest, s | 5 | 10 | 20 | 40 | 80 | 160 | 320 | 640 | 1,280 | 1,800 |
/// | longest, s | 10 | 20 | 40 | 80 | 160 | 320 | 640 | 1,280 | 2,560 | 3,600 |
package struct Backoff: Hashable, Sendable {
    /// The shortest first wait, in seconds, above 0.
    package let first: Int64
    /// The longest wait, in seconds, at least twice `first`.
    package let cap: Int64

    package init(first: Int64 = 5, cap: Int64 = 3_600) {
        precondition(
            first > 0 && cap >= 2 * first && cap <= 31_536_000, "a cap between twice the first wait and a year")
        self.first = first
        self.cap = cap
    }

    /// The wait in milliseconds.
    ///
    /// - Parameters:
    ///   - attempt: The attempt that failed, from 1.
    ///   - jitter: Chance, from 0 up to but not including 1.
    package func milliseconds(after attempt: Int, jitter: Double) -> Int64 {
        precondition(attempt >= 1 && (0..<1).contains(jitter), "attempts count from 1, chance lies in 0..<1")
        let half = longest(after: attempt) * 500
        return half + Int64(Double(half) * jitter)
    }

    /// The longest wait in seconds. The shift stays small: beyond 2²⁵ seconds any cap has cut it.
    private func longest(after attempt: Int) -> Int64 {
        min(cap, first << min(attempt, 25))
    }
}
