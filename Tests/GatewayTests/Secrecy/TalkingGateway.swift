import ContentFiles
import Conversation
import Foundation
import Logging
import Providers
import Sealing
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Gateway

/// A gateway that serves a shipped pack on the simulator's channels, without a server; it really sends its messages, to a
/// provider that takes them all. A test moves its clock, and reads everything that it logs.
struct TalkingGateway: Sendable {
    let gateway: Gateway
    let store: SQLStore
    let pack: Pack
    /// The files of the pack.
    let source: PackSource
    let clock = MovedClock()
    let log = LogBook()
    let provider: LoopbackServer
    let folder: TemporaryFolder

    static let project = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path(percentEncoded: false)

    /// - Parameters:
    ///   - name: A folder under `Flows`.
    ///   - missing: The channel that is not there.
    ///   - set: Changes settings.
    init(
        _ name: String, without missing: String = "", _ set: (inout Settings) -> Void = { _ in }
    ) async throws {
        folder = try TemporaryFolder()
        provider = try LoopbackServer()
        let diagnostics = DiagnosticLog()
        source = try Self.source(name)
        pack = try #require(PackLoader.load(source, log: diagnostics), "\(diagnostics.sorted)")
        let ring = KeyRing(.random())
        store = try SQLStore(path: folder.file("waymark.sqlite"), keys: ring)
        var settings = Settings()
        settings.data = folder.path
        set(&settings)
        let (clock, log) = (clock, log)
        let channels = try Self.channels(sendingTo: provider.url("/send"), code: pack.settings.code)
        gateway = try await Gateway.open(
            settings: settings, channels: channels.filter { $0.id != missing }, systems: [],
            pack: (pack, source), store: store, keys: KeySet(ring: ring, place: .environment),
            folders: Folders(config: Self.project + "Config", flows: Self.project + "Flows"),
            clock: Clock { clock.now }, logger: log.logger)
    }

    /// Without its talks, whose words and numbers would be looked for where the pack itself is kept.
    private static func source(_ name: String) throws -> PackSource {
        let log = DiagnosticLog()
        let whole = try #require(PackSource.read(folder: project + "Flows/" + name, log: log), "\(log.sorted)")
        return PackSource(folder: whole.folder, files: whole.files.filter { !$0.path.hasPrefix("talks/") })
    }

    /// The talks of a shipped pack.
    static func talks(of name: String) throws -> [Talk] {
        let folder = project + "Flows/\(name)/talks"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".talk") }
        return try files.sorted().flatMap { file in
            let log = DiagnosticLog()
            let content = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            return TalkFile.read(content, file: file, log: log)
        }
    }

    private static func channels(sendingTo url: String, code: String) throws -> [Channel] {
        let log = DiagnosticLog()
        let adapters = Folders(config: project + "Config").adapters(log: log)
        let channels = ChannelsFile.load(
            source: """
                channels:
                  ussd: { adapter: generic-ussd, address: "\(code)", country: CN, simulator: true, duplicate_window: 0s }
                  sms:
                    adapter: generic
                    address: "10000"
                    country: CN
                    simulator: true
                    duplicate_window: 0s
                    settings: { send_url: "\(url)" }
                """, file: "channels.yaml", adapters: adapters, environment: [:], log: log)
        try #require(channels.count == 2, "\(log.sorted)")
        return channels
    }

    /// A provider posts this to a channel. Returns the body of the answer.
    func post(_ fields: [String: String], to name: String, route: String) async throws -> String {
        let channel = try #require(gateway.inbox.channel(name))
        let request = HTTPRequest(
            method: "POST", target: "/in/\(name)/\(route)", headers: [HeaderField("Content-Type", "application/json")],
            body: Array(try JSONEncoder().encode(fields)))
        return await gateway.inbox.receive(request, on: channel, route: route).text
    }

    /// Fires what is due, and sends what waits.
    func settle() async throws {
        while try await gateway.holding.takeDue(limit: 100) > 0 {}
        while try await gateway.timers.fire() > 0 {}
        while try await gateway.timers.remind() > 0 {}
        while await gateway.outbox.sendDue() > 0 {}
    }

    /// The bytes of the data folder.
    func kept() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return Dictionary(
            uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: URL(filePath: folder.file($0)))) })
    }
}

/// Everything that was logged, at every level.
final class LogBook: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    var logger: Logger {
        var logger = Logger(label: "test") { _ in Handler(book: self) }
        logger.logLevel = .trace
        return logger
    }

    private struct Handler: LogHandler {
        let book: LogBook
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            book.lines.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
        }
    }
}
