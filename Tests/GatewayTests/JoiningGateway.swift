import ContentFiles
import Conversation
import Delivery
import Expressions
import Logging
import Providers
import Sealing
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Gateway

/// A gateway without a server, on channels that tell the parts of long messages one by one; a test moves its clock. Its
/// flow says back what it was told last.
struct JoiningGateway: Sendable {
    let gateway: Gateway
    let store: SQLStore
    let clock: MovedClock

    /// - Parameters:
    ///   - folder: Where the database is.
    ///   - channels: `answering` replies in its answers, `pushing` by requests.
    ///   - steps: The flow, as a file has it.
    init(
        _ folder: TemporaryFolder, channels: [String] = ["answering", "pushing"],
        clock: MovedClock = MovedClock(), limits: PartLimits = PartLimits(), steps: String = Self.listening
    ) async throws {
        self.clock = clock
        let ring = KeyRing(RootKey(secret: Array(repeating: 7, count: 32)))
        store = try SQLStore(path: folder.file("waymark.sqlite"), keys: ring)
        var settings = Settings()
        settings.data = folder.path
        settings.parts = limits
        gateway = try await Gateway.open(
            settings: settings, channels: try channels.map(Self.channel), systems: [], pack: try Self.pack(steps),
            store: store, keys: KeySet(ring: ring, place: .environment), folders: Folders(),
            clock: Clock { clock.now }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// A provider brings a part, or a whole message where there is none. Returns what it is told.
    func bring(
        _ text: String, _ place: String? = nil, id: String, from: String = "%2B254711000001", ref: String = "7",
        to channel: String = "answering"
    ) async throws -> HTTPAnswer {
        let pieces = place?.split(separator: "/").map(String.init) ?? []
        let part = pieces.isEmpty ? "" : "&ref=\(ref)&part=\(pieces[0])&count=\(pieces[1])"
        return try await post("id=\(id)&from=\(from)&to=21512&text=\(text)\(part)", to: channel)
    }

    /// A provider posts a form or a list as JSON.
    func post(_ body: String, to channel: String, route: String = "receive") async throws -> HTTPAnswer {
        let type = body.hasPrefix("[") ? "application/json" : "application/x-www-form-urlencoded"
        let request = HTTPRequest(
            method: "POST", target: "/in/\(channel)/\(route)", headers: [HeaderField("Content-Type", type)],
            body: Array(body.utf8))
        return await gateway.inbox.receive(request, on: try #require(gateway.inbox.channel(channel)), route: route)
    }

    /// What the outbox has for people, in order; each is given up with that.
    func outgoing() async throws -> [String] {
        var texts: [String] = []
        let rooms = ["answering": 100, "pushing": 100]
        while true {
            let rows = try await store.claimOutbox(rooms: rooms, at: clock.now, lease: 1)
            guard !rows.isEmpty else { return texts }
            texts += rows.compactMap(\.content?.text)
            try await store.settleOutbox(
                rows.map { OutboxResult(id: $0.id, action: .sent, at: clock.now) })
        }
    }

    func close() async { await gateway.close() }

    /// A count of `/metrics`, over all channels.
    func count(_ name: String) -> Int {
        let lines = gateway.parts.counters.text.split(separator: "\n").filter { $0.hasPrefix("waymark_\(name)_total{") }
        return lines.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }.reduce(0, +)
    }
}

/// A clock that stands still until it is moved.
final class MovedClock: Sendable {
    private let seconds = Mutex<Int64>(1_000_000)

    var now: Timestamp { Timestamp(milliseconds: seconds.withLock { $0 } * 1_000) }

    func move(by span: Int64) { seconds.withLock { $0 += span } }

    func move(to moment: Timestamp) { seconds.withLock { $0 = moment.milliseconds / 1_000 } }
}

extension JoiningGateway {
    static func channel(_ name: String) throws -> Channel {
        let log = DiagnosticLog()
        let adapter = AdapterFile.load(source: self.adapter(name), file: "\(name).yaml", log: log)
        var entry = ChannelEntry(id: name, adapter: try #require(adapter, "\(log.sorted)"))
        entry.isSimulator = true
        return Channel(entry)
    }

    private static func adapter(_ name: String) -> String {
        """
        adapter: \(name)
        kind: sms
        source: this test
        reply: \(name == "pushing" ? "request" : "answer")
        routes:
          receive:
            parse: form
            message: &part
              id: ${.id}
              from: ${.from | phone}
              to: ${.to}
              text: ${.text}
              time: ${.time | date(unix)}
              join: { key: "${.ref}", index: "${.part}", count: "${.count}", ttl: 60s }
          several: { parse: json, each: "${.[]}", message: *part }
        answer:
          reply: { type: text/plain, body: "say ${reply.text}" }
          message: { type: text/plain, body: taken }
        send:
          request: { url: "http://127.0.0.1:9/send", form: { text: "${msg.text}" } }
          response: { parse: text }
        """
    }

    static let listening = """
        steps:
          start:
            set: { said: "''" }
            go: listen
          listen:
            ask: "Said: ${said}"
            answer: { type: text, least: 1, most: 1000 }
            save: said
            go: listen

        """

    private static func pack(_ steps: String) throws -> (pack: Pack, source: PackSource) {
        let source = PackSource(
            folder: "Flows/test",
            files: [
                PackSource.File(
                    path: "pack.yaml",
                    content: "title: Test\nlanguage: en\nlanguages: { en: English }\nstart: main\n"),
                PackSource.File(path: "main.yaml", content: steps),
            ])
        let log = DiagnosticLog()
        let pack = PackLoader.load(source, log: log)
        return (try #require(pack, "\(log.sorted.map(\.description))"), source)
    }
}

extension HTTPAnswer {
    var text: String { String(decoding: body, as: UTF8.self) }
}
