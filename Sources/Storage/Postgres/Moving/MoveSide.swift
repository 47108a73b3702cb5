#if Postgres
    import Sealing

    /// One of the two databases of a move.
    protocol MoveSide {
        /// Reads at one moment.
        func read<Value>(_ body: (any Connection) throws(StoreFault) -> Value) throws(StoreFault) -> Value
    }

    extension MoveSide {
        func rows(of table: MovedTable, after key: [Cell]?, limit: Int) throws(StoreFault) -> [[Cell?]] {
            try read { (database) throws(StoreFault) in try database.rows(of: table, after: key, limit: limit) }
        }

        func count(of table: MovedTable) throws(StoreFault) -> Int {
            try read { (database) throws(StoreFault) in
                Int(try Query(database, table.count).first { $0.integer(0) } ?? 0)
            }
        }

        /// Walks a table, so many rows at a time.
        ///
        /// - Parameter progress: Is told how many rows came each time.
        func digest(
            of table: MovedTable, by batch: Int, _ progress: (Int) -> Void = { _ in }
        ) throws(StoreFault) -> TableDigest {
            var (count, digest, key) = (0, RunningDigest(), [Cell]?.none)
            while true {
                let rows = try rows(of: table, after: key, limit: batch)
                for row in rows { digest.add(row.encoded) }
                count += rows.count
                progress(rows.count)
                guard rows.count == batch, let last = rows.last else {
                    return TableDigest(count: count, sum: digest.value)
                }
                key = table.key(of: last)
            }
        }
    }

    /// What tells whether a table has the same rows as another.
    struct TableDigest: Hashable, Sendable {
        let count: Int
        /// The SHA-256 of its rows in the order of their keys.
        let sum: [UInt8]
    }
#endif
