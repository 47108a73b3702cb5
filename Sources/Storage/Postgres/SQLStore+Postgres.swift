#if Postgres
    package import Sealing

    extension SQLStore {
        /// Opens a database of a PostgreSQL server, which other nodes may use, too, and brings its schema up to date.
        ///
        /// - Parameter keys: What people say and who they are is in the database only sealed with these; every node has the
        ///   same ones.
        package init(postgres settings: PostgresSettings, keys: KeyRing) throws(StoreFault) {
            try PostgresSchema(settings: settings).bring()
            self.init(PostgresEngine(settings), keys: keys, settings.groups)
        }

        /// Drops a schema and everything in it, and ends whoever still uses it: a gateway that was cut off may.
        package static func dropSchema(_ settings: PostgresSettings) throws(StoreFault) {
            let link = try PostgresLink(settings, isPipelined: false)
            try link.execute(
                """
                SELECT count(pg_terminate_backend(pid)) FROM pg_locks JOIN pg_class ON pg_class.oid = relation
                WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
                    AND pid <> pg_backend_pid()
                """)
            try link.execute("DROP SCHEMA IF EXISTS \(PostgresLink.quoted(settings.schema)) CASCADE")
        }
    }
#endif
