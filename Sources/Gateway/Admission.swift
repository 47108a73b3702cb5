import Expressions
import Providers
import Storage
import Synchronization
import Telephony

/// Who may come in at one time: one loud sender, or one channel, leaves room for all others. Who may not is met with the
/// busy answer, which touches no disk.
final class Admission: Sendable {
    private struct Waiting {
        var senders: [String: Int] = [:]
        var channels: [String: Int] = [:]
    }

    private let limits: AdmissionLimits
    private let rate: AttemptGate
    private let waiting = Mutex(Waiting())

    /// - Parameter nodes: How many gateways a sender may come to; each lets her do her part there.
    init(_ limits: AdmissionLimits, nodes: Int) {
        self.limits = limits
        rate = AttemptGate(most: max(1, limits.senderRate / nodes))
    }

    /// Does something for a sender, unless too much is done for her or for her channel already.
    func admit<Value>(
        _ sender: Address, on channel: String, at now: Timestamp, _ act: () async throws -> Value
    ) async throws -> Value {
        let name = channel + " " + sender.wireText
        guard rate.admits(name, at: now) else {
            throw StoreFault(.busy, "one sender may send \(limits.senderRate) times in a minute")
        }
        try enter(name, channel)
        defer { leave(name, channel) }
        return try await act()
    }

    private func enter(_ sender: String, _ channel: String) throws(StoreFault) {
        let limits = limits
        let refusal: StoreFault? = waiting.withLock { waiting in
            let (own, all) = (waiting.senders[sender] ?? 0, waiting.channels[channel] ?? 0)
            if own >= limits.sender { return StoreFault(.busy, "\(own) requests of one sender wait already") }
            if all >= limits.channel { return StoreFault(.busy, "\(all) requests of one channel wait already") }
            waiting.senders[sender] = own + 1
            waiting.channels[channel] = all + 1
            return nil
        }
        if let refusal { throw refusal }
    }

    private func leave(_ sender: String, _ channel: String) {
        waiting.withLock { waiting in
            let own = (waiting.senders[sender] ?? 1) - 1
            waiting.senders[sender] = own > 0 ? own : nil
            waiting.channels[channel] = (waiting.channels[channel] ?? 1) - 1
        }
    }
}

/// How much may wait at one time of what people send.
package struct AdmissionLimits: Hashable, Sendable {
    /// Requests of one channel: as many as a small machine answers well within the time that phones wait, with the rest of
    /// them met at once.
    package var channel = 1_000
    /// Requests of one sender.
    package var sender = 20
    /// Requests of one sender within a minute.
    package var senderRate = 600

    package init() {}
}
