import Delivery
import Expressions
import Synchronization

/// The loop guard that everything on its way shares.
final class SharedLoopGuard: Sendable {
    private let loops: Mutex<LoopGuard<[UInt8]>>

    init(_ settings: Settings) {
        loops = Mutex(LoopGuard(limit: settings.sameText, window: Int64(settings.sameTextWindow)))
    }

    /// Whether a text may go once more.
    ///
    /// - Parameter key: Stands for the person and the text.
    func admits(_ key: [UInt8], at now: Timestamp) -> Bool {
        loops.withLock { $0.admits(key, at: now) }
    }

    /// Takes back what was admitted and did not go after all.
    func takeBack(_ key: [UInt8]) { loops.withLock { $0.takeBack(key) } }
}
