#if Postgres
    import Storage
    import StorageContract
    import Testing

    struct PostgresContractTests {
        @Test(.enabled(if: PostgresPlace.isThere, "WAYMARK_TEST_POSTGRES names no server"), arguments: ContractRule.all)
        func `PostgreSQL keeps the contract`(rule: ContractRule) async throws {
            let place = PostgresPlace()
            try await rule.check(ContractRule.Opening { try SQLStore(postgres: place.settings, keys: $0) })
        }
    }
#endif
