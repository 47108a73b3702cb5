package import Gateway
package import Hummingbird
import HummingbirdCore
import NIOCore
import Providers

/// The web server: webhooks, the console, health, metrics, the simulator and the phone in the browser.
package enum WebApplication {
    /// Builds the server; it runs as a service beside the gateway's own.
    ///
    /// - Parameter onStart: Called with the port it listens on.
    package static func build(
        _ gateway: Gateway, onStart: @escaping @Sendable (Int) async -> Void
    ) throws -> some ApplicationProtocol {
        let parts = gateway.parts
        let settings = parts.settings
        let router = Router(context: GatewayContext.self)
        router.add(middleware: BodyBudget(limit: settings.bodiesLimit, counters: parts.counters))
        HealthRoutes(parts, gateway.deadlines).add(to: router)
        let proxies = try Proxies(settings.proxies)
        WebhookRoutes(gateway.inbox, bodyLimit: settings.bodyLimit, behind: proxies).add(to: router)
        ControlRoutes(gateway).add(to: router)
        try ConsoleRoutes(gateway).add(to: router)
        try APIRoutes(gateway).add(to: router)
        if parts.channels.values.contains(where: \.isSimulator) {
            let messages = SimulatedMessages()
            SimulatorRoutes(messages, bodyLimit: settings.bodyLimit).add(to: router)
            if let phone = gateway.phone { try PhoneRoutes(gateway, phone, messages).add(to: router) }
        }
        let limits = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: settings.headerLimit, maxHeaderListSize: settings.headerLimit, maxHeaderFieldCount: 100)
        return Application(
            router: router,
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [ConnectionSetup(settings)],
                    idleTimeout: .seconds(Int64(settings.idleTimeout)), httpDecoderConfiguration: limits)),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: "Waymark", backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(settings.connections)),
            onServerRunning: { channel in await onStart(channel.localAddress?.port ?? settings.port) },
            logger: parts.logger)
    }
}
