import ArgumentParser

/// `waymark bench`: what this machine can do.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Measure the engine, the content, the rules, the directory, webhooks, the outbox, the console, or the gateway.",
        subcommands: [
            BenchEngine.self, BenchContent.self, BenchInquiry.self, BenchDirectory.self, BenchPlaces.self,
            BenchWebhook.self, BenchOutbox.self, BenchConsole.self,
            BenchGateway.self, BenchServer.self,
        ])
}
