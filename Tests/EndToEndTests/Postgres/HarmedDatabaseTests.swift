#if Postgres
    import Foundation
    import HTTPClient
    import TestSupport
    import Testing

    @testable import Storage

    /// What one gateway says while its database is out of reach, and that it goes on by itself.
    @Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Cluster.tools != nil, Cluster.whyNot))
    struct HarmedDatabaseTests {
        private let cluster: Cluster
        private let carrier: Carrier

        init() throws {
            cluster = try Cluster()
            carrier = try Carrier()
        }

        @Test func `a table that is locked is told to phones in time, and all goes on when it is free`() async throws {
            let gateway = try await gateway(on: cluster.address)
            var adder = Adder("+254755000401", seed: 1)
            try await adder.begin(on: gateway)
            let holder = try PostgresLink(PostgresSettings(cluster.address), isPipelined: false)
            try holder.execute("BEGIN; LOCK TABLE gateway.sessions IN ACCESS EXCLUSIVE MODE")
            try await expectApology(&adder, on: gateway)
            #expect(gateway.process.errors.contains("another process holds the database"))
            try holder.execute("ROLLBACK")
            try await expectRecovery(&adder, on: gateway)
        }

        @Test func `without free connections the gateway says so, is not ready, and goes on when there are some`()
            async throws
        {
            try cluster.query("CREATE ROLE gateway LOGIN; GRANT CREATE ON DATABASE postgres TO gateway")
            let gateway = try await gateway(on: "host=\(cluster.folder) user=gateway dbname=postgres")
            var adder = Adder("+254755000402", seed: 2)
            try await adder.begin(on: gateway)
            try cluster.query("ALTER ROLE gateway CONNECTION LIMIT 0")
            try endConnections(of: "gateway")
            try await expectApology(&adder, on: gateway)
            try await eventually("that it is not ready") { try await gateway.isReady() == false }
            #expect(try await gateway.ask("/readyz").text.contains("too many connections for role"))
            try await eventually("why, in the log") {
                gateway.process.errors.contains("too many connections for role")
            }
            try cluster.query("ALTER ROLE gateway CONNECTION LIMIT -1")
            try await expectRecovery(&adder, on: gateway)
        }

        @Test func `the database does not count as there while only what reads is connected`() async throws {
            try cluster.query("CREATE ROLE single LOGIN CONNECTION LIMIT 1")
            let engine = PostgresEngine(PostgresSettings("host=\(cluster.folder) user=single dbname=postgres"))
            try await engine.check()
            await withCheckedContinuation { continuation in engine.write { _ in continuation.resume() } }
            await #expect(throws: StoreFault.self) { try await engine.check() }
            try cluster.query("ALTER ROLE single CONNECTION LIMIT -1")
            try await eventually("that it is there") { (try? await engine.check()) != nil }
            await engine.close()
        }

        @Test func `a network that drops everything is told to phones in time, and all goes on when it carries again`()
            async throws
        {
            let proxy = try DatabaseProxy(to: cluster.socket)
            let gateway = try await gateway(on: proxy.address)
            var adder = Adder("+254755000404", seed: 4)
            try await adder.begin(on: gateway)
            try proxy.begin(.drops)
            try await expectApology(&adder, on: gateway)
            let ready = try await gateway.ask("/readyz")
            #expect(ready.status == 503 && ready.text.contains("the database has not answered for"))
            try proxy.mend(.drops)
            try await expectRecovery(&adder, on: gateway)
        }

        /// From the claim of the one, whose lease of eight seconds the row tells, to the note of the other.
        @Test
        func `what a gateway had claimed when it died goes out of another within ten seconds by their own clocks`()
            async throws
        {
            let one = try await gateway(on: cluster.address, ["WAYMARK_FAIL_POINTS": "before-send@1"])
            var adder = Adder("+254755000405", seed: 5)
            try await adder.begin(on: one)
            try await adder.add(on: one)
            _ = try? await adder.finish(on: one)
            #expect(try await one.process.ended() == -9)
            let leaseEnd = try #require(Int(try cluster.query("SELECT due_at FROM gateway.outbox WHERE state = 1")))
            let other = try await gateway(on: cluster.address)
            let settled = try await eventually("its end") {
                Int(try cluster.query("SELECT settled_at FROM gateway.outbox"))
            }
            #expect(try await other.isReady())
            let time = settled - (leaseEnd - 8_000)
            print("taken over \(time) ms after it was claimed")
            #expect(time <= 10_000)
            #expect(carrier.requests.count == 1)
        }

        private func gateway(
            on address: String, _ environment: [String: String] = [:]
        ) async throws -> RunningGateway {
            let deployment = try Deployment(
                settings: "messages: { send_timeout: 2, report_wait: 1 }\n", carrier: carrier.url)
            let store = [
                "WAYMARK_STORE_POSTGRES": address, "WAYMARK_STORE_SCHEMA": "gateway", "WAYMARK_STORE_NODES": "2",
                "WAYMARK_KEY": Data(repeating: 0x5a, count: 32).base64EncodedString(),
            ]
            return try await RunningGateway.start(deployment, environment: store.merging(environment) { $1 })
        }

        /// What a phone is told in place of its sum, within the time that its provider waits.
        private func expectApology(_ adder: inout Adder, on gateway: RunningGateway) async throws {
            let start = ContinuousClock.now
            try await adder.add(on: gateway)
            #expect(ContinuousClock.now - start < .seconds(10))
            #expect(adder.screen.hasPrefix("END ") && !adder.screen.contains("Sum"), "\(adder.screen)")
        }

        /// The number that was refused counts once, as soon as its request comes again.
        private func expectRecovery(_ adder: inout Adder, on gateway: RunningGateway) async throws {
            try await eventually("that it is ready") { try await gateway.isReady() }
            try await eventually("the sum") {
                if adder.screen == Screen.sum(adder.sum) { return true }
                try await adder.sendAgain(on: gateway)
                return false
            }
            #expect(try await adder.finish(on: gateway) == "END Done with \(adder.sum).")
            let text = "Your sum is \(adder.sum)."
            try await eventually("the message") { carrier.taken.map(\.text) == [text] }
        }

        private func endConnections(of role: String) throws {
            try cluster.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '\(role)'")
        }
    }
#endif
