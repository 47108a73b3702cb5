import ArgumentParser
import Foundation
import Sealing
import Storage

/// `waymark bench gateway`: durable webhook to answer over loopback, half USSD and half SMS, against the disk's own
/// limit.
struct BenchGateway: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gateway", abstract: "Durable webhook to answer over loopback, half USSD and half SMS.")

    @Option(help: "Connections of the closed-loop runs.")
    var connections: [Int] = [1, 32, 64, 256]

    @Option(help: "Arrivals per second of the open-loop runs.")
    var rates: [Double] = [500, 1_000, 2_000]

    @Option(help: "Connections of the open-loop runs: as many requests may wait at one time.")
    var openConnections = 256

    @Option(help: "Seconds of each run.")
    var seconds = 5.0

    @Option(
        help:
            "Conversations of the last days that are in the database before; it is made once, which takes minutes, and kept."
    )
    var sessions = 0

    @Option(help: "Where the databases are made; the disk of this folder is what is measured.")
    var folder = ".build"

    @Option(help: "The folder with providers/.")
    var config = "Config"

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (connections + [openConnections]).allSatisfy({ $0 > 0 }), rates.allSatisfy({ $0 > 0 }), seconds > 0,
            sessions >= 0
        else {
            throw ValidationError("connections, rates and seconds are numbers above 0, and sessions is none below it")
        }
    }

    func run() async throws {
        let data =
            folder + "/bench-"
            + (sessions > 0 ? "\(sessions)-sessions" : "\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        defer { if sessions == 0 { try? FileManager.default.removeItem(atPath: data) } }
        if sessions > 0 { try await fill(data) }
        let begin = ContinuousClock.now
        let server = try ServerUnderTest(data: data, config: config)
        let start = (ContinuousClock.now - begin).inSeconds
        let idle = server.memory
        var lines: [GatewayFigures] = []
        for count in connections {
            lines.append(
                try measure(
                    server, LoadGenerator(ports: [server.port], connections: count, rate: nil, seconds: seconds)))
        }
        for index in lines.indices { lines[index].http = try pulse(server, connections: lines[index].connections) }
        for rate in rates {
            lines.append(
                try measure(
                    server,
                    LoadGenerator(ports: [server.port], connections: openConnections, rate: rate, seconds: seconds)))
        }
        let busy = server.memory
        server.stop()
        for index in lines.indices where lines[index].rate == nil {
            let baseline = CommitBaseline(folder: data, group: Int(lines[index].group.rounded()))
            lines[index].alone = try await baseline.measure(seconds: min(seconds, 3))
            try? FileManager.default.removeItem(atPath: data + "/baseline.sqlite")
            try? FileManager.default.removeItem(atPath: data + "/baseline.sqlite-wal")
        }
        try report(lines, start: start, idle: idle, busy: busy)
    }

    /// Makes the conversations that are there before, within the days for which repeats are known.
    private func fill(_ data: String) async throws {
        let keys = KeySet(ring: ConsoleDatabase.keys, place: .file(data + "/waymark.key"))
        if !FileManager.default.fileExists(atPath: data + "/waymark.key") { try keys.keep() }
        let days: Int64 = 5 * 86_400_000
        let calendar = ConsoleDatabase.Calendar(
            begin: Int64(Date().timeIntervalSince1970 * 1_000) - days, pace: max(1, days / Int64(sessions)),
            hasKeys: true)
        let database = try ConsoleDatabase(path: data + "/bench.sqlite", calendar: calendar)
        try await database.fill(to: sessions) { count in
            if count.isMultiple(of: 100_000) {
                FileHandle.standardError.write(Data("made \(count) of \(sessions) conversations\n".utf8))
            }
        }
        try await database.passWords()
        await database.store.close()
    }

    /// Requests per second that are answered without a turn.
    private func pulse(_ server: ServerUnderTest, connections: Int) throws -> Double {
        try LoadGenerator(
            ports: [server.port], connections: connections, rate: nil, seconds: min(seconds, 3), isSilent: true
        ).run().perSecond
    }

    private func measure(_ server: ServerUnderTest, _ load: LoadGenerator) throws -> GatewayFigures {
        let before = (server.processorTime, try server.commits())
        let result = try load.run()
        let after = (server.processorTime, try server.commits())
        let groups = max(1, after.1.groups - before.1.groups)
        let members = after.1.members - before.1.members
        return GatewayFigures(
            connections: load.connections, rate: load.rate, perSecond: result.perSecond,
            busy: Double(result.busy) / Double(max(1, result.answers)), p50: result.percentile(50),
            p99: result.percentile(99), p999: result.percentile(99.9),
            processor: (after.0 - before.0) / Double(max(1, result.answers)),
            writer: (after.1.held - before.1.held) / Double(max(1, members)), group: Double(members) / Double(groups))
    }

    private func report(
        _ lines: [GatewayFigures], start: Double, idle: (all: Double, own: Double), busy: (all: Double, own: Double)
    ) throws {
        if json {
            let encoder = JSONEncoder()
            encoder.keyEncodingStrategy = .convertToSnakeCase
            return print(String(decoding: try encoder.encode(lines), as: UTF8.self))
        }
        print(
            "gateway: durable webhook to answer, half USSD half SMS; "
                + (sessions > 0 ? "\(sessions) conversations there before; " : "")
                + "started in \(Figures.rounded(start, 2)) s; memory \(Figures.rounded(idle.all, 0)) MB idle, \(Figures.rounded(busy.all, 0)) MB after, of which "
                + "\(Figures.rounded(busy.own, 0)) MB without the pages of the program")
        for line in lines { print(line) }
    }
}

