import Logging
import Providers

/// Shows screens of USSD channels whose provider takes them by requests of our own.
///
/// They do not go through the outbox: a screen is worth nothing to who waits no more, and nothing after a crash, so it
/// is tried at once and again until its time is up, and never later.
struct Screens: Sendable {
    /// How long it waits before it tries again.
    private static let pause = Duration.milliseconds(250)

    private let parts: GatewayParts
    private let line: ProviderLine

    init(_ parts: GatewayParts, line: ProviderLine) {
        self.parts = parts
        self.line = line
    }

    /// Shows a screen; after the deadline it is given up.
    func show(_ screen: OutgoingMessage, on channel: Channel, before deadline: ContinuousClock.Instant) async {
        let label = "channel=\"\(channel.id)\""
        while ContinuousClock.now < deadline, !Task.isCancelled {
            switch await attempt(screen, on: channel, before: deadline) {
            case .accepted:
                return parts.counters.add(.sent, label)
            case .retry, .throttled:
                parts.counters.add(.sendRetries, label)
                try? await Task.sleep(for: Self.pause)
            case .permanent, .optedOut, .account, .unknown:
                parts.counters.add(.dead, label)
                return parts.logger.error("a screen was not taken", metadata: ["channel": "\(channel.id)"])
            }
        }
        parts.counters.add(.late, label)
        parts.logger.notice("a screen came too late to be shown", metadata: ["channel": "\(channel.id)"])
    }

    /// One attempt: every request that the screen takes, until one is not accepted.
    private func attempt(
        _ screen: OutgoingMessage, on channel: Channel, before deadline: ContinuousClock.Instant
    ) async -> SendOutcome {
        switch await line.requests(for: screen, on: channel) {
        case .failure(let refused): return refused.outcome
        case .success(let requests):
            var outcome = SendOutcome.permanent(code: "nothing to send")
            for request in requests {
                let left = max(.milliseconds(1), deadline - ContinuousClock.now)
                outcome = await line.ask(request, of: channel, within: left)
                guard case .accepted = outcome else { return outcome }
            }
            return outcome
        }
    }
}
