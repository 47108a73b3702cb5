import ArgumentParser

/// `waymark bench`: what this machine can do.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Measure the engine, content, rules, the directory, webhooks, the outbox, the console, one gateway or several.",
        subcommands: [
            BenchEngine.self, BenchContent.self, BenchInquiry.self, BenchDirectory.self, BenchPlaces.self,
            BenchWebhook.self, BenchOutbox.self, BenchConsole.self,
            BenchGateway.self, BenchNodes.self, BenchServer.self,
        ])
}
