import FoundationEssentials
import GRDB
import Sealing

/// A whole database in one file, made while the gateway serves, and looked at before it is put back.
package struct DatabaseCopy: Sendable {
    /// The file.
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// Writes a copy of a database as it is at this moment; whoever writes meanwhile is not held up. What was erased is
    /// not in it: only what is still there is copied (<https://www.sqlite.org/lang_vacuum.html#vacuuminto>).
    ///
    /// - Parameter source: The database, which may be in use. The copy must not be there yet, or be empty.
    package func write(from source: String) throws(StoreFault) {
        guard FileManager.default.fileExists(atPath: source) else {
            throw StoreFault(.location, "there is no database \(source): name the data folder")
        }
        do {
            let queue = try DatabaseQueue(path: source, configuration: Self.reading)
            defer { try? queue.close() }
            try Self.checkMark(queue, source)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM INTO ?", arguments: [path])
            }
        } catch {
            throw StoreFault(error)
        }
    }

    /// Looks through the whole file: a copy that is damaged, not ours or of a newer version is a fault.
    package func check() throws(StoreFault) {
        do {
            let queue = try DatabaseQueue(path: path, configuration: Self.reading)
            defer { try? queue.close() }
            try Self.checkMark(queue, path)
            try queue.read { database in
                if try Migration.migrator(KeyRing(.random())).hasBeenSuperseded(database) {
                    throw StoreFault(.newer, "\(path) was made by a newer version of this program: use that one")
                }
                let words = try String.fetchAll(database, sql: "PRAGMA integrity_check(3)")
                guard words == ["ok"] else {
                    throw StoreFault(
                        .damaged, "\(path) is damaged (\(words.joined(separator: "; "))): use another copy")
                }
            }
        } catch {
            throw StoreFault(error)
        }
    }

    private static var reading: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = "copy"
        return configuration
    }

    private static func checkMark(_ queue: DatabaseQueue, _ path: String) throws {
        let mark: Int?
        do {
            mark = try queue.read { try Int.fetchOne($0, sql: "PRAGMA application_id") }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw StoreFault(.damaged, "\(path) is not a database: name another file")
        }
        guard mark == DatabaseOpening.applicationID else {
            throw StoreFault(.location, "\(path) is not a database of this program: name another file")
        }
    }
}
