import Glibc

/// Changes a database behind the gateway's back, with the SQLite library that the gateway itself runs on.
enum SQLiteFile {
    private typealias Open = @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<OpaquePointer?>) -> Int32
    private typealias Execute =
        @convention(c) (OpaquePointer?, UnsafePointer<CChar>, OpaquePointer?, OpaquePointer?, OpaquePointer?) -> Int32
    private typealias Close = @convention(c) (OpaquePointer?) -> Int32

    /// Runs statements on the file; throws when SQLite refuses one.
    static func execute(_ sql: String, on path: String) throws {
        let library = dlopen("libsqlite3.so.0", RTLD_NOW)
        var database: OpaquePointer?
        let open = unsafeBitCast(try symbol("sqlite3_open", in: library), to: Open.self)
        let execute = unsafeBitCast(try symbol("sqlite3_exec", in: library), to: Execute.self)
        let close = unsafeBitCast(try symbol("sqlite3_close", in: library), to: Close.self)
        defer { _ = close(database) }
        guard open(path, &database) == 0, execute(database, sql, nil, nil, nil) == 0 else {
            throw NeverSeen(what: "a database that takes: \(sql)")
        }
    }

    private static func symbol(_ name: String, in library: UnsafeMutableRawPointer?) throws -> UnsafeMutableRawPointer {
        guard let library, let symbol = dlsym(library, name) else { throw NeverSeen(what: "SQLite's \(name)") }
        return symbol
    }
}
