import ArgumentParser

/// `waymark directory`: what is done with the places and offices of a pack.
struct DirectoryTools: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory", abstract: "Bring places and offices into a pack.",
        subcommands: [DirectoryLoad.self])
}
