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

        /// Drops a schema and everything in it.
        package static func dropSchema(_ settings: PostgresSettings) throws(StoreFault) {
            let link = try PostgresLink(settings, isPipelined: false)
            try link.execute("DROP SCHEMA IF EXISTS \(PostgresLink.quoted(settings.schema)) CASCADE")
        }
    }
#endif
