import ArgumentParser
import ContentFiles
import Foundation
import Gateway
import Logging
import Providers
import Sealing
import ServiceLifecycle
import Storage
import Web

/// The gateway under test: what `serve` runs, on a free port, with two channels for virtual phones. It ends with
/// its input.
struct BenchServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "server", abstract: "The gateway under test.", shouldDisplay: false)

    @Option(help: "The folder of the database.")
    var data: String

    @Option(help: "The folder with providers/.")
    var config = "Config"

    @Option(help: "A PostgreSQL database instead.")
    var postgres = ""

    @Option(help: "The schema in it.")
    var schema = "waymark"

    @Option(help: "How many gateways share it.")
    var nodes = 1

    func run() async throws {
        let log = DiagnosticLog()
        let adapters = Folders(config: config).adapters(log: log)
        let channels = ChannelsFile.load(
            source: Self.channels, file: "bench", adapters: adapters, environment: [:], log: log)
        guard !log.hasErrors else { throw WrongUse(log.sorted.map(\.description).joined(separator: "\n")) }
        var settings = Settings()
        settings.port = 0
        settings.data = data
        // Reading the whole file is no part of a turn.
        settings.inspectionHours = 0
        (settings.postgres, settings.postgresSchema, settings.nodes) = (postgres, schema, nodes)
        var logger = Logger(label: "waymark", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .error
        let keys = try KeySet.open(data: data, environment: [:])
        let store =
            try postgres.isEmpty
            ? SQLStore(path: data + "/bench.sqlite", keys: keys.ring)
            : SQLStore(onPostgres: settings, keys: keys.ring)
        let gateway = try await Gateway.open(
            settings: settings, channels: channels, systems: [], pack: try BenchPack.make(), store: store, keys: keys,
            folders: Folders(config: config), logger: logger)
        let application = try WebApplication.build(gateway) { port in
            Terminal.output.write("port \(port)\n")
        }
        let services: [any Service] = gateway.services + [application, EndOfInput(store: store)]
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map { .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) },
                logger: logger))
        try await group.run()
        await gateway.close()
    }

    /// A USSD code that sends everything typed so far, and a short code that is answered in the webhook's answer.
    private static let channels = """
        channels:
          bench-ussd:
            adapter: africastalking-ussd
            address: "*384*77#"
            country: KE
            simulator: true
          bench-sms:
            adapter: generic
            address: "10000"
            country: KE
            simulator: true
            reply: answer
            settings: { send_url: "http://127.0.0.1:9/none" }
        """
}

/// Answers each line of input with how commits were shared so far; ends the server when the input ends.
private struct EndOfInput: Service {
    let store: SQLStore

    func run() async throws {
        let lines = AsyncStream<Void> { continuation in
            let thread = Thread {
                while readLine() != nil { continuation.yield() }
                continuation.finish()
            }
            thread.start()
        }
        for await _ in lines.cancelOnGracefulShutdown() {
            let statistics = store.statistics
            let held = Int(statistics.held.inSeconds * 1e6)
            Terminal.output.write(
                "commits \(statistics.groups) \(statistics.members) \(statistics.largest) \(held)\n")
        }
    }
}
