#if Postgres
    import Foundation
    import Storage
    import TestSupport

    /// A schema of the PostgreSQL server that `WAYMARK_TEST_POSTGRES` names, for several gateways; it goes with the last
    /// reference.
    final class SharedDatabase: Sendable {
        static let address = ProcessInfo.processInfo.environment["WAYMARK_TEST_POSTGRES"]

        private let settings: PostgresSettings

        init(_ address: String) {
            var settings = PostgresSettings(address)
            settings.schema = "gateways " + UUID().uuidString
            self.settings = settings
        }

        deinit {
            try? SQLStore.dropSchema(settings)
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
