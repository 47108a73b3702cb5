import ArgumentParser

/// `waymark rules`: what is done with the rules of a pack.
struct RuleTools: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Bring figures of the law into the rules of a pack.",
        subcommands: [FigureLoad.self])
}
