import Expressions
import HTTPClient
import Providers

/// The access tokens of channels whose provider wants one: fetched when they are needed, kept while they live, and
/// thrown away when the provider no longer takes them.
actor AccessTokens {
    /// Seconds before its end that a token is no longer used.
    private static let margin: Int64 = 30

    private struct Kept {
        let token: AccessToken
        let until: Timestamp
    }

    private let client: HTTPClient
    private let clock: Clock
    private var kept: [String: Kept] = [:]
    /// Fetches under way, so that many messages wait for one.
    private var fetches: [String: Task<TokenOutcome, Never>] = [:]

    init(client: HTTPClient, clock: Clock) {
        self.client = client
        self.clock = clock
    }

    /// The token for a channel's next request: nil when it needs none, or what came of the failure to get one.
    func token(for channel: Channel) async -> Result<AccessToken?, TokenRefused> {
        if let own = kept[channel.id], clock.now < own.until { return .success(own.token) }
        guard let request = channel.tokenRequest(at: clock.now, nonce: .nonce) else { return .success(nil) }
        let fetch =
            fetches[channel.id]
            ?? Task { [client, clock] in
                await Self.fetch(request, for: channel, by: client, clock)
            }
        fetches[channel.id] = fetch
        let outcome = await fetch.value
        fetches[channel.id] = nil
        switch outcome {
        case .token(let token):
            kept[channel.id] = Kept(token: token, until: clock.now + max(0, Int64(token.lifetime) - Self.margin))
            return .success(token)
        case .failure(let outcome): return .failure(TokenRefused(outcome: outcome))
        }
    }

    /// Throws a channel's token away.
    func drop(_ channel: Channel) {
        kept[channel.id] = nil
    }

    private static func fetch(
        _ request: ProviderRequest, for channel: Channel, by client: HTTPClient, _ clock: Clock
    ) async -> TokenOutcome {
        do {
            let response = try await client.send(OutgoingRequest(request))
            return channel.token(
                from: response.status, headers: response.providerHeaders, body: response.body, at: clock.now)
        } catch {
            return .failure(.retry(code: nil, after: nil))
        }
    }
}

/// The provider gave no token.
struct TokenRefused: Error {
    let outcome: SendOutcome
}

extension String {
    /// 24 fresh random letters and digits, for one request's signature.
    static var nonce: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        return String((0..<24).map { _ in alphabet[Int.random(in: alphabet.indices)] })
    }
}

extension OutgoingRequest {
    /// A provider's request as the client sends it, with the trace that the task at hand belongs to.
    init(_ request: ProviderRequest, timeout: Duration? = nil) {
        let trace = TraceContext.current.map { [(name: TraceContext.header, value: $0.value)] } ?? []
        let headers = request.headers.map { (name: $0.name, value: $0.value) } + trace
        self.init(
            method: request.method, url: request.url, headers: headers.map { .init(name: $0.name, value: $0.value) },
            body: request.body, timeout: timeout)
    }
}

extension IncomingResponse {
    /// The headers as adapters read them.
    var providerHeaders: [Providers.HeaderField] {
        headers.map { Providers.HeaderField($0.name, $0.value) }
    }
}
