#if Postgres
    import Storage
    import Testing

    @Suite(.enabled(if: PostgresPlace.isThere, "WAYMARK_TEST_POSTGRES names no server"))
    struct PostgresOpeningTests {
        private let place = PostgresPlace()

        @Test func `a schema with another program's tables is not opened, and nothing is put into it`() throws {
            let schema = place.settings.schema
            try place.run("CREATE SCHEMA \"\(schema)\"; CREATE TABLE theirs (id INTEGER)")
            let fault = #expect(throws: StoreFault.self) {
                try SQLStore(postgres: place.settings, keys: MigrationRows.keys)
            }
            #expect(fault?.code == .location)
            #expect(
                fault?.message
                    == "the schema '\(schema)' has another program's tables: name another one by 'store.schema'")
            #expect(try place.run("SELECT count(*) FROM pg_tables WHERE schemaname = '\(schema)'") == "1")
        }

        @Test func `an empty schema that was made before is filled`() async throws {
            try place.run("CREATE SCHEMA \"\(place.settings.schema)\"")
            let store = try SQLStore(postgres: place.settings, keys: MigrationRows.keys)
            #expect(try await store.mark("a mark", [1]) == [1])
            await store.close()
        }
    }
#endif
