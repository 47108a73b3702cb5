import Foundation
import Gateway
import Sealing
import Storage

/// The data folder of a gateway that does not run.
struct DataFolder {
    private let path: String

    /// The name of the database in it.
    static let databaseName = "waymark.sqlite"

    var database: String { path + "/" + Self.databaseName }

    /// - Parameter path: A folder with a database.
    init(_ path: String) throws(WrongUse) {
        self.path = path
        guard FileManager.default.fileExists(atPath: database) else {
            throw WrongUse("there is no gateway's database in the data folder '\(path)': name it by --data")
        }
    }

    /// Takes hold of a folder for this process alone.
    static func hold(_ path: String) throws(WrongUse) -> DataFolderHold {
        do {
            if let hold = try DataFolderHold.take(path) { return hold }
        } catch {
            throw WrongUse("\(error)")
        }
        throw WrongUse("a gateway runs on the data folder '\(path)': stop it first, or name another folder")
    }

    /// Opens the store of a gateway that does not run, does something with it, and closes it.
    ///
    /// - Parameters:
    ///   - path: The folder of its keys, and of its database where the settings name no other.
    ///   - settings: What its configuration says.
    static func withStore<Value: Sendable>(
        _ path: String, _ settings: Settings, _ act: (SQLStore, KeyRing) async throws -> Value
    ) async throws(WrongUse) -> Value {
        let file = settings.postgres.isEmpty ? try DataFolder(path).database : nil
        let hold = try hold(path)
        defer { withExtendedLifetime(hold) {} }
        do {
            let keys = try KeySet.open(
                data: path, environment: ProcessInfo.processInfo.environment, isMade: false
            ).ring
            let store =
                try file.map { try SQLStore(path: $0, keys: keys) } ?? SQLStore(onPostgres: settings, keys: keys)
            let result: Result<Value, any Error>
            do {
                result = .success(try await act(store, keys))
            } catch {
                result = .failure(error)
            }
            await store.close()
            return try result.get()
        } catch {
            throw WrongUse("\(error)")
        }
    }
}
