import ArgumentParser
import ContentFiles
import Expressions
import Foundation
import Providers

/// `waymark bench webhook`: how long a provider's request takes on one core, without the server and the conversation:
/// its proof, its reading and the answer that carries a text.
struct BenchWebhook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhook", abstract: "Requests of providers, proved, read and answered on one core.")

    @OptionGroup var place: AdapterPlace

    @ArgumentParser.Option(help: "Requests of each kind.")
    var requests = 50_000

    @ArgumentParser.Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard requests > 0 else { throw ValidationError("the number of requests must be at least 1") }
    }

    func run() throws {
        let figures = try WebhookSample.all.map { try self.figures($0, count: requests) }
        let hostile = try WebhookSample.hostile.map { try self.figures($0, count: min(requests, 20)) }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return print(
                String(decoding: try encoder.encode(Report(webhooks: figures, hostile: hostile)), as: UTF8.self))
        }
        print("webhook: \(requests) of each, proved, read and answered on one core")
        for line in figures + hostile { print("         \(line)") }
    }

    private struct Report: Encodable {
        let webhooks: [TimeFigures]
        let hostile: [TimeFigures]
    }

    private func figures(_ sample: WebhookSample, count: Int) throws -> TimeFigures {
        let channel = try channel(sample)
        let now = Timestamp(milliseconds: 1_772_352_000_000)
        let clock = ContinuousClock()
        for _ in 0..<count / 10 { _ = answer(to: sample, on: channel, at: now) }
        var times: [Double] = []
        times.reserveCapacity(count)
        for _ in 0..<count {
            let start = clock.now
            let answer = answer(to: sample, on: channel, at: now)
            times.append((clock.now - start).inSeconds)
            guard (answer != nil) == sample.isTaken else {
                throw WrongUse("the adapter '\(sample.adapter)' does not read \(sample.title) as it must")
            }
        }
        return TimeFigures(sample.way, sample.title, times: times)
    }

    /// The answer that carries a text; nil when the request is refused.
    private func answer(to sample: WebhookSample, on channel: Channel, at now: Timestamp) -> HTTPAnswer? {
        guard case .events(_, let exchange) = channel.receive(sample.request, route: sample.route, at: now) else {
            return nil
        }
        return channel.answer(exchange, .reply("What do you need?\n1 Wages & hours\n2 工资", ends: false))
    }

    private func channel(_ sample: WebhookSample) throws -> Channel {
        let log = DiagnosticLog()
        guard let adapter = try place.shelf.adapter(named: sample.adapter, log) else {
            throw WrongUse(log.sorted.map(\.description).joined(separator: "\n"))
        }
        var entry = ChannelEntry(id: sample.way, adapter: adapter)
        entry.settings = sample.settings.map { Datum.Member($0.key, .text($0.value)) }
        entry.publicBaseURL = "https://sms.example.org"
        if sample.request.target.contains("token=") { entry.pathToken = "0123456789abcdef" }
        return Channel(entry)
    }
}
