import GRDB
import GRDBSQLite

/// A prepared statement stepped without GRDB's rows: on the path of every turn a row dictionary would cost more than
/// the query. It belongs to the connection that prepared it, which keeps it until it closes, and never leaves its queue.
struct Query {
    private let pointer: OpaquePointer

    /// - Parameter sql: Static text: the connection keeps every statement it ever prepared.
    init(_ database: Database, _ sql: String) throws(StoreFault) {
        do {
            pointer = try database.cachedStatement(sql: sql).sqliteStatement
        } catch {
            throw StoreFault(error)
        }
    }

    /// Runs a statement that gives no rows.
    func run<each Argument: Bindable>(_ arguments: repeat each Argument) throws(StoreFault) {
        defer { sqlite3_reset(pointer) }
        try bind(repeat each arguments)
        while try step() {}
    }

    /// The first row, nil when there is none.
    func first<each Argument: Bindable, Value>(
        _ arguments: repeat each Argument, read: (Columns) throws(StoreFault) -> Value
    ) throws(StoreFault) -> Value? {
        defer { sqlite3_reset(pointer) }
        try bind(repeat each arguments)
        return try step() ? read(Columns(pointer)) : nil
    }

    /// Every row.
    func all<each Argument: Bindable, Value>(
        _ arguments: repeat each Argument, read: (Columns) throws(StoreFault) -> Value
    ) throws(StoreFault) -> [Value] {
        defer { sqlite3_reset(pointer) }
        try bind(repeat each arguments)
        var values: [Value] = []
        while try step() { values.append(try read(Columns(pointer))) }
        return values
    }

    private func bind<each Argument: Bindable>(_ arguments: repeat each Argument) throws(StoreFault) {
        var index: Int32 = 0
        var code = SQLITE_OK
        for argument in repeat each arguments {
            index += 1
            code = max(code, argument.bind(to: pointer, at: index))
        }
        guard code == SQLITE_OK else { throw fault() }
    }

    /// Whether there is a row.
    private func step() throws(StoreFault) -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw fault()
        }
    }

    private func fault() -> StoreFault {
        let connection = sqlite3_db_handle(pointer)
        return StoreFault(
            result: sqlite3_extended_errcode(connection), String(cString: sqlite3_errmsg(connection)))
    }
}

/// The columns of the row a query stands at, counted from 0.
struct Columns {
    private let pointer: OpaquePointer

    fileprivate init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    func isNull(_ index: Int32) -> Bool { sqlite3_column_type(pointer, index) == SQLITE_NULL }

    func integer(_ index: Int32) -> Int64 { sqlite3_column_int64(pointer, index) }

    func text(_ index: Int32) -> String {
        sqlite3_column_text(pointer, index).map { String(cString: $0) } ?? ""
    }

    func bytes(_ index: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(pointer, index) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, index))))
    }

    func optional<Value>(_ index: Int32, _ read: (Int32) -> Value) -> Value? {
        isNull(index) ? nil : read(index)
    }
}
