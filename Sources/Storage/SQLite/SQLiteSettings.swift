/// How the store in one SQLite file works; the defaults suit one machine.
package struct SQLiteSettings: Hashable, Sendable {
    /// How changes share commits.
    package var groups = GroupLimits()
    /// Connections for reading, beside the one that writes.
    package var readers = 2
    /// Seconds to wait for another process that holds the database.
    package var lockWait = 5
    /// Kibibytes of pages the writing connection keeps in memory.
    package var cache = 16_384
    /// Pages in the write-ahead log before they are moved into the database, which turns wait for: with more of them fewer
    /// pages are moved in all, and the slowest turns are slower.
    package var checkpoint = 1_000
    /// Megabytes the database may grow to; 0: as much as the disk has room for.
    package var sizeLimit = 0

    package init() {}
}
