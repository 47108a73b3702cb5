import ContentFiles
import Foundation
import Gateway
import Logging
import Providers
import Sealing
import ServiceLifecycle
import Storage

/// The gateway whose outbox is measured: what `serve` runs but the web server. Its outbox is filled by webhooks while
/// nothing is sent, and drained afterwards.
struct OutboxUnderTest {
    /// Webhooks taken at one time, so that commits are shared as they are under load.
    private static let atOnce = 128
    /// Seconds after which an outbox that does not drain is given up.
    private static let patience = 300.0

    private let store: SQLStore
    private let gateway: Gateway
    private let channel: Channel
    private let logger: Logger

    /// - Parameters:
    ///   - data: The folder of the database.
    ///   - config: The folder with providers/.
    ///   - url: Where the messages go.
    ///   - connections: Messages sent at one time.
    init(data: String, config: String, url: String, connections: Int) async throws {
        let log = DiagnosticLog()
        let channels = ChannelsFile.load(
            source: Self.channels(url), file: "bench", adapters: Folders(config: config).adapters(log: log),
            environment: [:], log: log)
        guard !log.hasErrors, let channel = channels.first else {
            throw WrongUse(log.sorted.map(\.description).joined(separator: "\n"))
        }
        var settings = Settings()
        settings.data = data
        settings.sending = connections
        var logger = Logger(label: "waymark", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .error
        let keys = try KeySet.open(data: data, environment: [:])
        store = try SQLStore(path: data + "/bench.sqlite", keys: keys.ring)
        gateway = try await Gateway.open(
            settings: settings, channels: channels, systems: [], pack: try BenchPack.make(), store: store,
            keys: keys, folders: Folders(config: config), logger: logger)
        self.channel = channel
        self.logger = logger
    }

    /// Transactions so far.
    var commits: Int { store.statistics.groups }

    /// Takes as many texts as messages are wanted, one of each person after the other; each is answered by one message.
    func fill(messages: Int, people: Int) async throws {
        for first in stride(from: 0, to: messages, by: people) {
            let round = first / people
            try await each(first..<min(first + people, messages)) { number in
                try await take(person: number - first, round: round)
            }
        }
        let waiting = try await store.counts().waitingMessages
        guard waiting == messages else {
            throw WrongUse("the benchmark's outbox holds \(waiting) messages and not \(messages)")
        }
    }

    /// Runs the gateway's services until nothing waits any more.
    func drain(into provider: LoopbackProvider, messages: Int) async throws {
        let services = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: gateway.services.map { .init(service: $0) }, logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            let end = ContinuousClock.now + .seconds(Self.patience)
            while try await !isDrained(into: provider, messages) {
                guard ContinuousClock.now < end else { throw WrongUse("the benchmark's outbox does not drain") }
                try await Task.sleep(for: .milliseconds(5))
            }
            await services.triggerGracefulShutdown()
        }
    }

    /// The database is asked only when the provider has everything, because counting reads whole tables.
    private func isDrained(into provider: LoopbackProvider, _ messages: Int) async throws -> Bool {
        guard provider.count == messages else { return false }
        return try await store.counts().waitingMessages == 0
    }

    /// Closes the database.
    func close() async {
        await gateway.close()
    }

    private func take(person: Int, round: Int) async throws {
        let texts = ["hello"] + BenchPack.answers
        let text = texts[round % texts.count]
        let body = "from=%2B2547\(10_000_000 + person)&to=10000&id=\(person).\(round)&text=\(text)"
        let request = HTTPRequest(
            method: "POST", target: "/in/bench/receive",
            headers: [HeaderField("Content-Type", "application/x-www-form-urlencoded")], body: Array(body.utf8))
        let answer = await gateway.inbox.receive(request, on: channel, route: "receive")
        guard answer.status == 200 else { throw WrongUse("a webhook of the benchmark was met with \(answer.status)") }
    }

    private func each(_ numbers: Range<Int>, _ act: @escaping @Sendable (Int) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in numbers {
                if number - numbers.lowerBound >= Self.atOnce { try await group.next() }
                group.addTask { try await act(number) }
            }
            try await group.waitForAll()
        }
    }

    private static func channels(_ url: String) -> String {
        """
        channels:
          bench:
            adapter: generic
            address: "10000"
            country: KE
            simulator: true
            settings: { send_url: "\(url)" }
        """
    }
}
