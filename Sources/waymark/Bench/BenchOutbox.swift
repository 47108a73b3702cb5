import ArgumentParser
import Foundation
import Glibc

/// `waymark bench outbox`: how fast a full outbox drains to a provider on this machine that takes everything at once.
struct BenchOutbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "A full outbox drained to a provider over loopback.")

    @Option(help: "Messages in the outbox.")
    var messages = 20_000

    @Option(help: "People they go to, one run for each number; each person's messages go one after the other.")
    var people: [Int] = [20_000, 1_000]

    @Option(help: "Messages sent at one time.")
    var connections = 32

    @Option(help: "Where the databases are made; the disk of this folder is part of what is measured.")
    var folder = ".build"

    @Option(help: "The folder with providers/.")
    var config = "Config"

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard messages > 0, connections > 0, people.allSatisfy({ $0 > 0 }) else {
            throw ValidationError("messages, people and connections are numbers above 0")
        }
    }

    func run() async throws {
        var lines: [OutboxFigures] = []
        for people in people { lines.append(try await measure(people: people)) }
        if json {
            let encoder = JSONEncoder()
            encoder.keyEncodingStrategy = .convertToSnakeCase
            return print(String(decoding: try encoder.encode(lines), as: UTF8.self))
        }
        print("outbox: \(messages) messages drained to a provider over loopback, \(connections) at one time")
        for line in lines { print(line) }
    }

    private func measure(people: Int) async throws -> OutboxFigures {
        let data = folder + "/bench-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: data) }
        let provider = try LoopbackProvider()
        defer { provider.stop() }
        let outbox = try await OutboxUnderTest(
            data: data, config: config, url: provider.url, connections: connections)
        try await outbox.fill(messages: messages, people: people)
        let commits = outbox.commits
        let before = (time: ContinuousClock.now, processor: Self.processorTime, own: provider.record.processorTime)
        try await outbox.drain(into: provider, messages: messages)
        let seconds = (ContinuousClock.now - before.time).inSeconds
        let record = provider.record
        let processor = Self.processorTime - before.processor - (record.processorTime - before.own)
        let groups = outbox.commits - commits
        await outbox.close()
        return OutboxFigures(
            people: people, messages: record.messages.count, repeats: record.repeats, seconds: seconds,
            processor: processor, commits: groups, waits: record.waits)
    }

    /// Seconds of processor time of this process.
    private static var processorTime: Double { Double(ProviderSockets.now(CLOCK_PROCESS_CPUTIME_ID)) / 1e9 }
}
