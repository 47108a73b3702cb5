import Gateway
import HTTPTypes
import Hummingbird

extension Request {
    private static let proxied = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"].compactMap { HTTPField.Name($0) }

    /// Whether this machine itself asks, and not through a proxy: one says so, and this machine's address is then only its
    /// own.
    func isFromThisMachine(_ context: GatewayContext) -> Bool {
        context.isLocal && !Self.proxied.contains { headers[$0] != nil }
    }

    /// The address of who asks, as far as it is known: who connects, or whom a trusted proxy names.
    func asker(_ context: GatewayContext, behind proxies: Proxies) -> String? {
        let named = HTTPField.Name("X-Forwarded-For").map { headers[values: $0] } ?? []
        return context.remoteAddress?.ipAddress.map { proxies.asker($0, forwarded: named) }
    }

    /// Whether a browser says that it comes from a page of this host; old ones say nothing, and then a form's token counts
    /// alone. <https://www.w3.org/TR/fetch-metadata/>
    var isFromOwnPage: Bool {
        guard let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ headers[$0] }) else { return true }
        return site == "same-origin"
    }
}

extension ConsoleSettings.Access {
    /// Whether what it guards may be reached by whoever asks.
    func admits(_ request: Request, _ context: GatewayContext) -> Bool {
        switch self {
        case .off: false
        case .anywhere: true
        case .local: request.isFromThisMachine(context)
        }
    }
}
