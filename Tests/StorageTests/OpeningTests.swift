import FoundationEssentials
import GRDB
import Sealing
import TestSupport
import Testing

@testable import Storage

struct OpeningTests {
    private let folder: TemporaryFolder
    private let keys = KeyRing(.random())

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a missing folder`() {
        let path = folder.file("nowhere/waymark.db")
        #expect(fault(path) == "the data folder \(folder.path)/nowhere does not exist: make it, or name another")
    }

    @Test func `a file where the folder should be`() throws {
        try write("text", to: "file")
        #expect(
            fault(folder.file("file/waymark.db")) == "\(folder.path)/file is a file, not a data folder: name another")
    }

    @Test func `a folder where the file should be`() {
        #expect(fault(folder.path) == "\(folder.path) is a folder, not a database: name another file")
    }

    @Test(.enabled(if: !isRoot, "everything is writable for root")) func `a folder that cannot be written`() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path) }
        #expect(
            fault(folder.file("waymark.db"))
                == "the data folder \(folder.path) cannot be written: give this user the right to")
    }

    @Test func `a file that is no database`() throws {
        try write(String(repeating: "not a database\n", count: 400), to: "notes.txt")
        let path = folder.file("notes.txt")
        #expect(fault(path) == "\(path) is not a database: name another file, or move this one away")
    }

    @Test func `another program's database`() throws {
        let path = folder.file("other.db")
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE bookmarks (url TEXT)") }
        try queue.close()
        #expect(fault(path) == "\(path) is another program's database: name another file")
        let tables = try DatabaseQueue(path: path).read {
            try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema")
        }
        #expect(tables == ["bookmarks"])
    }

    @Test func `a database of a newer version`() throws {
        let path = folder.file("waymark.db")
        let store = try SQLStore(path: path, keys: keys)
        try store.pool.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 future')") }
        try store.pool.close()
        #expect(fault(path) == "the database \(path) was made by a newer version of this program: use that one")
    }

    @Test func `only this user reads the database, its log and its index, also those of an earlier version`() throws {
        let path = folder.file("waymark.db")
        #expect(FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o644]))
        for path in [path, folder.file("new.db")] {
            let store = try SQLStore(path: path, keys: keys)
            let rights = try ["", "-wal", "-shm"].map { name in
                try FileManager.default.attributesOfItem(atPath: path + name)[.posixPermissions] as? Int
            }
            #expect(rights == [0o600, 0o600, 0o600], "\(path)")
            try store.pool.close()
        }
    }

    private static var isRoot: Bool { FileManager.default.isWritableFile(atPath: "/root") }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
    }

    private func fault(_ path: String) -> String? {
        do throws(StoreFault) {
            _ = try SQLStore(path: path, keys: keys)
            return nil
        } catch {
            return error.message
        }
    }
}
