import HTTPTypes
import Hummingbird

extension Request {
    private static let proxied = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"].compactMap { HTTPField.Name($0) }

    /// Whether it comes from this machine itself. What came through a proxy says so, and then this machine's address is
    /// only the proxy's.
    func isFromHere(_ context: GatewayContext) -> Bool {
        context.isLocal && !Self.proxied.contains { headers[$0] != nil }
    }

    /// Whether a browser says that it comes from a page of this host; old ones say nothing, and then a form's token counts
    /// alone. <https://www.w3.org/TR/fetch-metadata/>
    var isFromOwnPage: Bool {
        guard let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ headers[$0] }) else { return true }
        return site == "same-origin"
    }
}
