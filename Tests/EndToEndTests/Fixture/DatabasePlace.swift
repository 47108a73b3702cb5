import Foundation

/// Where a deployment's gateway keeps what it keeps.
protocol DatabasePlace: Sendable {
    /// What names it to the gateway.
    var environment: [String: String] { get }
    /// The table with the names of the migrations.
    var migrations: String { get }
    /// A connection of its own.
    func connect() throws -> any Database
    /// Everything that is kept outside of the data folder, by the name of its table.
    func kept() throws -> [String: Data]
}

/// A file in the data folder.
struct FilePlace: DatabasePlace {
    let path: String

    let environment: [String: String] = [:]
    let migrations = "grdb_migrations"

    func connect() throws -> any Database { try SQLiteFile(path) }

    func kept() -> [String: Data] { [:] }
}
