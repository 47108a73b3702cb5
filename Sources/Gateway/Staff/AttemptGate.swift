import Expressions
import Synchronization

/// How often one address may ask for what costs much, such as a password's check; it forgets at a restart.
final class AttemptGate: Sendable {
    /// Addresses remembered; with more, all are forgotten.
    private static let limit = 10_000
    private static let minute: Int64 = 60

    private struct Window {
        let begunAt: Timestamp
        var count: Int
    }

    private let most: Int
    private let windows = Mutex<[String: Window]>([:])

    /// - Parameter most: Attempts that one address has in a minute.
    init(most: Int) {
        self.most = most
    }

    /// Whether an address may try once more now; it counts.
    func admits(_ address: String, at now: Timestamp) -> Bool { wait(address, at: now) == 0 }

    /// Seconds until an address may try once more; 0 where it may now. It counts.
    func wait(_ address: String, at now: Timestamp) -> Int64 {
        windows.withLock { windows in
            if windows.count >= Self.limit { windows.removeAll() }
            var window = windows[address] ?? Window(begunAt: now, count: 0)
            if now - window.begunAt >= Self.minute || now < window.begunAt { window = Window(begunAt: now, count: 0) }
            window.count += 1
            windows[address] = window
            return window.count <= most ? 0 : Self.minute - (now - window.begunAt)
        }
    }
}
