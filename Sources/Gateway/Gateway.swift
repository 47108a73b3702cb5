package import ContentFiles
package import Conversation
import Expressions
import Foundation
import HTTPClient
package import Logging
package import Providers
package import Sealing
package import ServiceLifecycle
package import Storage

/// The gateway put together: what `serve` runs, and what end-to-end tests run with other settings.
package struct Gateway: Sendable {
    /// What the web server and the services share.
    package let parts: GatewayParts
    /// The door for webhooks, which the web server opens.
    package let inbox: Inbox
    /// Takes a new revision while the gateway runs, and says what it would change.
    package let publisher: Publisher
    /// Messages that were given up.
    package let deadLetters: DeadLetters
    /// Records that came to other numbers.
    package let claims: ClaimDesk
    /// Everything that is kept about one person.
    package let people: PersonDesk
    /// What is kept too long.
    package let retention: RetentionDesk
    /// Conversations for staff.
    package let sessions: SessionDesk
    /// What staff do in conversations.
    package let deeds: DeedDesk
    /// Cases for staff.
    package let cases: CaseDesk
    /// Messages and channels for staff.
    package let messages: OutboxDesk
    /// What people need, counted.
    package let evidence: EvidenceDesk
    /// What people answered, without who they are.
    package let results: ResultsDesk
    /// How sessions move through flows.
    package let flows: FlowDesk
    /// The door for this machine's own commands.
    package let door = ControlDoor()
    /// The keys that what is kept is sealed with.
    package let keys: KeyDesk
    /// Who may use the console.
    package let staff: StaffDesk
    /// The programs that may ask for the console's facts.
    package let tokens: TokenDesk
    /// What they may ask (OpenAPI 3.1); nil where the file is not beside the settings.
    package let apiDescription: String?
    /// The gateway behind the browser phone; nil where there is none.
    package let phone: PhoneDesk?
    /// What sends messages.
    let outbox: Outbox
    private let requests: Requests
    /// What reads conversations for their words.
    let words: WordReader
    /// What fires when its time has come.
    let timers: Timers
    /// Where parts of long messages wait for each other.
    let joining: PartJoining
    /// Where SMS wait for the end of a USSD dialogue.
    let holding: Holding
    /// What sees to it that there is an answer in time.
    package let deadlines = Deadlines()
    private let client: HTTPClient

    /// - Parameters:
    ///   - pack: The pack to publish, checked on these channels, with its files to keep.
    ///   - store: Opened with the same keys; the gateway closes it when it stops.
    package static func open(
        settings: Settings, channels: [Channel], systems: [System], pack: (pack: Pack, source: PackSource),
        store: any Store,
        keys: KeySet, folders: Folders, isWatching: Bool = false, clock: Clock = .system, logger: Logger
    ) async throws -> Gateway {
        let vault = try await NumberVault.open(store, keys: keys.ring)
        let library = PackLibrary(pack.pack, limits: settings.machine, spare: settings.spareRevisions, store: store)
        let shift = try ClockShift.open(settings, channels)
        let now = (shift.map(clock.ahead) ?? clock).now
        let missing = try await library.publish(pack.pack, files: try pack.source.archived(), at: now)
        try await CheckProof(pack.pack.revision, on: channels).keep(in: store)
        for revision in missing {
            logger.warning(
                "sessions are on a revision that cannot be loaded; they begin anew",
                metadata: ["revision": "\(revision)"])
        }
        let random = (0..<MessageReferences.markLength).map { _ in UInt8.random(in: .min ... .max) }
        let mark = try await store.mark("message references", random)
        let parts = GatewayParts(
            settings: settings, channels: channels, systems: systems, store: store, library: library, vault: vault,
            references: MessageReferences(mark: mark), clock: clock, shift: shift, logger: logger)
        return try Gateway(
            parts, keys: KeyDesk(parts, keys), publisher: Publisher(parts, folders: folders, isWatching: isWatching),
            apiDescription: folders.apiDescription)
    }

    private init(_ parts: GatewayParts, keys: KeyDesk, publisher: Publisher, apiDescription: String?) throws {
        self.keys = keys
        self.apiDescription = apiDescription
        self.publisher = publisher
        let (signal, due) = (Signal(), Signal())
        self.parts = parts
        client = try HTTPClient(settings: HTTPClient.Settings(maximumConnectionsPerHost: parts.connections))
        let wake: @Sendable () -> Void = { signal.send() }
        deadLetters = DeadLetters(parts, wake: wake)
        claims = ClaimDesk(parts, wake: wake)
        people = PersonDesk(parts)
        retention = RetentionDesk(parts)
        words = WordReader(parts)
        sessions = SessionDesk(parts, words)
        staff = StaffDesk(parts)
        tokens = TokenDesk(parts)
        phone = PhoneDesk(
            parts, sessions: sessions,
            moved: {
                due.send()
                signal.send()
            })
        cases = CaseDesk(parts)
        evidence = EvidenceDesk(parts)
        results = ResultsDesk(parts)
        messages = OutboxDesk(parts, letters: deadLetters)
        flows = FlowDesk(parts)
        requests = Requests(parts, client: client, wake: wake)
        deeds = DeedDesk(parts, requests: requests, wake: wake)
        let optOuts = OptOuts(parts)
        let line = ProviderLine(parts, client: client)
        joining = PartJoining(parts, requests: requests, wake: wake)
        let hops = HopAnswers(
            parts, deadlines: deadlines, requests: requests, screens: Screens(parts, line: line), wake: wake)
        inbox = Inbox(
            parts, requests: requests, joining: joining, optOuts: optOuts, hops: hops, wake: wake,
            freed: { due.send() })
        outbox = Outbox(parts, line: line, optOuts: optOuts, signal: signal)
        holding = Holding(parts, requests: requests, wake: wake)
        timers = Timers(parts, joining: joining, holding: holding, signal: due, wake: wake)
    }

    /// The services in the order in which they start; they stop in the reverse order, so that the outbox stops last.
    package var services: [any Service] {
        [outbox, requests, deadlines, timers, WordReading(parts, words), keys, publisher, Inspection(parts)]
    }

    /// Closes what the services used, after they stopped.
    package func close() async {
        ControlNote.remove(data: parts.settings.data)
        await client.close()
        await parts.store.close()
    }
}
