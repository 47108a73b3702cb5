import Glibc
import Synchronization

/// A named place where a test lets the process end itself as a power failure would, or hold still as a slow disk does.
///
/// `WAYMARK_FAIL_POINTS` names them: `before-commit@3` ends the process when it comes by for the third time,
/// `before-commit=200` holds it for 200 milliseconds each time; several are joined by commas. Only debug builds have
/// them: what is released cannot be told to end itself.
package enum FailPoint: String, CaseIterable, Sendable {
    /// A group of changes is written and not committed.
    case beforeCommit = "before-commit"
    /// A group of changes is on disk, and nobody was told.
    case afterCommit = "after-commit"
    /// A webhook's answer has left for the network.
    case afterAnswer = "after-answer"
    /// A message is claimed and not sent.
    case beforeSend = "before-send"
    /// A provider has answered, and nothing is written down.
    case afterSend = "after-send"
    /// What a provider answered is on disk.
    case afterRecord = "after-record"
    /// A timer or reminder is due and has not fired.
    case beforeTimer = "before-timer"
    /// A timer or reminder has fired, and what follows it is not done.
    case afterTimer = "after-timer"

    /// The environment variable that says what happens where.
    package static let variable = "WAYMARK_FAIL_POINTS"

    #if DEBUG
        /// Whether this build has them.
        package static let areCompiledIn = true

        private static let plan = FailPlan(getenv(variable).map { String(cString: $0) } ?? "")

        /// Comes by: returns, late, or never.
        package func pass() { Self.plan.pass(self) }
    #else
        /// Whether this build has them.
        package static let areCompiledIn = false

        /// Comes by; nothing happens in this build.
        package func pass() {}
    #endif
}

#if DEBUG
    /// What the environment wants to happen at which points.
    private final class FailPlan: Sendable {
        private let holds: [FailPoint: UInt32]
        /// How often each point may still be passed, the last time not to return.
        private let left: Mutex<[FailPoint: Int]>

        init(_ text: String) {
            var holds: [FailPoint: UInt32] = [:]
            var left: [FailPoint: Int] = [:]
            for word in text.split(separator: ",") {
                let parts = word.split(whereSeparator: { $0 == "@" || $0 == "=" })
                guard parts.count == 2, let point = FailPoint(rawValue: String(parts[0])) else { continue }
                if word.contains("@") { left[point] = Int(parts[1]) } else { holds[point] = UInt32(parts[1]) }
            }
            self.holds = holds
            self.left = Mutex(left)
        }

        func pass(_ point: FailPoint) {
            if let milliseconds = holds[point] { usleep(milliseconds * 1_000) }
            let isLast = left.withLock { left in
                guard let count = left[point] else { return false }
                left[point] = count - 1
                return count == 1
            }
            if isLast { kill(getpid(), SIGKILL) }
        }
    }
#endif
