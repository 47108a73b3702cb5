import ArgumentParser

/// `waymark bench`: what this machine can do.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Measure the engine, the content, the directory, webhooks, the outbox, the console, or the whole gateway.",
        subcommands: [
            BenchEngine.self, BenchContent.self, BenchDirectory.self, BenchPlaces.self, BenchWebhook.self,
            BenchOutbox.self, BenchConsole.self,
            BenchGateway.self, BenchServer.self,
        ])
}
