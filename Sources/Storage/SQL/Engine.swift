import Expressions

/// A database engine: connections for reading and one for writing.
protocol Engine: Sendable {
    /// Reads what is the state at one moment, beside whatever is being written.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws(StoreFault) -> Value
    ) async throws(StoreFault) -> Value

    /// Has the writing connection do something as soon as whatever was asked before is done; returns at once.
    ///
    /// - Parameter body: Gets the connection, or why there is none.
    func write(_ body: @escaping @Sendable (Result<any Connection, StoreFault>) -> Void)

    /// Fails when the database does not answer.
    func check() async throws(StoreFault)

    /// Fails when the database is damaged.
    func inspect() async throws(StoreFault)

    /// Takes what was erased out of wherever the engine keeps what pages were before.
    ///
    /// - Parameter last: When somebody was erased last; nil for nobody.
    func scrub(erasedAt last: Int64?) async

    /// Drops what is kept long enough wherever it lies in a partition of its own, and lets new rows go to a new one where
    /// it is time. Nothing where tables have no partitions.
    func dropPartitions(_ kept: KeptTexts, at: Timestamp) async throws(StoreFault) -> DroppedTexts

    /// Seconds for which rows that are kept long enough wait for their whole partition to go.
    var grace: Int64 { get }

    /// Calls when another gateway on the same database may have published a pack, until the engine is closed.
    func listen(_ act: @escaping @Sendable () -> Void)

    /// Closes every connection, after what was asked before is done.
    func close() async
}
