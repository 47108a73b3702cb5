/// How long nobody can try to sign in after attempts that failed: nothing at first, then longer each time.
package struct LockOut: Hashable, Sendable {
    /// Attempts in a row that may fail before there is a wait.
    package var free = 5
    /// Seconds of the first wait; each is twice as long as the one before.
    package var first = 60
    /// Seconds of the longest wait.
    package var longest = 3_600

    package init() {}

    /// Seconds to wait after so many attempts in a row that failed.
    func wait(after failures: Int) -> Int64 {
        guard failures >= free else { return 0 }
        let doublings = min(failures - free, 20)
        return min(Int64(longest), Int64(first) << Int64(doublings))
    }
}
