import GRDBSQLite

/// A statement of SQLite, stepped without GRDB's rows.
struct SQLiteStatement: Statement {
    private let pointer: OpaquePointer

    /// SQLite copies the bytes before the call returns.
    /// <https://www.sqlite.org/c3ref/c_static.html>: `SQLITE_TRANSIENT` is -1, a macro that Swift cannot import.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    func bind(_ value: Int64, at place: Int32) throws(StoreFault) {
        try check(sqlite3_bind_int64(pointer, place, value))
    }

    func bind(_ text: String, at place: Int32) throws(StoreFault) {
        var text = text
        try check(
            text.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) { characters in
                    guard let start = characters.baseAddress else {
                        return sqlite3_bind_text(pointer, place, "", 0, nil)
                    }
                    return sqlite3_bind_text(pointer, place, start, Int32(clamping: characters.count), Self.transient)
                }
            })
    }

    func bind(_ bytes: [UInt8], at place: Int32) throws(StoreFault) {
        try check(
            bytes.withUnsafeBytes { bytes in
                guard let start = bytes.baseAddress else { return sqlite3_bind_zeroblob(pointer, place, 0) }
                return sqlite3_bind_blob(pointer, place, start, Int32(clamping: bytes.count), Self.transient)
            })
    }

    func bindNothing(_ kind: ArgumentKind, at place: Int32) throws(StoreFault) {
        try check(sqlite3_bind_null(pointer, place))
    }

    func step() throws(StoreFault) -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw fault()
        }
    }

    func run() throws(StoreFault) {
        while try step() {}
    }

    func reset() {
        sqlite3_reset(pointer)
    }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(pointer, column) == SQLITE_NULL }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

    func text(_ column: Int32) -> String {
        sqlite3_column_text(pointer, column).map { String(cString: $0) } ?? ""
    }

    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(pointer, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column))))
    }

    private func check(_ code: Int32) throws(StoreFault) {
        guard code == SQLITE_OK else { throw fault() }
    }

    private func fault() -> StoreFault {
        let connection = sqlite3_db_handle(pointer)
        return StoreFault(
            result: sqlite3_extended_errcode(connection), String(cString: sqlite3_errmsg(connection)))
    }
}
