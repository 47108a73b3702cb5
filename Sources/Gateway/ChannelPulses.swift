import Delivery
import Expressions
import Synchronization

/// What was seen of each channel since the start.
package final class ChannelPulses: Sendable {
    private let pulses = Mutex<[String: ChannelPulse]>([:])

    init() {}

    /// Of a channel by its name.
    subscript(channel: String) -> ChannelPulse { pulses.withLock { $0[channel] ?? ChannelPulse() } }

    /// Something authentic came through a channel.
    func hear(_ channel: String, at now: Timestamp) {
        pulses.withLock { $0[channel, default: ChannelPulse()].hear(at: now) }
    }

    /// An attempt to send went somehow.
    func note(_ outcome: AttemptOutcome, of channel: String, at now: Timestamp) {
        pulses.withLock { $0[channel, default: ChannelPulse()].note(outcome, at: now) }
    }
}
