import Glibc

/// Reads and changes a database behind the gateway's back, with the SQLite library that the gateway itself runs on.
enum SQLiteFile {
    private typealias Texts = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private typealias Take = @convention(c) (UnsafeMutableRawPointer?, Int32, Texts?, Texts?) -> Int32
    private typealias Open = @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<OpaquePointer?>) -> Int32
    private typealias Execute =
        @convention(c) (OpaquePointer?, UnsafePointer<CChar>, Take?, UnsafeMutableRawPointer?, OpaquePointer?) -> Int32
    private typealias Close = @convention(c) (OpaquePointer?) -> Int32

    /// Runs statements on the file; throws when SQLite refuses one.
    static func execute(_ sql: String, on path: String) throws {
        _ = try rows(sql, on: path)
    }

    /// Runs statements on the file; returns the columns of the rows that they give, as text.
    static func rows(_ sql: String, on path: String) throws -> [[String?]] {
        let library = dlopen("libsqlite3.so.0", RTLD_NOW)
        var database: OpaquePointer?
        let open = unsafeBitCast(try symbol("sqlite3_open", in: library), to: Open.self)
        let execute = unsafeBitCast(try symbol("sqlite3_exec", in: library), to: Execute.self)
        let close = unsafeBitCast(try symbol("sqlite3_close", in: library), to: Close.self)
        defer { _ = close(database) }
        var rows: [[String?]] = []
        let result = withUnsafeMutablePointer(to: &rows) { rows in
            open(path, &database) == 0 ? execute(database, sql, take, rows, nil) : 1
        }
        guard result == 0 else { throw NeverSeen(what: "a database that takes: \(sql)") }
        return rows
    }

    /// Adds a row to the array that the context points to.
    private static let take: Take = { context, count, texts, _ in
        guard let rows = context?.assumingMemoryBound(to: [[String?]].self), let texts else { return 1 }
        rows.pointee.append((0..<Int(count)).map { place in texts[place].map { String(cString: $0) } })
        return 0
    }

    private static func symbol(_ name: String, in library: UnsafeMutableRawPointer?) throws -> UnsafeMutableRawPointer {
        guard let library, let symbol = dlsym(library, name) else { throw NeverSeen(what: "SQLite's \(name)") }
        return symbol
    }
}
