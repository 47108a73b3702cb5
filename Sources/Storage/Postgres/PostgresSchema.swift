#if Postgres
    /// Brings a database to the newest schema. Nodes that start together do it one after the other.
    struct PostgresSchema {
        private static let list = "SELECT name FROM migrations ORDER BY name"

        /// The lock's number is `WAYM`, by which SQLite's files are marked, too.
        static let lock = "SELECT pg_advisory_xact_lock(\(DatabaseOpening.applicationID))"

        let settings: PostgresSettings

        /// - Parameter isMoving: Whether it is to be filled, not served from.
        func bring(isMoving: Bool = false) throws(StoreFault) {
            let link = try PostgresLink(settings, isPipelined: false)
            let schema = PostgresLink.quoted(settings.schema)
            try link.execute("BEGIN; \(Self.lock); CREATE SCHEMA IF NOT EXISTS \(schema)")
            let (isKnown, isEmpty) = (try link.hasTable("migrations"), try link.isEmpty)
            guard isKnown || isEmpty else {
                throw StoreFault(
                    .location,
                    "the schema '\(settings.schema)' has another program's tables: name another one by 'store.schema'")
            }
            try link.execute("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY)")
            let isUnderWay = try link.hasTable("moves")
            guard isMoving || !isUnderWay else {
                throw StoreFault(
                    .location,
                    """
                    the move to the schema '\(settings.schema)' is not over: end it with \
                    'waymark migrate sqlite-to-postgres'
                    """)
            }
            let known = try link.execute(Self.list)
            let applied = Set((0..<known.rows).map { known.text($0, 0) })
            let names = Set(PostgresMigration.all.map(\.name))
            guard applied.isSubset(of: names) else {
                throw StoreFault(
                    .newer, "the database was made by a newer version of this program: use that one")
            }
            for migration in PostgresMigration.all where !applied.contains(migration.name) {
                try link.execute(migration.sql)
                try link.execute("INSERT INTO migrations (name) VALUES ('\(migration.name)')")
            }
            try PostgresPartitions(link: link).makeAhead()
            try link.execute("COMMIT")
        }
    }

    extension PostgresLink {
        /// Whether the schema has a table, outside the pipeline.
        func hasTable(_ name: String) throws(StoreFault) -> Bool {
            try execute("SELECT to_regclass('\(name)') IS NOT NULL").text(0, 0) == "t"
        }

        /// Whether the schema has no table, but for what a move begins with.
        fileprivate var isEmpty: Bool {
            get throws(StoreFault) {
                try execute(
                    """
                    SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'moves'
                    """
                ).text(0, 0) == "0"
            }
        }
    }
#endif
