import ArgumentParser
import Directory
import Foundation

/// `waymark bench directory`: how long one search takes in a made-up country, and what its directory weighs.
struct BenchDirectory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory", abstract: "Searches in a directory as large as a country's, and its memory.")

    @ArgumentParser.Option(help: "Places.")
    var regions = 3_500

    @ArgumentParser.Option(help: "Offices.")
    var services = 100_000

    @ArgumentParser.Option(help: "Searches of each way.")
    var searches = 2_000

    @ArgumentParser.Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        guard regions > 0, services > 0, searches > 0 else {
            throw WrongUse("the numbers of places, offices and searches must be at least 1")
        }
        let before = ResidentMemory.megabytes()
        let directory = SyntheticDirectory.make(regions: regions, services: services)
        let memory = ResidentMemory.megabytes() - before
        let readings = DirectoryQuestion.allCases.map { way in
            figures(way.rawValue, way.title, directory) { region, _ in
                let text = way.text(for: region, in: directory)
                return { _ = directory.reading(of: text) }
            }
        }
        let nearest = figures("offices", "the five nearest offices", directory) { region, number in
            {
                _ = directory.services(
                    SyntheticDirectory.kind(number), near: region.code, limit: 5, on: SyntheticDirectory.day)
            }
        }
        try report(readings + [nearest], memory: memory)
    }

    /// The times of one way of searching, for places from all over the country. What is asked is made before the clock
    /// runs.
    private func figures(
        _ name: String, _ title: String, _ directory: Directory, search: (Region, Int) -> () -> Void
    ) -> TimeFigures {
        let clock = ContinuousClock()
        let times = (0..<searches).map { number in
            let place = SyntheticDirectory.spread(number, over: directory.regions.count)
            let run = search(directory.regions[place], number)
            return clock.measure(run).inSeconds
        }
        return TimeFigures(name, title, times: times)
    }

    private func report(_ figures: [TimeFigures], memory: Double) throws {
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let report = Report(regions: regions, services: services, megabytes: memory, searches: figures)
            return print(String(decoding: try encoder.encode(report), as: UTF8.self))
        }
        print("directory: \(regions) places and \(services) offices in \(Figures.rounded(memory, 0)) MB")
        for line in figures { print(line) }
    }

    private struct Report: Encodable {
        let regions: Int
        let services: Int
        let megabytes: Double
        let searches: [TimeFigures]
    }
}
