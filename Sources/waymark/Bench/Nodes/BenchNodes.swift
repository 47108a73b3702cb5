import ArgumentParser
import Foundation
import Gateway
import Sealing
import Storage

/// `waymark bench nodes`: one gateway and then several on a PostgreSQL database, against what pgbench does there with
/// transactions that write the same rows; or the capacity model that is made of such figures.
struct BenchNodes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nodes", abstract: "One gateway, then several, on a PostgreSQL database; or the capacity model.")

    @Option(help: "The database, in libpq's words. New schemas are made in it, and dropped at the end.")
    var postgres = ""

    @Option(help: "The most gateways.")
    var nodes = 2

    @Option(help: "Phones, half by USSD and half by SMS, and connections of pgbench.")
    var connections = 64

    @Option(help: "Seconds of each run.")
    var seconds = 10.0

    @Option(help: "Rounds of all runs, by turns; the medians count.")
    var rounds = 3

    @Option(help: "People who are in the database before.")
    var people = 0

    @Option(help: "Where keys are made.")
    var folder = ".build"

    @Option(help: "The folder with providers/.")
    var config = "Config"

    @Option(help: "Measure nothing: print what a country needs by a file with what --json printed.")
    var model: String?

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard model != nil || !postgres.isEmpty else {
            throw ValidationError("say by --postgres where the database is, such as \"host=/var/run/postgresql\"")
        }
        guard nodes > 0, connections > 1, rounds > 0, seconds > 0 else {
            throw ValidationError("there must be a gateway, two connections, a round and some seconds at least")
        }
    }

    func run() async throws {
        if let model { return print(try tables(of: model)) }
        #if Postgres
            let measurement = NodesMeasurement(
                postgres: postgres, connections: connections, seconds: seconds, folder: folder, config: config,
                people: people)
            let figures = try await measurement.run(nodes: nodes, rounds: rounds)
            guard json else { return print(figures) }
            let encoder = JSONEncoder()
            encoder.keyEncodingStrategy = .convertToSnakeCase
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
            print(String(decoding: try encoder.encode(figures), as: UTF8.self))
        #else
            _ = try SQLStore(onPostgres: Settings(), keys: .init(.random()))
        #endif
    }

    /// What was measured, and what comes of it, as tables in Markdown.
    private func tables(of file: String) throws -> String {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let figures: NodesFigures
        do {
            figures = try decoder.decode(NodesFigures.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
        } catch {
            throw WrongUse("\(file) is not what 'waymark bench nodes --json' prints: \(error)")
        }
        guard let cost = CapacityModel.Cost(figures) else {
            throw WrongUse("\(file) lacks PostgreSQL's processor time: measure on the machine that the server is on")
        }
        return figures.table + "\n\n" + CapacityModel.table(cost)
    }
}
