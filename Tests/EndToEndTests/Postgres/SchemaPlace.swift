#if Postgres
    import Foundation

    /// A schema of the PostgreSQL server that `WAYMARK_TEST_POSTGRES` names, made by the first gateway that serves from it;
    /// it goes with the last reference.
    final class SchemaPlace: DatabasePlace {
        static let address = ProcessInfo.processInfo.environment["WAYMARK_TEST_POSTGRES"]

        let migrations = "migrations"
        private let address: String
        private let schema: String
        /// By which the server knows who is connected.
        private let name: String

        init(_ address: String) {
            name = UUID().uuidString
            self.address = address + " application_name=\(name)"
            schema = "gateways " + name
        }

        deinit {
            try? connect().execute("DROP SCHEMA IF EXISTS \"\(schema)\" CASCADE")
        }

        var environment: [String: String] {
            ["WAYMARK_STORE_POSTGRES": address, "WAYMARK_STORE_SCHEMA": schema]
        }

        func connect() throws -> any Database { try PostgresSession(address, schema: schema) }

        func kept() throws -> [String: Data] {
            let session = try connect()
            let tables = try session.rows(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = '\(schema)'")
            var kept: [String: Data] = [:]
            for table in tables.compactMap(\.first?.self) {
                let rows = try session.rows("SELECT whole::text FROM \"\(table)\" AS whole")
                kept[table] = Data(rows.compactMap(\.first?.self).joined(separator: "\n").utf8)
            }
            return kept
        }

        /// Ends every connection of the gateways, in whatever they are.
        func cut() throws {
            try connect().execute(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE application_name = '\(name)' AND pid <> pg_backend_pid()
                """)
        }
    }
#endif
