/// Why the store did not do what it was asked to. Nothing of what was asked is kept.
package struct StoreFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a caller can tell apart.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// Too much waits already; the same request may succeed in a moment.
        case busy
        /// No space is left on the disk.
        case full
        /// The disk or the database does not answer.
        case unavailable
        /// Something kept is not as it was written.
        case damaged
        /// The place for the database cannot be used.
        case location
        /// The database belongs to a newer version of the program.
        case newer
        /// A constraint refused what was to be kept.
        case refused
        /// The store was closed.
        case closed
    }

    package let code: Code
    /// What happened, where, and what to do about it.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }

    /// More waits than the store may hold.
    package static func busy(limit: Int) -> StoreFault {
        StoreFault(.busy, "\(limit) changes wait to be written already; try again in a moment")
    }

    /// What waits has waited too long already.
    package static func slow(after limit: Duration) -> StoreFault {
        StoreFault(.busy, "changes have waited longer than \(limit) to be written; try again in a moment")
    }

    /// More bytes of parts of long messages wait than may.
    package static func partsBusy(limit: Int) -> StoreFault {
        StoreFault(.busy, "\(limit) bytes of parts of long messages wait already; try again in a moment")
    }

    /// Asked after closing.
    package static let closed = StoreFault(.closed, "the store is closed")
}
