import ArgumentParser
import ContentFiles
import Conversation
import Foundation

/// `waymark bench content`: how long a large pack takes to load and to check, with its memory.
struct BenchContent: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "content", abstract: "Loading and checking a large pack, and its memory.")

    @ArgumentParser.Option(help: "Flows.")
    var flows = 500

    @ArgumentParser.Option(help: "Steps in each flow.")
    var steps = 20

    @ArgumentParser.Option(help: "Languages.")
    var languages = SyntheticPhrases.all.count

    @ArgumentParser.Option(help: "Runs; the median counts.")
    var runs = 3

    @ArgumentParser.Option(
        help: ArgumentHelp("Write the pack into this folder, and measure nothing.", valueName: "DIR"))
    var write: String?

    @ArgumentParser.Flag(help: "Also say how long each stage took in the last run.")
    var timings = false

    @ArgumentParser.Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        let most = SyntheticPhrases.all.count
        guard flows >= 4, steps > 0, runs > 0, (1...most).contains(languages) else {
            throw ValidationError("at least 4 flows, 1 step and 1 run, and 1 to \(most) languages")
        }
    }

    func run() throws {
        let pack = SyntheticPack(
            flows: flows, steps: steps, languages: Array(SyntheticPhrases.all.prefix(languages)))
        let source = pack.source
        if let write { return try save(source, in: write) }
        let before = ResidentMemory.megabytes()
        var last = (loading: Run(), checking: Run())
        var times: [(load: Double, check: Double)] = []
        for _ in 0..<runs {
            last = (Run(), Run())
            let load = try last.loading.seconds { log, _ in PackLoader.load(source, log: log) }
            let check = try last.checking.seconds { PackCheck(timings: $1).load(source, log: $0) }
            times.append((load, check))
        }
        try report(times, last.checking, memory: ResidentMemory.megabytes() - before, bytes: source.size)
    }

    private func report(_ times: [(load: Double, check: Double)], _ last: Run, memory: Double, bytes: Int) throws {
        let load = times.map(\.load).sorted()[times.count / 2]
        let check = times.map(\.check).sorted()[times.count / 2]
        if json {
            let figures = ["load_seconds": load, "check_seconds": check, "megabytes": memory, "bytes": Double(bytes)]
            return print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
        }
        print("content: \(flows) flows of \(steps) steps in \(languages) languages, \(bytes / 1_000) kB")
        print("         loaded in \(Figures.microseconds(load)), loaded and checked in \(Figures.microseconds(check))")
        print("         \(last.log.all.count) findings, \(Figures.rounded(memory, 0)) MB")
        if timings { Terminal.errors.write(last.timings.report) }
    }

    private func save(_ source: PackSource, in folder: String) throws {
        for file in source.files {
            let url = URL(fileURLWithPath: folder).appendingPathComponent(file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.content.utf8).write(to: url)
        }
    }

    /// One run with what it found.
    private struct Run {
        let log = DiagnosticLog()
        let timings = CheckTimings()

        /// The seconds of some work that must not find an error.
        func seconds(_ work: (DiagnosticLog, CheckTimings) -> Pack?) throws -> Double {
            let start = ContinuousClock.now
            let result = work(log, timings)
            let time = ContinuousClock.now - start
            guard result != nil, !log.hasErrors else {
                throw WrongUse(
                    log.sorted.filter { $0.severity == .error }.prefix(5).map(\.description).joined(separator: "\n"))
            }
            return time.inSeconds
        }
    }
}

extension PackSource {
    /// The bytes of all files.
    fileprivate var size: Int { files.map(\.content.utf8.count).reduce(0, +) }
}
