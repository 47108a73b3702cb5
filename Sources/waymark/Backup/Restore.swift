import ArgumentParser
import Foundation
import Gateway
import Sealing
import Storage

/// `waymark restore`: puts a copy in place of a database that is gone.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a copy of the database in place, in a data folder that has none.",
        discussion: """
            It verifies the checksum, looks through the copy for damage, brings it to this version's schema and opens it with \
            the keys, which must be in the data folder or in WAYMARK_KEY. Who is erased or suppressed in the copy stays \
            so. Whoever was erased after it was made is in it: name the database that was in use since by --since, also a \
            damaged one, and they are erased again before anybody is served.
            """)

    @Argument(help: "The copy; its checksum lies beside it.")
    var file: String

    @ArgumentParser.Option(help: "The data folder; it holds no database.")
    var data = "Data"

    @ArgumentParser.Option(help: "The database that was in use after the copy was made; it is only read.")
    var since: String?

    func run() async throws {
        try Checksum(of: file).verify()
        do {
            try DatabaseCopy(file).check()
            try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        } catch let fault as StoreFault {
            throw WrongUse("\(fault)")
        } catch {
            throw WrongUse("the data folder '\(data)' cannot be made: check the permissions of the folder above it")
        }
        let hold = try DataFolder.hold(data)
        defer { withExtendedLifetime(hold) {} }
        try checkPlace()
        let place = data + "/" + DataFolder.databaseName
        let draft = place + ".restoring"
        clear(draft)
        do {
            try PrivateFile.copy(file, to: draft)
            let again = try await open(draft)
            try checkWhole(draft)
            try PrivateFile.settle(draft)
            try PrivateFile.move(draft, to: place)
            Terminal.output.write("\(place): restored from \(file)\n" + again)
        } catch {
            clear(draft)
            throw WrongUse("\(error)")
        }
    }

    /// What was erased again must be in the file itself, which alone is moved.
    private func checkWhole(_ draft: String) throws(WrongUse) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: draft + "-wal")
        guard (attributes?[.size] as? NSNumber)?.intValue ?? 0 == 0 else {
            throw WrongUse("the copy could not be written to its end: is the disk full? Do it again")
        }
    }

    /// Nothing is overwritten, and nothing is put where nobody could read it.
    private func checkPlace() throws(WrongUse) {
        let files = FileManager.default
        for name in ["", "-wal"].map({ data + "/" + DataFolder.databaseName + $0 }) where files.fileExists(atPath: name)
        {
            throw WrongUse("'\(name)' is there already: move it away first, and name it by --since")
        }
        let variable = ProcessInfo.processInfo.environment[KeySet.variable] ?? ""
        guard !variable.isEmpty || files.fileExists(atPath: data + "/waymark.key") else {
            throw WrongUse(
                "the keys are not in the copy: put waymark.key into '\(data)', or set \(KeySet.variable), and do it again"
            )
        }
    }

    /// Opens the copy as the gateway would, and erases whom it must not bring back; tells how many that were.
    private func open(_ draft: String) async throws -> String {
        let keys = try KeySet.open(data: data, environment: ProcessInfo.processInfo.environment).ring
        let store = try SQLStore(path: draft, keys: keys)
        let result: Result<String, any Error>
        do {
            _ = try await NumberVault.open(store, keys: keys)
            let told = try await eraseAgain(in: store)
            try await store.leapNumbers()
            result = .success(told + "What waited in the copy to be sent is sent again.\n")
        } catch {
            result = .failure(error)
        }
        await store.close()
        return try result.get()
    }

    private func eraseAgain(in store: SQLStore) async throws -> String {
        guard let since else {
            return "Whoever was erased after the copy was made is in it: erase them again, or restore with --since.\n"
        }
        let erasures = try await LaterErasures(of: since, to: store)
        return "erased again: \(erasures.people) people; stopped again: \(erasures.numbers) numbers\n"
    }

    private func clear(_ draft: String) {
        for name in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: draft + name) }
    }
}
