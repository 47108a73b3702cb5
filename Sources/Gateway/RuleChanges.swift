import Conversation
import Logging
import Storage

/// Finds those who asked to be told when a rule changes, once a pack with a later version of it is published: a stretch of
/// people at a time, so that nobody's turn waits, and the outbox gets no more than it can send. It looks anew at every
/// start, so that a power failure loses nobody.
struct RuleChanges {
    /// Reminders at a time.
    private static let batch = 500

    private let parts: GatewayParts
    /// The revision whose rules were all looked at.
    private var last: RevisionID?

    init(_ parts: GatewayParts) {
        self.parts = parts
    }

    /// One stretch, if another pack is published than the last time.
    mutating func step() async throws {
        let pack = parts.library.machine.packs.current
        guard pack.revision != last else { return }
        var left = Self.batch
        for current in pack.ruleVersions {
            left -= try await parts.store.wakeReminders(of: current, at: parts.clock.now, limit: left)
            if left == 0 { return }
        }
        last = pack.revision
        if left < Self.batch {
            parts.logger.notice("people are told of changed rules", metadata: ["last_stretch": "\(Self.batch - left)"])
        }
    }
}
