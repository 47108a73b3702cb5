package import Logging
package import Providers
package import Storage

/// What the gateway's services are made of.
package struct GatewayParts: Sendable {
    package let settings: Settings
    /// Channels by name.
    package let channels: [String: Channel]
    package let store: any Store
    package let library: PackLibrary
    package let vault: NumberVault
    package let clock: Clock
    package let counters: Counters
    package let logger: Logger

    package init(
        settings: Settings, channels: [Channel], store: any Store, library: PackLibrary, vault: NumberVault,
        clock: Clock,
        logger: Logger
    ) {
        self.settings = settings
        self.channels = Dictionary(channels.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.store = store
        self.library = library
        self.vault = vault
        self.clock = clock
        self.counters = Counters()
        self.logger = logger
        let first = channels.first { $0.kind == .sms }?.id
        messageChannel = settings.messageChannel.isEmpty ? first : settings.messageChannel
    }

    /// The channel of SMS sent beside USSD conversations, nil when there is none.
    let messageChannel: String?
}
