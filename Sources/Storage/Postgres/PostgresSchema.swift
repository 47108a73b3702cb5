#if Postgres
    /// Brings a database to the newest schema. Nodes that start together do it one after the other.
    struct PostgresSchema {
        private static let list = "SELECT name FROM migrations ORDER BY name"

        let settings: PostgresSettings

        func bring() throws(StoreFault) {
            let link = try PostgresLink(settings, isPipelined: false)
            let schema = PostgresLink.quoted(settings.schema)
            // The lock's number is `WAYM`, by which SQLite's files are marked, too.
            try link.execute(
                """
                BEGIN; SELECT pg_advisory_xact_lock(\(DatabaseOpening.applicationID));
                CREATE SCHEMA IF NOT EXISTS \(schema); CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY)
                """)
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
            try link.execute("COMMIT")
        }
    }
#endif
