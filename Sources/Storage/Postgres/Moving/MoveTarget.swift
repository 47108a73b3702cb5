#if Postgres
    /// The PostgreSQL database that a move fills. The table `moves` is there as long as it is under way: with it no gateway
    /// serves from the schema. Its one row says which database the rows come from.
    struct MoveTarget: MoveSide {
        private let schema: String
        private let link: PostgresLink
        private let reader: PostgresConnection

        /// - Parameter settings: The schema must be new, or be that of a move that was cut short.
        init(_ settings: PostgresSettings) throws(StoreFault) {
            schema = settings.schema
            link = try PostgresLink(settings, isPipelined: false)
            try link.execute(
                "BEGIN; \(PostgresSchema.lock); CREATE SCHEMA IF NOT EXISTS \(PostgresLink.quoted(schema))")
            let (isOurs, isUsed) = (try link.hasTable("moves"), try link.hasTable("migrations"))
            guard isOurs || !isUsed else {
                throw StoreFault(
                    .location,
                    "the schema '\(schema)' of the database is in use already: name a new one by 'store.schema'")
            }
            try link.execute("CREATE TABLE IF NOT EXISTS moves (source TEXT NOT NULL); COMMIT")
            try PostgresSchema(settings: settings).bring(isMoving: true)
            reader = PostgresConnection(link: try PostgresLink(settings))
        }

        func read<Value>(_ body: (any Connection) throws(StoreFault) -> Value) throws(StoreFault) -> Value {
            try reader.reading(body)
        }

        /// Makes room for the rows of a source, or goes on with them.
        ///
        /// - Parameter source: What tells the source from others.
        func begin(_ tables: [MovedTable], from source: String) throws(StoreFault) {
            let known = try link.execute("BEGIN; SELECT source FROM moves FOR UPDATE")
            if known.rows == 0 {
                // What the schema begins with comes from the source, too.
                for table in tables.reversed() { try link.execute("DELETE FROM \(table.quoted)") }
                try link.execute("INSERT INTO moves (source) VALUES ('\(source)')")
            } else if known.text(0, 0) != source {
                throw StoreFault(
                    .location,
                    """
                    the move to the schema '\(schema)' was begun from another database, or that one has had its keys \
                    changed since: drop the schema, or name a new one by 'store.schema'
                    """)
            }
            try link.execute("COMMIT")
        }

        /// Adds rows, all of them or none.
        func add(_ rows: [[Cell?]], to table: MovedTable) throws(StoreFault) {
            try link.copy(rows.map(\.encoded), by: table.copy)
        }

        /// The tables that number their rows themselves by the column `id`.
        func numberedTables() throws(StoreFault) -> [String] {
            let names = try link.execute(
                """
                SELECT owner.relname
                FROM pg_class AS numbers
                JOIN pg_depend ON objid = numbers.oid AND classid = 'pg_class'::regclass AND deptype IN ('a', 'i')
                JOIN pg_class AS owner ON owner.oid = refobjid AND refclassid = 'pg_class'::regclass
                JOIN pg_attribute ON attrelid = owner.oid AND attnum = refobjsubid
                WHERE numbers.relkind = 'S' AND attname = 'id'
                    AND owner.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
                """)
            return (0..<names.rows).map { names.text($0, 0) }
        }

        /// Ends the move.
        ///
        /// - Parameter numbers: The greatest number that each table gave, which it must not give again even where its row
        ///   is gone.
        func end(_ tables: [MovedTable], numbers: [String: Int64]) throws(StoreFault) {
            try link.execute("BEGIN")
            for (name, number) in numbers {
                let table = PostgresLink.quoted(name)
                try link.execute(
                    """
                    SELECT setval(pg_get_serial_sequence('\(table)', 'id'),
                        greatest((SELECT coalesce(max(id), 0) FROM \(table)), \(number)) + 1, false)
                    """)
            }
            try link.execute("DROP TABLE moves; COMMIT")
            try link.execute("ANALYZE " + tables.map(\.quoted).joined(separator: ", "))
        }
    }
#endif
