import ArgumentParser
import Foundation
import Gateway
import Sealing
import Storage

/// `waymark migrate sqlite-to-postgres`: everything that is kept, from the file to a server.
struct SQLiteToPostgres: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sqlite-to-postgres",
        abstract: "Move everything that is kept from the data folder to PostgreSQL.",
        discussion: """
            Stop the gateway, name the database by 'store.postgres' and a new schema by 'store.schema', and run this. What \
            is cut short goes on where it was when it is run again. At the end every table is compared with the one it came \
            from, by its count and its checksum. The data folder stays as it is.
            """)

    @ArgumentParser.Option(help: "The folder with waymark.yaml, which names the database.")
    var config = "Config"

    @ArgumentParser.Option(help: "The data folder; no gateway runs on it. Else the one that the settings name.")
    var data: String?

    func run() throws {
        var settings = try Settings.read(config: config)
        if let data { settings.data = data }
        guard !settings.postgres.isEmpty else {
            throw WrongUse("no database is named to move to: say where it is by 'store.postgres' in the settings")
        }
        let folder = try DataFolder(settings.data)
        let hold = try DataFolder.hold(settings.data)
        defer { withExtendedLifetime(hold) {} }
        do {
            try move(folder.database, settings)
        } catch {
            throw WrongUse("\(error)")
        }
    }

    #if Postgres
        private func move(_ database: String, _ settings: Settings) throws {
            let keys = try KeySet.open(
                data: settings.data, environment: ProcessInfo.processInfo.environment, isMade: false
            ).ring
            let move = try PostgresMove(of: database, keys: keys, to: PostgresSettings(settings))
            if move.moved > 0 { Terminal.errors.line("going on behind \(move.moved.counted("row"))") }
            let copying = ProgressBar("moving")
            while try move.moveBatch() { copying.show(min(0.99, Double(move.moved) / Double(max(1, move.total)))) }
            copying.show(1)
            try move.finish(ProgressBar("comparing").show)
            Terminal.output.write(
                """
                \(move.total.counted("row")) of \(move.tables.counted("table")) are in the schema \
                '\(settings.postgresSchema)', the same by count and checksum.
                The gateway may be started: with 'store.postgres' it serves from there. Its keys stay in '\(settings.data)'.
                \(database) is as it was: delete it, and what stands beside it, as soon as you do not need it. Who is \
                erased from now on is still in it.

                """)
        }
    #else
        private func move(_ database: String, _ settings: Settings) throws {
            throw WrongUse(
                "this program was built without PostgreSQL: build it with 'swift build -c release --traits Postgres'")
        }
    #endif
}
