#if Postgres
    import FoundationEssentials

    @testable import Storage

    /// A schema of its own for a test, dropped in the end. `WAYMARK_TEST_POSTGRES` says where the server is, as libpq reads
    /// it.
    final class PostgresPlace: Sendable {
        private static let address = ProcessInfo.processInfo.environment["WAYMARK_TEST_POSTGRES"]

        static var isThere: Bool { address != nil }

        let settings: PostgresSettings

        /// Names a schema that is not there yet.
        init() {
            var settings = PostgresSettings(Self.address ?? "")
            settings.schema = "rule " + String(UInt64.random(in: 0 ... .max), radix: 36)
            settings.readers = 2
            self.settings = settings
        }

        deinit {
            try? SQLStore.dropSchema(settings)
        }

        /// Runs statements. Returns the first value that the last one gives, as text.
        @discardableResult func run(_ sql: String) throws -> String? {
            let result = try PostgresLink(settings, isPipelined: false).execute(sql)
            return result.rows == 0 ? nil : result.text(0, 0)
        }
    }
#endif
