#if Postgres
    package import Sealing

    /// Moves a store from its SQLite file to a new schema of a PostgreSQL database, no row of which is anybody else's. Each
    /// batch is there whole or not at all, and rows come in the order of their keys: so what was cut short goes on behind the
    /// last row that is there.
    package final class PostgresMove {
        private let source: MoveSource
        private let target: MoveTarget
        private let batch: Int
        private let schema: String
        /// The tables that may have rows yet to come, and the key of the last one that came of each.
        private var waiting: ArraySlice<MovedTable>
        private var places: [String: [Cell]] = [:]
        /// Rows that are moved, and that are there to move.
        package private(set) var moved = 0
        package private(set) var total = 0

        /// - Parameters:
        ///   - path: The SQLite file, brought to the newest schema here; nothing writes it until the move is over.
        ///   - keys: Those that the store is opened with.
        ///   - settings: Where to; the schema is made here, or is that of a move that was cut short.
        ///   - batch: Rows that go at one time.
        package init(
            of path: String, keys: KeyRing, to settings: PostgresSettings, batch: Int = 2_000
        ) throws(StoreFault) {
            source = try MoveSource(path, keys: keys)
            target = try MoveTarget(settings)
            (schema, self.batch) = (settings.schema, batch)
            waiting = source.tables[...]
            try target.begin(source.tables, from: try identity())
            for table in source.tables {
                total += try source.count(of: table)
                moved += try target.count(of: table)
                places[table.name] = try target.read { (database) throws(StoreFault) in
                    try database.lastKey(of: table)
                }
            }
        }

        /// Tables that there are.
        package var tables: Int { source.tables.count }

        /// Moves the next rows. Returns whether there were any.
        package func moveBatch() throws(StoreFault) -> Bool {
            while let table = waiting.first {
                let rows = try source.rows(of: table, after: places[table.name], limit: batch)
                if let last = rows.last {
                    try target.add(rows, to: table)
                    places[table.name] = table.key(of: last)
                    moved += rows.count
                    return true
                }
                waiting.removeFirst()
            }
            return false
        }

        /// Compares every table with the one it came from, sets the numbers of new rows, and lets gateways serve from the
        /// schema. A difference is a fault, and none may serve.
        ///
        /// - Parameter progress: Is told how much is compared, from 0 to 1.
        package func finish(_ progress: (Double) -> Void = { _ in }) throws(StoreFault) {
            var (seen, differing) = (0, [String]())
            for table in source.tables {
                let before = try source.digest(of: table, by: batch)
                let after = try target.digest(of: table, by: batch) { count in
                    seen += count
                    progress(min(0.99, Double(seen) / Double(max(1, total))))
                }
                if before != after { differing.append("'\(table.name)' (\(before.count) and \(after.count) rows)") }
            }
            guard differing.isEmpty else {
                throw StoreFault(
                    .damaged,
                    """
                    not the same in both databases: \(differing.joined(separator: ", ")). Did a gateway run since the move \
                    began? Drop the schema '\(schema)' and move again
                    """)
            }
            var numbers: [String: Int64] = [:]
            for name in try target.numberedTables() { numbers[name] = try source.greatestNumber(of: name) }
            try target.end(source.tables, numbers: numbers)
            progress(1)
        }

        deinit {
            source.close()
        }

        /// Marks never change in the life of a database, but for the keys that they are sealed with.
        private func identity() throws(StoreFault) -> String {
            guard let marks = source.tables.first(where: { $0.name == "marks" }) else { return "" }
            return try source.digest(of: marks, by: batch).sum.map { String($0, radix: 16) }.joined(separator: " ")
        }
    }
#endif
