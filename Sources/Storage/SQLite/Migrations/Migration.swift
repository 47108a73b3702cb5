import GRDB

/// A step of the schema. Released ones are never edited; a change takes the next number.
struct Migration: Sendable {
    /// Its number and what it brings; the database remembers it by this name.
    let name: String
    /// Statements written out, separated by semicolons.
    let sql: String

    /// Every migration, in order.
    static let all: [Migration] = [.conversations, .later, .deliveries, .parts, .identity]

    /// Brings a database to the newest schema, each step in a transaction of its own.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in all {
            migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
        }
        return migrator
    }
}
