import ArgumentParser

/// `waymark migrate`: from one database to another.
struct Migrate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Move everything that is kept to another kind of database.", subcommands: [SQLiteToPostgres.self])
}
