import GRDB
import GRDBSQLite

extension StoreFault {
    /// What a result code of SQLite means to a caller. <https://www.sqlite.org/rescode.html>
    ///
    /// - Parameters:
    ///   - result: The extended result code; its low byte is the primary one.
    ///   - message: SQLite's own words, which never hold the arguments of a statement.
    init(result: Int32, _ message: String) {
        switch result & 0xFF {
        case SQLITE_FULL:
            self.init(.full, "the disk of the database is full, so nothing was kept: make room on it")
        case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG:
            self.init(.refused, "the database refused to keep this: \(message)")
        case SQLITE_CORRUPT, SQLITE_NOTADB:
            self.init(.damaged, "the database is damaged (\(message)): restore it from a backup")
        case SQLITE_BUSY, SQLITE_LOCKED:
            self.init(.unavailable, "another process holds the database: end it, or wait until it is done")
        case SQLITE_IOERR:
            self.init(.unavailable, "the disk of the database failed (\(message), code \(result)), so nothing was kept")
        case SQLITE_READONLY:
            self.init(.unavailable, "the database cannot be written (\(message)): check its owner and permissions")
        default:
            self.init(.unavailable, "the database does not answer: \(message) (code \(result))")
        }
    }

    /// A fault of any kind, as the store's own.
    init(_ error: any Error) {
        switch error {
        case let fault as StoreFault: self = fault
        case let error as DatabaseError:
            if error.resultCode == .SQLITE_MISUSE {
                self = .closed
            } else {
                self.init(result: error.extendedResultCode.rawValue, error.message ?? "no message")
            }
        case is CancellationError: self.init(.unavailable, "the request was cancelled before the database answered")
        default: self.init(.unavailable, "the database does not answer: \(error)")
        }
    }
}
