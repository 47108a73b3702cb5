package import ContentFiles
package import Logging
package import Providers
package import Storage

/// What the gateway's services are made of.
///
/// It holds what must stand in no log, and services are logged with all they hold; so it prints as its name only.
package struct GatewayParts: Sendable, CustomStringConvertible, CustomReflectable {
    /// What was set at start; it never changes while the gateway runs.
    package let settings: Settings
    /// Channels by name.
    package let channels: [String: Channel]
    /// The systems that flows may ask, by name.
    package let systems: [String: System]
    /// Everything that outlives the process; closed by the gateway.
    package let store: any Store
    /// The packs that conversations are on.
    package let library: PackLibrary
    /// Makes numbers unreadable before they reach the store, and readable when a message is sent.
    package let vault: NumberVault
    /// Our ids of messages as providers see them.
    package let references: MessageReferences
    /// The time of every decision, so that tests can move it.
    package let clock: Clock
    /// The time by which staff sign in, which nobody moves.
    package let staffClock: Clock
    /// How far the clock was moved ahead; nil where it cannot be moved.
    package let shift: ClockShift?
    /// Compares PINs, one after the other.
    let pins = PINStretching()
    /// What happened since the start, for `/metrics`.
    package let counters: Counters
    /// How long things took since the start, for `/metrics`.
    package let histograms = Histograms()
    /// What the last look through the database found.
    package let soundness = Soundness()
    /// What was seen of each channel since the start.
    package let pulses = ChannelPulses()
    /// Where the services log; its level is the setting `log.level`.
    package let logger: Logger

    package init(
        settings: Settings, channels: [Channel], systems: [System], store: any Store, library: PackLibrary,
        vault: NumberVault, references: MessageReferences, clock: Clock, shift: ClockShift?, logger: Logger
    ) {
        self.settings = settings
        self.channels = Dictionary(channels.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.systems = Dictionary(systems.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.store = store
        self.library = library
        self.vault = vault
        self.references = references
        self.clock = shift.map(clock.ahead) ?? clock
        staffClock = clock
        self.shift = shift
        self.counters = Counters()
        self.logger = logger
        let first = channels.first { $0.kind == .sms }?.id
        messageChannel = settings.messageChannel.isEmpty ? first : settings.messageChannel
    }

    /// How many requests may be on their way to one host: several channels may have the same.
    var connections: Int {
        min(Self.maximumConnections, channels.values.reduce(0) { $0 + ($1.atOnce ?? settings.sending) })
    }

    /// More connections to one host than any provider takes.
    private static let maximumConnections = 256

    /// The channel of SMS sent beside USSD conversations, nil when there is none.
    let messageChannel: String?

    package var description: String { "gateway parts" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