/// The figures of one run.
struct GatewayFigures: Encodable, CustomStringConvertible {
    let connections: Int
    /// Arrivals per second, nil for the closed loop.
    let rate: Double?
    /// Turns per second.
    let perSecond: Double
    /// The share of them that were met with the busy answer.
    let busy: Double
    /// Latency in seconds.
    let p50: Double
    let p99: Double
    let p999: Double
    /// Seconds of the server's processor time for one turn.
    let processor: Double
    /// Seconds that a turn keeps the one writer, also while others have its processor.
    let writer: Double
    /// Changes in one commit, on average.
    let group: Double
    /// Requests per second that are answered over as many connections without a turn.
    var http: Double?
    /// Turns per second that SQLite alone commits in groups of this size.
    var alone: Double?

    /// Turns per second if one took nothing but a request without a turn, which keeps all processors busy, and SQLite's own
    /// time, which keeps one busy.
    private var bound: Double? {
        guard let http, let alone else { return nil }
        let processors = Double(ProcessInfo.processInfo.activeProcessorCount)
        return min(http, alone, processors / (processors / http + 1 / alone))
    }

    var description: String {
        let kind = rate.map { "open   \(Figures.rounded($0, 0))/s" } ?? "closed \(connections) connections"
        let latency =
            "p50 \(Figures.microseconds(p50)), p99 \(Figures.microseconds(p99)), p99.9 \(Figures.microseconds(p999))"
        let own =
            "\(kind): \(Figures.rounded(perSecond, 0)) turns/s, \(latency), "
            + "CPU \(Figures.microseconds(processor)) a turn, the writer \(Figures.microseconds(writer)), "
            + "groups of \(Figures.rounded(group, 1))"
            + (busy > 0 ? ", \(Figures.rounded(busy * 100, 1)) % busy" : "")
        guard let alone, let http, let bound else { return own }
        return own + "; SQLite alone \(Figures.rounded(alone, 0))/s: \(percent(of: alone)); "
            + "HTTP alone \(Figures.rounded(http, 0))/s; both \(Figures.rounded(bound, 0))/s: \(percent(of: bound))"
    }

    private func percent(of other: Double) -> String { "\(Figures.rounded(perSecond / other * 100, 0)) %" }
}
