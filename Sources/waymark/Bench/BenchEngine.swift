import ArgumentParser
import Conversation
import Expressions
import Foundation

/// `waymark bench engine`: turns per second of the pure machine on one core, every session written to bytes and read
/// back between any two turns.
struct BenchEngine: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine", abstract: "Turns per second of the pure machine on one core.")

    @ArgumentParser.Option(help: "Turns in one run.")
    var turns = 200_000

    @ArgumentParser.Option(help: "Runs; the median counts.")
    var runs = 5

    @ArgumentParser.Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let (pack, _) = try BenchPack.make()
        let machine = ConversationMachine(packs: ConversationMachine.Packs(current: pack))
        _ = try measure(machine, turns: turns / 10)
        let rates = try (0..<max(1, runs)).map { _ in try measure(machine, turns: turns) }.sorted()
        let bytes = try sessionBytes(machine)
        if json {
            let figures = [
                "turns_per_second": rates[rates.count / 2], "least": rates[0], "most": rates[rates.count - 1],
                "session_bytes": Double(bytes),
            ]
            print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
        } else {
            print(
                "engine: \(Int(rates[rates.count / 2])) turns/s "
                    + "(\(Int(rates[0])) to \(Int(rates[rates.count - 1])) in \(rates.count) runs of \(turns))")
            print(
                "        \(Figures.microseconds(1 / rates[rates.count / 2])) a turn; "
                    + "a session of \(bytes) bytes encoded and decoded each turn")
        }
    }

    /// Turns per second of one run.
    private func measure(_ machine: ConversationMachine, turns: Int) throws -> Double {
        let clock = ContinuousClock()
        var done = 0
        let time = try clock.measure {
            while done < turns { done += try walk(machine) }
        }
        return Double(done) / (Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
    }

    /// One conversation from the first dial to its end; returns its turns.
    private func walk(_ machine: ConversationMachine) throws -> Int {
        let channel = ChannelView(name: "bench", kind: .ussd)
        let now = Timestamp(milliseconds: 1_800_000_000_000)
        var bytes: [UInt8]?
        var turns = 0
        for (index, text) in ([""] + BenchPack.answers).enumerated() {
            let session = try bytes.map { try Session(decoding: $0) }
            let hop = Hop(dialogue: "ATUid_bench", begins: index == 0, input: .latest(text))
            let turn = machine.receive(.hop(hop), on: channel, Snapshot(session: session), at: now)
            guard turn.reply != nil else { throw WrongUse("the benchmark's conversation was not answered") }
            bytes = turn.session?.encoded()
            turns += 1
        }
        guard bytes == nil else { throw WrongUse("the benchmark's conversation did not end") }
        return turns
    }

    /// The size of the longest session of the walk.
    private func sessionBytes(_ machine: ConversationMachine) throws -> Int {
        let now = Timestamp(milliseconds: 1_800_000_000_000)
        var rehearsal = Rehearsal(machine: machine, now: now)
        var sizes: [Int] = []
        _ = try rehearsal.dial("", from: "bench")
        for answer in BenchPack.answers {
            _ = try rehearsal.send(answer, by: .ussd, from: "bench")
            sizes.append(rehearsal.people["bench"]?.session?.encoded().count ?? 0)
        }
        return sizes.max() ?? 0
    }
}
