import Expressions
import HTTPClient
import Logging
import Providers

/// The way to the providers: asks them, with the access tokens that some want, and reads what they answer.
struct ProviderLine: Sendable {
    private let client: HTTPClient
    private let tokens: AccessTokens
    private let clock: Clock
    private let histograms: Histograms
    private let logger: Logger

    init(_ parts: GatewayParts, client: HTTPClient) {
        self.client = client
        tokens = AccessTokens(client: client, clock: parts.clock)
        clock = parts.clock
        histograms = parts.histograms
        logger = parts.logger
    }

    /// The requests that send a message; or what it means that the provider gives no token for them.
    func requests(for message: OutgoingMessage, on channel: Channel) async -> Result<[ProviderRequest], TokenRefused> {
        await tokens.token(for: channel).map { token in
            channel.requests(for: message, at: clock.now, nonce: .nonce, token: token?.value)
        }
    }

    /// Asks one thing, and says what the answer means.
    func ask(_ request: ProviderRequest, of channel: Channel, within time: Duration) async -> SendOutcome {
        let start = ContinuousClock.now
        defer { histograms.add(.send, ContinuousClock.now - start, "channel=\"\(channel.id)\"") }
        do {
            let response = try await client.send(OutgoingRequest(request, timeout: time))
            if channel.dropsToken(after: response.status) { await tokens.drop(channel) }
            return channel.outcome(
                of: response.status, headers: response.providerHeaders, body: response.body, to: request, at: clock.now)
        } catch {
            logger.notice("a provider did not answer", metadata: ["channel": "\(channel.id)", "error": "\(error)"])
            return error.mayHaveArrived ? .unknown : .retry(code: nil, after: nil)
        }
    }
}
