#if Postgres
    import GRDB
    import Sealing

    /// The SQLite database that a move reads: nothing else may write it meanwhile.
    struct MoveSource: MoveSide {
        /// Every table, those first that others refer to.
        let tables: [MovedTable]
        private let pool: DatabasePool

        init(_ path: String, keys: KeyRing) throws(StoreFault) {
            pool = try DatabaseOpening(path: path, keys: keys, settings: SQLiteSettings()).pool()
            do {
                tables = try pool.read(Self.tables)
            } catch {
                throw StoreFault(error)
            }
        }

        func read<Value>(_ body: (any Connection) throws(StoreFault) -> Value) throws(StoreFault) -> Value {
            do {
                return try pool.read { try body(SQLiteConnection($0)) }
            } catch {
                throw StoreFault(error)
            }
        }

        /// The greatest number that a table ever gave to a row, where it gives none again.
        /// <https://www.sqlite.org/autoinc.html>
        func greatestNumber(of table: String) throws(StoreFault) -> Int64 {
            try read { (database) throws(StoreFault) in
                try Query(database, "SELECT seq FROM sqlite_sequence WHERE name = ?").first(table) { $0.integer(0) }
                    ?? 0
            }
        }

        func close() { try? pool.close() }

        private static func tables(_ database: Database) throws -> [MovedTable] {
            let names = try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM sqlite_schema
                    WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%' ORDER BY name
                    """)
            var ordered: [String] = []
            var seen: Set<String> = []
            func add(_ name: String) throws {
                guard seen.insert(name).inserted else { return }
                let parents = try String.fetchAll(
                    database, sql: "SELECT \"table\" FROM pragma_foreign_key_list(?)", arguments: [name])
                for parent in parents { try add(parent) }
                ordered.append(name)
            }
            for name in names { try add(name) }
            return try ordered.map { try MovedTable(name: $0, in: database) }
        }
    }

    extension MovedTable {
        /// Reads the columns of a table; all are strict, so that a column has values of its own type only.
        /// <https://www.sqlite.org/stricttables.html>
        fileprivate init(name: String, in database: Database) throws {
            let rows = try Row.fetchAll(
                database, sql: "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", arguments: [name])
            let places: [Int] = rows.map { $0[2] }
            self.init(
                name: name, columns: rows.map { Column(name: $0[0], kind: Self.kind(of: $0[1])) },
                key: places.indices.filter { places[$0] > 0 }.sorted { places[$0] < places[$1] })
        }

        private static func kind(of type: String) -> ArgumentKind {
            switch type {
            case "INTEGER": .integer
            case "TEXT": .text
            default: .bytes
            }
        }
    }
#endif
