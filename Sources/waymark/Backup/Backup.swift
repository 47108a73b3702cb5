import ArgumentParser
import ContentFiles
import Foundation
import Gateway
import Sealing
import Storage

/// `waymark backup`: the whole database in one file, while the gateway serves.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a copy of the whole database, also while the gateway serves.",
        discussion: """
            The copy is as of one moment, looked through for damage, and has its checksum beside it (FILE.sha256, for \
            sha256sum -c too). What was erased is not in it. The keys are not in it either: without waymark.key, or what \
            stands in WAYMARK_KEY, nobody can read a copy. Keep them apart from it.
            """)

    @ArgumentParser.Option(help: "The data folder.")
    var data = "Data"

    @ArgumentParser.Option(help: "The folder with waymark.yaml, which may name a database elsewhere.")
    var config = "Config"

    @ArgumentParser.Option(help: "The file to write; it must not be there yet. Else waymark-TIME.sqlite.")
    var output: String?

    func run() async throws {
        try refuseElsewhere()
        let file = output ?? "waymark-\(Self.now).sqlite"
        let source = try DataFolder(data).database
        try PrivateFile.write(Data(), to: file)
        do {
            let copy = DatabaseCopy(file)
            try copy.write(from: source)
            try copy.check()
            let digest = try Checksum(of: file)
            try PrivateFile.settle(file)
            try digest.write()
        } catch {
            try? FileManager.default.removeItem(atPath: file)
            throw WrongUse("\(error)")
        }
        let size = (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0
        Terminal.output.write(
            """
            \(file): everything that is kept, \(max(1, size >> 20)) MB, looked through and whole
            \(Checksum.path(of: file)): its checksum
            The keys are not in it: keep \(keys) apart from it, or nobody can read it.

            """)
    }

    /// What lies beside a database elsewhere was left by a move: a copy of it would be taken for one of what is kept today.
    /// Whatever else is wrong with the settings keeps nobody from a copy.
    private func refuseElsewhere() throws {
        let settings = Folders(config: config, flows: "")
            .settings(environment: ProcessInfo.processInfo.environment, log: DiagnosticLog())
        guard !settings.postgres.isEmpty else { return }
        throw WrongUse("'store.postgres' names the database that is served: copy that one by pg_dump")
    }

    private var keys: String {
        let variable = ProcessInfo.processInfo.environment[KeySet.variable] ?? ""
        return variable.isEmpty ? "\(data)/waymark.key" : "what stands in \(KeySet.variable)"
    }

    /// The moment as file names have it, UTC.
    private static var now: String {
        Date.now.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    }
}
