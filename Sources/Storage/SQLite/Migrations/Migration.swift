import GRDB
import Sealing

/// A step of the schema. Released ones are never edited; a change takes the next number.
struct Migration: Sendable {
    /// Its number and what it brings; the database remembers it by this name.
    let name: String
    /// Statements written out, separated by semicolons.
    let sql: String
    /// What no statement can do, after `sql`.
    var fill: (@Sendable (Database, KeyRing) throws -> Void)?
    /// Statements after `fill`.
    var end = ""

    /// Every migration, in order.
    static let all: [Migration] = [
        .conversations, .later, .deliveries, .parts, .identity, .sealed, .sharing, .pleas, .review, .staff, .held,
        .desks, .erasing, .retention, .changes, .tokens, .blocking, .reasons, .consents, .evidence,
        .passages, .quiet, .finding, .figures, .objections,
    ]

    /// Brings a database to the newest schema, each step in a transaction of its own.
    static func migrator(_ keys: KeyRing) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in all {
            migrator.registerMigration(migration.name) { database in
                try database.execute(sql: migration.sql)
                try migration.fill?(database, keys)
                try database.execute(sql: migration.end)
            }
        }
        return migrator
    }
}
