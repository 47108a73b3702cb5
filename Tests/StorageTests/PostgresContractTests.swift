#if Postgres
    import FoundationEssentials
    import Storage
    import StorageContract
    import Testing

    /// Needs a server: `WAYMARK_TEST_POSTGRES` says where it is, as libpq reads it.
    struct PostgresContractTests {
        static let address = ProcessInfo.processInfo.environment["WAYMARK_TEST_POSTGRES"]

        @Test(.enabled(if: address != nil, "WAYMARK_TEST_POSTGRES names no server"), arguments: ContractRule.all)
        func `PostgreSQL keeps the contract`(rule: ContractRule) async throws {
            var settings = PostgresSettings(try #require(Self.address))
            settings.schema = "rule " + String(UInt64.random(in: 0 ... .max), radix: 36)
            settings.readers = 2
            let chosen = settings
            defer { try? SQLStore.dropSchema(chosen) }
            try await rule.check(ContractRule.Opening { try SQLStore(postgres: chosen, keys: $0) })
        }
    }
#endif
