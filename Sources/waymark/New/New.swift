import ArgumentParser

extension Waymark {
    /// `waymark new`: content to begin with.
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begin a flow or a pack with files that work.",
            subcommands: [NewFlow.self, NewPack.self])
    }
}
