import ArgumentParser

/// `waymark bench`: what this machine can do.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure the engine, the content, the directory, the outbox, or the whole gateway on this machine.",
        subcommands: [
            BenchEngine.self, BenchContent.self, BenchDirectory.self, BenchOutbox.self, BenchGateway.self,
            BenchServer.self,
        ])
}
