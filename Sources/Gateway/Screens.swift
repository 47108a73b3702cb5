import HTTPClient
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
    private let client: HTTPClient
    private let tokens: AccessTokens

    init(_ parts: GatewayParts, client: HTTPClient) {
        self.parts = parts
        self.client = client
        tokens = AccessTokens(client: client, clock: parts.clock)
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
        let token: AccessToken?
        switch await tokens.token(for: channel) {
        case .success(let own): token = own
        case .failure(let refused): return refused.outcome
        }
        var outcome = SendOutcome.permanent(code: "nothing to send")
        for request in channel.requests(for: screen, at: parts.clock.now, nonce: .nonce, token: token?.value) {
            outcome = await ask(request, of: channel, before: deadline)
            guard case .accepted = outcome else { return outcome }
        }
        return outcome
    }

    private func ask(
        _ request: ProviderRequest, of channel: Channel, before deadline: ContinuousClock.Instant
    ) async -> SendOutcome {
        do {
            let timeout = max(.milliseconds(1), deadline - ContinuousClock.now)
            let response = try await client.send(OutgoingRequest(request, timeout: timeout))
            if channel.dropsToken(after: response.status) { await tokens.drop(channel) }
            return channel.outcome(
                of: response.status, headers: response.providerHeaders, body: response.body, to: request,
                at: parts.clock.now)
        } catch {
            parts.logger.notice(
                "a provider did not answer", metadata: ["channel": "\(channel.id)", "error": "\(error)"])
            return error.mayHaveArrived ? .unknown : .retry(code: nil, after: nil)
        }
    }
}
