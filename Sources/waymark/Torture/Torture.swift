import ArgumentParser
import Foundation
import Storage

/// `waymark torture`: proves on this machine, with its disk, what the gateway promises.
struct Torture: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Kill a gateway again and again while phones talk to it, and prove that nothing is lost or doubled.",
        discussion: """
            A gateway of its own runs in a new folder. Phones talk to it by USSD and SMS, a provider takes its messages, \
            refuses them, says nothing and reports. The gateway is killed at moments that nobody chose, and started again. \
            In the end the phones' and the provider's own notes are held against what the conversation machine says. \
            Several gateways share a schema of its own in a PostgreSQL database: the phones talk to all of them, and one \
            of them is killed at a time.
            """)

    @Option(help: "How often the gateway is killed.")
    var kills = 200

    @Option(help: "Phones that talk at the same time.")
    var phones = 40

    @Option(help: "The same number draws the same inputs, faults and moments.")
    var seed: UInt64 = 1

    @Option(help: "The longest life of one gateway in milliseconds.")
    var life = 1_500

    @Option(help: "Where the folder of the run is made; its disk is what is tried.")
    var folder = "."

    @Option(help: "The folder with providers/.")
    var config = "Config"

    @Option(help: "Serve from this PostgreSQL database, in libpq's words, in a schema that is dropped in the end.")
    var postgres: String?

    @Option(help: "How many gateways share the PostgreSQL database.")
    var gateways = 1

    @Option(help: "A command of the shell that harms the database and mends it, run once in the life of each gateway.")
    var disturb: String?

    @Flag(help: "Also let the gateway end itself once at each fail-point; only debug builds have them.")
    var failPoints = false

    @Option(help: .hidden)
    var plant: Plant?

    func validate() throws {
        guard (0...100_000).contains(kills) else { throw ValidationError("kills are 0 to 100000, not \(kills)") }
        guard (4...10_000).contains(phones) else { throw ValidationError("phones are 4 to 10000, not \(phones)") }
        guard (10...3_600_000).contains(life) else {
            throw ValidationError("a life is 10 to 3600000 milliseconds, not \(life)")
        }
        guard (1...32).contains(gateways) else { throw ValidationError("gateways are 1 to 32, not \(gateways)") }
        if gateways > 1, postgres == nil {
            throw ValidationError("several gateways share a PostgreSQL database: name it by --postgres")
        }
        if failPoints, !FailPoint.areCompiledIn {
            throw ValidationError("this build has no fail-points: use a debug build, or leave --fail-points out")
        }
    }

    func run() async throws {
        let place = try TortureFolder(in: folder, config: config, gateways: gateways)
        let store = try store(in: place)
        do {
            let plan = TorturePlan(
                kills: kills, phones: phones, seed: seed, life: .milliseconds(life), hasFailPoints: failPoints,
                disturbance: disturb, plant: plant)
            let report = try await untilInterrupted { try await TortureRun(plan, place, store).hold() }
            Terminal.output.write(report.description)
            guard report.findings.isEmpty else { throw ExitCode(1) }
            place.remove()
            try store.remove()
        } catch {
            Terminal.errors.line("the gateway's folder is left for you to look at: \(place.path)")
            if postgres != nil { Terminal.errors.line("so is \(store.name)") }
            if error is TortureFault || error is Interrupted {
                Terminal.errors.line("torture: \(error)")
                throw ExitCode(1)
            }
            throw error
        }
    }

    private func store(in place: TortureFolder) throws -> TortureStore {
        guard let postgres else { return .file(place.rooms[0].database) }
        #if Postgres
            return .server(postgres, schema: place.name, gateways: gateways)
        #else
            throw WrongUse(
                """
                this program was built without PostgreSQL: build it with 'swift build -c release --traits Postgres', \
                or leave '--postgres \(postgres)' out
                """)
        #endif
    }
}

/// What a run is to do.
struct TorturePlan: Sendable {
    let kills: Int
    let phones: Int
    let seed: UInt64
    /// The longest life of one gateway.
    let life: Duration
    let hasFailPoints: Bool
    /// A command of the shell that is run once in each life; nil for none.
    let disturbance: String?
    /// A fault that is made on purpose.
    let plant: Plant?
}

/// Why a run could not go on: what it waited for and never saw.
struct TortureFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
