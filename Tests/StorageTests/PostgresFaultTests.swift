#if Postgres
    import Sealing
    import Testing

    @testable import Storage

    struct PostgresFaultTests {
        @Test(.enabled(if: PostgresPlace.isThere, "WAYMARK_TEST_POSTGRES names no server"))
        func `a connection to a server that only follows another by now is made anew`() async throws {
            let place = PostgresPlace()
            let store = try SQLStore(postgres: place.settings, keys: KeyRing(.random()))
            #expect(try await store.mark("one", [1]) == [1])
            await withCheckedContinuation { continuation in
                store.engine.write { connection in
                    if case .success(let connection) = connection {
                        try? Query(connection, "SET default_transaction_read_only = on").run()
                        try? connection.commit()
                    }
                    continuation.resume()
                }
            }
            await #expect(throws: StoreFault.self) { try await store.mark("two", [2]) }
            #expect(try await store.mark("two", [2]) == [2])
            await store.close()
        }

        @Test(.enabled(if: PostgresPlace.isThere, "WAYMARK_TEST_POSTGRES names no server"))
        func `a server that is silent for longer than it may is given up`() throws {
            let link = try PostgresLink(PostgresPlace().settings, isPipelined: false, patience: 1)
            #expect(throws: StoreFault.unreachable("it has not answered for 1 seconds")) {
                try link.execute("SELECT pg_sleep(60)")
            }
            #expect(link.isBroken)
        }

        /// No limit of the server's ends it: to the server it is in the midst of its statements.
        @Test(.enabled(if: PostgresPlace.isThere, "WAYMARK_TEST_POSTGRES names no server"), .timeLimit(.minutes(1)))
        func `one that was cut off in the midst of a change is ended by whoever waits for it`() async throws {
            let place = PostgresPlace()
            var settings = place.settings
            settings.lockWait = 1
            let store = try SQLStore(postgres: settings, keys: KeyRing(.random()))
            let lost = PostgresConnection(link: try PostgresLink(settings, idle: 5))
            try lost.begin(.alone)
            await #expect(throws: StoreFault.self) { try await store.mark("one", [1]) }
            var kept: [UInt8]?
            while kept == nil { kept = try? await store.mark("one", [1]) }
            #expect(kept == [1])
            #expect(throws: StoreFault.self) { try lost.commit() }
            await store.close()
        }
    }
#endif
