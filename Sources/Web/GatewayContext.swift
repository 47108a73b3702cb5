package import Hummingbird
package import NIOCore

/// What a request knows besides itself: who calls.
package struct GatewayContext: RequestContext {
    /// What Hummingbird itself keeps with every request, such as its logger and the parameters of its route.
    package var coreContext: CoreRequestContextStorage
    /// The address of who connects, which is the proxy's where one stands in front; see `Request.asker`.
    package let remoteAddress: SocketAddress?

    package init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// Whether the caller is this machine itself (127.0.0.0/8 or ::1).
    package var isLocal: Bool {
        guard let address = remoteAddress?.ipAddress else { return false }
        return address == "::1" || address.hasPrefix("127.") || address.hasPrefix("::ffff:127.")
    }
}
