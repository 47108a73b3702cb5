import FoundationEssentials
import GRDB
import Sealing

/// Opens the database file, or says in one sentence why it cannot.
struct DatabaseOpening {
    /// `WAYM`: marks the file as ours, so that nobody's other database is written into.
    /// <https://www.sqlite.org/pragma.html#pragma_application_id>
    static let applicationID = 0x5741_594D

    let path: String
    let keys: KeyRing
    let settings: SQLiteSettings

    /// A pool of connections to a database with the newest schema.
    func pool() throws(StoreFault) -> DatabasePool {
        try checkFolder()
        makeFile()
        let pool: DatabasePool
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
        } catch {
            throw fault(error)
        }
        try checkOwner(pool)
        keepToOwner()
        do {
            let hadContent = try pool.read(hasUnsealedContent)
            try Migration.migrator(keys).migrate(pool)
            if hadContent { try pool.writeWithoutTransaction(wipe) }
            try pool.writeWithoutTransaction(tune)
            return pool
        } catch {
            throw fault(error)
        }
    }

    /// A new database is this user's alone from its first byte. SQLite gives its log and index the rights of the file
    /// itself (<https://www.sqlite.org/src/file/src/os_unix.c>, findCreateFileMode).
    private func makeFile() {
        let files = FileManager.default
        guard !files.fileExists(atPath: path) else { return }
        _ = files.createFile(atPath: path, contents: nil, attributes: Self.ownersOnly)
    }

    /// What an earlier version made for others to read is no longer; what this user may not change stays as it is.
    private func keepToOwner() {
        let files = FileManager.default
        for name in ["", "-wal", "-shm"].map({ path + $0 }) where files.fileExists(atPath: name) {
            try? files.setAttributes(Self.ownersOnly, ofItemAtPath: name)
        }
    }

    private static var ownersOnly: [FileAttributeKey: Any] { [.posixPermissions: 0o600] }

    private var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Double(settings.lockWait))
        configuration.maximumReaderCount = settings.readers
        configuration.label = "store"
        return configuration
    }

    /// Only now: opening a pool sets `synchronous` to NORMAL, which may lose the last commits when the power fails,
    /// and those were acknowledged. <https://www.sqlite.org/pragma.html#pragma_synchronous>
    private func tune(_ database: Database) throws {
        try database.execute(sql: "PRAGMA synchronous = FULL")
        // What is erased is overwritten, not only let go. <https://www.sqlite.org/pragma.html#pragma_secure_delete>
        try database.execute(sql: "PRAGMA secure_delete = ON")
        try database.execute(sql: "PRAGMA cache_size = -\(settings.cache)")
        try database.execute(sql: "PRAGMA wal_autocheckpoint = \(settings.checkpoint)")
        try database.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
        try limitSize(database)
    }

    /// A limit below the size that it has already is raised to that size by SQLite: nothing is lost, and nothing more
    /// fits. <https://www.sqlite.org/pragma.html#pragma_max_page_count>
    private func limitSize(_ database: Database) throws {
        guard settings.sizeLimit > 0 else { return }
        let page = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 4_096
        try database.execute(sql: "PRAGMA max_page_count = \(settings.sizeLimit << 20 / page)")
    }

    /// Whether the database is of a version that kept texts in clear.
    private func hasUnsealedContent(_ database: Database) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT 1 FROM sqlite_schema WHERE name = 'transcript'") == true
            && !Migration.migrator(keys).appliedIdentifiers(database).contains(Migration.sealed.name)
    }

    /// What was in clear is still in pages that are free now, and in the write-ahead log.
    private func wipe(_ database: Database) throws {
        try database.execute(sql: "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
    }

    private func checkFolder() throws(StoreFault) {
        let files = FileManager.default
        let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
        let name = folder.isEmpty ? "/" : folder
        var isFolder = false
        guard files.fileExists(atPath: name, isDirectory: &isFolder) else {
            throw StoreFault(.location, "the data folder \(name) does not exist: make it, or name another")
        }
        guard isFolder else { throw StoreFault(.location, "\(name) is a file, not a data folder: name another") }
        guard files.isWritableFile(atPath: name) else {
            throw StoreFault(.location, "the data folder \(name) cannot be written: give this user the right to")
        }
        var isDirectory = false
        let exists = files.fileExists(atPath: path, isDirectory: &isDirectory)
        if isDirectory { throw StoreFault(.location, "\(path) is a folder, not a database: name another file") }
        if exists, !files.isWritableFile(atPath: path) {
            throw StoreFault(.location, "the database \(path) cannot be written: give this user the right to")
        }
    }

    /// The file must be empty, or ours and not from the future.
    private func checkOwner(_ pool: DatabasePool) throws(StoreFault) {
        let (isOurs, isNewer): (Bool, Bool)
        do {
            (isOurs, isNewer) = try pool.read { database in
                let mark = try Int.fetchOne(database, sql: "PRAGMA application_id")
                let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
                let isNewer = try Migration.migrator(keys).hasBeenSuperseded(database)
                return (isEmpty || mark == Self.applicationID, isNewer)
            }
        } catch {
            throw fault(error)
        }
        guard isOurs else {
            throw StoreFault(.location, "\(path) is another program's database: name another file")
        }
        guard !isNewer else {
            throw StoreFault(.newer, "the database \(path) was made by a newer version of this program: use that one")
        }
    }

    private func fault(_ error: any Error) -> StoreFault {
        if let error = error as? DatabaseError, error.resultCode == .SQLITE_NOTADB {
            return StoreFault(.location, "\(path) is not a database: name another file, or move this one away")
        }
        let fault = StoreFault(error)
        return StoreFault(fault.code, "the database \(path) cannot be opened: \(fault.message)")
    }
}
