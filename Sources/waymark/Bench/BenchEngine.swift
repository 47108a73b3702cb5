import ArgumentParser
import Conversation
import Expressions
import Foundation

/// `waymark bench engine`: turns per second of the pure machine on one core, every session written to bytes and read
/// back between any two turns; the same in a pack of many flows; and one text with values.
struct BenchEngine: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine", abstract: "Turns per second of the pure machine on one core.")

    @ArgumentParser.Option(help: "Turns in one run.")
    var turns = 200_000

    @ArgumentParser.Option(help: "Runs; the median counts.")
    var runs = 5

    @ArgumentParser.Option(help: "Flows in the large pack.")
    var flows = 500

    @ArgumentParser.Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard turns > 0, runs > 0, flows > 0 else {
            throw ValidationError("the numbers of turns, runs and flows must be at least 1")
        }
    }

    func run() throws {
        let small = try BenchConversation(flows: 1)
        let large = try BenchConversation(flows: flows)
        let rates = try rates(small)
        let largeRates = try self.rates(large)
        let text = try templateSeconds()
        let bytes = try small.sessionBytes()
        if json {
            let figures = [
                "turns_per_second": rates.median, "least": rates.sorted[0], "most": rates.sorted[runs - 1],
                "turns_per_second_large": largeRates.median, "template_seconds": text, "session_bytes": Double(bytes),
            ]
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return print(String(decoding: try encoder.encode(figures), as: UTF8.self))
        }
        print(
            """
            engine: \(Int(rates.median)) turns/s (\(Int(rates.sorted[0])) to \(Int(rates.sorted[runs - 1])) \
            in \(runs) runs of \(turns))
                    \(Int(largeRates.median)) turns/s in a pack of \(flows) flows
                    \(Figures.microseconds(1 / rates.median)) a turn; \
            a session of \(bytes) bytes encoded and decoded each turn
                    \(Figures.microseconds(text)) for a text with two values
            """)
    }

    /// Turns per second of all runs, after one that does not count.
    private func rates(_ conversation: BenchConversation) throws -> (sorted: [Double], median: Double) {
        _ = try rate(conversation, turns: turns / 10)
        let sorted = try (0..<runs).map { _ in try rate(conversation, turns: turns) }.sorted()
        return (sorted, sorted[runs / 2])
    }

    private func rate(_ conversation: BenchConversation, turns: Int) throws -> Double {
        var done = 0
        let time = try ContinuousClock().measure {
            while done < turns { done += try conversation.walk() }
        }
        return Double(done) / time.inSeconds
    }

    /// The seconds that a text with two values takes.
    private func templateSeconds() throws -> Double {
        let template = try Template.parse("You worked ${years} years, until ${left}.")
        let scope = DictionaryScope(["years": .number(3), "left": .text("March")])
        let evaluation = Evaluation(scope: scope, now: Timestamp(milliseconds: 0))
        var length = 0
        let time = try ContinuousClock().measure {
            for _ in 0..<turns { length += try evaluation.render(template).utf8.count }
        }
        guard length == turns * "You worked 3 years, until March.".utf8.count else {
            throw WrongUse("the benchmark's text is not what it must be")
        }
        return time.inSeconds / Double(turns)
    }
}
