import ArgumentParser
import ContentFiles
import Conversation
import Expressions
import Foundation
import Gateway
import Hummingbird
import Logging
import Providers
import Sealing
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// `waymark serve`: the gateway.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run the gateway.")

    @ArgumentParser.Option(help: "The folder with waymark.yaml, channels.yaml and providers/.")
    var config = "Config"

    @ArgumentParser.Option(help: "The folder with the packs.")
    var flows = "Flows"

    @ArgumentParser.Option(help: "The folder of the database and the key; it is made when it is missing.")
    var data: String?

    @ArgumentParser.Option(help: "The port to listen on.")
    var port: Int?

    @ArgumentParser.Flag(help: "Publish the pack whenever one of its files is saved.")
    var watch = false

    func validate() throws {
        if let port, !(0...65_535).contains(port) {
            throw ValidationError("a port is a number from 0 to 65535, not \(port)")
        }
    }

    func run() async throws {
        let (settings, gateway, hold) = try await open()
        defer { withExtendedLifetime(hold) {} }
        let application = try WebApplication.build(gateway) { port in
            // Whoever waits for the announcement may send commands at once.
            do {
                try gateway.door.open(at: "http://" + settings.authority(port: port), data: settings.data)
            } catch {
                gateway.parts.logger.error("commands cannot reach the gateway", metadata: ["error": "\(error)"])
            }
            await Self.announce(settings, port: port, gateway: gateway)
        }
        // A limit on the size of files (setrlimit(2), RLIMIT_FSIZE) makes a write fail, and must not end the gateway.
        signal(SIGXFSZ, SIG_IGN)
        var configuration = ServiceGroupConfiguration(
            services: gateway.services + [application], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: gateway.parts.logger)
        configuration.maximumGracefulShutdownDuration = .seconds(settings.stopTimeout)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch {
            await gateway.close()
            throw WrongUse("the server cannot run on \(settings.host):\(settings.port): \(Self.reason(of: error))")
        }
        await gateway.close()
    }

    /// Reads everything and opens the store; each thing that is wrong is said in one place.
    private func open() async throws -> (Settings, Gateway, DataFolderHold) {
        let environment = ProcessInfo.processInfo.environment
        let folders = Folders(config: config, flows: flows)
        let log = DiagnosticLog()
        var settings = folders.settings(environment: environment, log: log)
        if let data { settings.data = data }
        if let port { settings.port = port }
        try refuse(log, code: 2)
        let channels = folders.channels(
            environment: environment.merging(settings.environment) { _, own in own }, log: log)
        folders.check(settings, channels, log: log)
        try refuse(log, code: 2)
        for diagnostic in log.sorted { Terminal.errors.write("\(diagnostic)\n") }
        let systems = folders.systems(environment: environment, log: log)
        try refuse(log, code: 2)
        try makeFolder(settings.data)
        let hold = try DataFolder.hold(settings.data)
        let keys = try keys(settings, environment)
        let store = try store(settings, keys)
        let pack = try await pack(settings, folders, channels, store, log)
        if let pack {
            PackNeeds.check(
                pack.pack, folder: flows + "/" + settings.pack, systems: Set(systems.map(\.name)),
                canPush: channels.contains { $0.kind == .sms }, log: log)
        }
        guard let pack, !log.hasErrors else {
            await store.close()
            try refuse(log, code: 1)
            throw ExitCode(1)
        }
        do {
            return (
                settings,
                try await Gateway.open(
                    settings: settings, channels: channels, systems: systems, pack: pack, store: store, keys: keys,
                    folders: folders, isWatching: watch, logger: logger(settings)),
                hold
            )
        } catch {
            throw WrongUse("\(error)")
        }
    }

    private func pack(
        _ settings: Settings, _ folders: Folders, _ channels: [Channel], _ store: SQLStore, _ log: DiagnosticLog
    ) async throws -> (pack: Pack, source: PackSource)? {
        do {
            return try await folders.pack(settings.pack, for: channels, provenBy: store, log: log)
        } catch {
            throw WrongUse("\(error)")
        }
    }

    private func makeFolder(_ data: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        } catch {
            throw WrongUse("the data folder \(data) cannot be made; check the permissions of the folder above it")
        }
    }

    private func keys(_ settings: Settings, _ environment: [String: String]) throws -> KeySet {
        do {
            return try KeySet.open(data: settings.data, environment: environment)
        } catch {
            throw WrongUse("\(error)")
        }
    }

    private func store(_ settings: Settings, _ keys: KeySet) throws -> SQLStore {
        do {
            let file = settings.data + "/" + DataFolder.databaseName
            guard settings.postgres.isEmpty else {
                if FileManager.default.fileExists(atPath: file) {
                    Terminal.errors.line(
                        "\(file) is not served, because 'store.postgres' names another database: "
                            + "'waymark migrate sqlite-to-postgres' moves it; delete it once it is moved")
                }
                return try SQLStore(onPostgres: settings, keys: keys.ring)
            }
            return try SQLStore(path: file, keys: keys.ring, settings: settings.store)
        } catch {
            throw WrongUse("\(error)")
        }
    }

    /// Prints what was found; stops when it was an error.
    private func refuse(_ log: DiagnosticLog, code: Int32) throws {
        guard log.hasErrors else { return }
        for diagnostic in log.sorted { Terminal.errors.write("\(diagnostic)\n") }
        throw ExitCode(code)
    }

    private func logger(_ settings: Settings) -> Logger {
        var logger = Logger(label: "waymark") { (label: String) -> any LogHandler in
            guard settings.logFormat == "json" else {
                return StreamLogHandler.standardError(label: label, metadataProvider: TraceContext.metadata)
            }
            return JSONLog(metadataProvider: TraceContext.metadata) { Terminal.errors.write($0) }
        }
        logger.logLevel = Logger.Level(rawValue: settings.logLevel) ?? .info
        return logger
    }

    private static func announce(_ settings: Settings, port: Int, gateway: Gateway) async {
        let base = "http://" + settings.authority(port: port)
        let pack = gateway.parts.library.machine.packs.current
        var lines = ["Waymark serves \(pack.title) on \(base) (pack \(pack.id), revision \(pack.revision))."]
        if gateway.phone != nil { lines.append("  Try it on a phone in the browser: \(base)/phone") }
        for channel in gateway.parts.channels.values.sorted(by: { $0.id < $1.id }) {
            let routes = channel.adapter.routes.map { "\(base)/in/\(channel.id)/\($0.name)" }
            let doors = routes.isEmpty ? "sends only" : routes.joined(separator: ", ")
            lines.append("  \(channel.kind) channel \(channel.id): \(doors)")
        }
        let today = gateway.parts.clock.now.date(utcOffset: pack.settings.utcOffset)
        let isLive = gateway.parts.channels.values.contains { !$0.isSimulator }
        lines += LeftOut(pack.directory, on: today, isLive: isLive).lines.map { "  " + $0 }
        lines += await console(settings, host: settings.authority(port: port), gateway: gateway)
        Terminal.output.write(lines.joined(separator: "\n") + "\n")
    }

    /// Where the console is; while it has no admin, the link by which the first one joins.
    private static func console(_ settings: Settings, host: String, gateway: Gateway) async -> [String] {
        guard settings.console.access != ConsoleSettings.Access.off.rawValue else { return [] }
        do {
            guard let token = try await gateway.staff.firstToken() else {
                return ["  console: \(settings.console.home(host: host))"]
            }
            let link = settings.console.joinLink(token, host: host)
            return [
                "  console: nobody can sign in yet. Whoever opens this link first becomes its admin:", "    " + link,
            ]
        } catch {
            gateway.parts.logger.error("the console cannot be opened", metadata: ["error": "\(error)"])
            return []
        }
    }

    /// The usual reason in plain words: the port is taken, or may not be used.
    private static func reason(of error: any Error) -> String {
        let text = "\(error)"
        if text.contains("errno: \(EADDRINUSE)") || text.contains("Address already in use") {
            return "another program uses this port; stop it, or choose another with --port"
        }
        if text.contains("Permission denied") { return "this port needs more rights; choose one above 1023" }
        return text
    }
}
