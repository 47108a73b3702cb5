#if Postgres
    import Foundation
    import TestSupport

    @testable import Storage

    /// A schema of the PostgreSQL server that `WAYMARK_TEST_POSTGRES` names, for several gateways; it goes with the last
    /// reference.
    final class SharedDatabase: Sendable {
        static let address = ProcessInfo.processInfo.environment["WAYMARK_TEST_POSTGRES"]

        private let settings: PostgresSettings
        /// By which the server knows who is connected.
        private let name: String

        init(_ address: String) {
            let name = UUID().uuidString
            var settings = PostgresSettings(address + " application_name=\(name)")
            settings.schema = "gateways " + name
            (self.settings, self.name) = (settings, name)
        }

        deinit {
            try? SQLStore.dropSchema(settings)
        }

        /// Ends every connection of the gateways, in whatever they are.
        func cut() throws {
            let link = try PostgresLink(settings, isPipelined: false)
            try link.execute(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE application_name = '\(name)' AND pid <> pg_backend_pid()
                """)
        }

        /// What makes a gateway one of two on this database.
        var environment: [String: String] {
            [
                "WAYMARK_STORE_POSTGRES": settings.address, "WAYMARK_STORE_SCHEMA": settings.schema,
                "WAYMARK_STORE_NODES": "2", "WAYMARK_KEY": Data(repeating: 0x5a, count: 32).base64EncodedString(),
            ]
        }
    }
#endif
