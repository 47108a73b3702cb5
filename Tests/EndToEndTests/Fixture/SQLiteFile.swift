import Glibc

/// A connection to a file behind the gateway's back, with the SQLite library that the gateway itself runs on.
final class SQLiteFile: Database {
    private typealias Texts = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private typealias Take = @convention(c) (UnsafeMutableRawPointer?, Int32, Texts?, Texts?) -> Int32
    private typealias Open = @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<OpaquePointer?>) -> Int32
    private typealias Execute =
        @convention(c) (OpaquePointer?, UnsafePointer<CChar>, Take?, UnsafeMutableRawPointer?, OpaquePointer?) -> Int32
    private typealias Close = @convention(c) (OpaquePointer?) -> Int32

    private let library = dlopen("libsqlite3.so.0", RTLD_NOW)
    private var database: OpaquePointer?

    /// Opens a connection of its own.
    init(_ path: String) throws {
        let open = unsafeBitCast(try symbol("sqlite3_open"), to: Open.self)
        guard open(path, &database) == 0 else { throw NeverSeen(what: "a database at \(path)") }
        // The gateway may write at this very moment.
        try execute("PRAGMA busy_timeout = 5000")
    }

    deinit {
        if let close = try? symbol("sqlite3_close") { _ = unsafeBitCast(close, to: Close.self)(database) }
    }

    func rows(_ sql: String) throws -> [[String?]] {
        let execute = unsafeBitCast(try symbol("sqlite3_exec"), to: Execute.self)
        var rows: [[String?]] = []
        let result = withUnsafeMutablePointer(to: &rows) { execute(database, sql, Self.take, $0, nil) }
        guard result == 0 else { throw NeverSeen(what: "a database that takes: \(sql)") }
        return rows
    }

    func hold() throws { try execute("BEGIN IMMEDIATE") }

    func refuse(writingTo table: String) throws {
        for change in ["INSERT", "UPDATE"] {
            try execute(
                """
                CREATE TRIGGER refusal_\(change) BEFORE \(change) ON \(table)
                BEGIN SELECT RAISE(ABORT, 'not now'); END
                """)
        }
    }

    func take(writingTo table: String) throws {
        try execute("DROP TRIGGER refusal_INSERT; DROP TRIGGER refusal_UPDATE")
    }

    /// Adds a row to the array that the context points to.
    private static let take: Take = { context, count, texts, _ in
        guard let rows = context?.assumingMemoryBound(to: [[String?]].self), let texts else { return 1 }
        rows.pointee.append((0..<Int(count)).map { place in texts[place].map { String(cString: $0) } })
        return 0
    }

    private func symbol(_ name: String) throws -> UnsafeMutableRawPointer {
        guard let library, let symbol = dlsym(library, name) else { throw NeverSeen(what: "SQLite's \(name)") }
        return symbol
    }
}
