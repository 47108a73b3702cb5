#if Postgres
    /// A table that both databases have, and the statements that walk it in the order of its primary key. Numbers, text and
    /// bytes have the same order in both.
    struct MovedTable: Sendable {
        struct Column: Sendable {
            let name: String
            let kind: ArgumentKind
        }

        let name: String
        let columns: [Column]
        /// Which columns are the primary key, in its order.
        let key: [Int]

        var quoted: String { PostgresLink.quoted(name) }

        /// What tells a row from all others of the table.
        func key(of row: [Cell?]) -> [Cell] { key.compactMap { row[$0] } }

        /// Takes how many rows.
        var first: String { "SELECT \(list) FROM \(quoted) ORDER BY \(order()) LIMIT ?" }

        /// Takes a key and how many rows.
        var next: String {
            let places = Array(repeating: "?", count: key.count).joined(separator: ", ")
            return "SELECT \(list) FROM \(quoted) WHERE (\(order())) > (\(places)) ORDER BY \(order()) LIMIT ?"
        }

        /// Takes how many rows.
        var last: String { "SELECT \(list) FROM \(quoted) ORDER BY \(order(" DESC")) LIMIT ?" }

        var count: String { "SELECT count(*) FROM \(quoted)" }

        var copy: String { "COPY \(quoted) (\(list)) FROM STDIN (FORMAT binary)" }

        private var list: String { columns.map { PostgresLink.quoted($0.name) }.joined(separator: ", ") }

        private func order(_ direction: String = "") -> String {
            key.map { PostgresLink.quoted(columns[$0].name) + direction }.joined(separator: ", ")
        }
    }

    extension Connection {
        /// Rows of a table behind a key, in the order of keys.
        ///
        /// - Parameter key: Nil for the first rows.
        func rows(of table: MovedTable, after key: [Cell]?, limit: Int) throws(StoreFault) -> [[Cell?]] {
            try rows(key == nil ? table.first : table.next, of: table, (key ?? []) + [.integer(Int64(limit))])
        }

        /// The key of the last row of a table; nil where it is empty.
        func lastKey(of table: MovedTable) throws(StoreFault) -> [Cell]? {
            try rows(table.last, of: table, [.integer(1)]).first.map(table.key)
        }

        private func rows(
            _ sql: String, of table: MovedTable, _ arguments: [Cell]
        ) throws(StoreFault) -> [[Cell?]] {
            let statement = try statement(sql)
            defer { statement.reset() }
            for (place, argument) in zip(Int32(1)..., arguments) { try argument.bind(to: statement, at: place) }
            var rows: [[Cell?]] = []
            while try statement.step() {
                rows.append(zip(Int32(0)..., table.columns).map { Cell(statement, at: $0, $1.kind) })
            }
            return rows
        }
    }
#endif
