#if Postgres
    import Foundation
    import Testing

    /// Two gateways on one PostgreSQL database.
    @Suite(
        .serialized, .timeLimit(.minutes(5)),
        .enabled(if: SchemaPlace.address != nil, "WAYMARK_TEST_POSTGRES names no server"))
    struct TwoGatewaysTests {
        private let database: SchemaPlace
        private let carrier: Carrier

        init() throws {
            database = SchemaPlace(try #require(SchemaPlace.address))
            carrier = try Carrier()
        }

        @Test func `a conversation goes on wherever its next answer comes, and each answer counts once`() async throws {
            let (one, other) = (try await gateway(), try await gateway())
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<4 {
                    group.addTask {
                        var adder = Adder("+25475500010\(number)", seed: UInt64(number))
                        try await adder.begin(on: one.gateway)
                        for turn in 0..<12 {
                            let gateway = turn.isMultiple(of: 2) ? other.gateway : one.gateway
                            try await adder.add(on: gateway)
                            #expect(adder.screen == Screen.sum(adder.sum))
                            // The provider repeats it, at the other one.
                            try await adder.sendAgain(on: turn.isMultiple(of: 3) ? one.gateway : other.gateway)
                            #expect(adder.screen == Screen.sum(adder.sum))
                        }
                        #expect(try await adder.finish(on: other.gateway) == "END Done with \(adder.sum).")
                    }
                }
                try await group.waitForAll()
            }
            try await eventually("a message to each") { Set(carrier.taken.map(\.to)).count == 4 }
            #expect(carrier.taken.count == 4)
        }

        @Test func `what a gateway was sending when it was killed goes out of the other`() async throws {
            let (one, other) = (try await gateway(), try await gateway())
            carrier.become(.silent)
            var crowd = Crowd(4, seed: 7)
            try await crowd.begin(on: one.gateway)
            try await crowd.goOn(on: one.gateway)
            try await eventually("requests that nobody answers") { carrier.requests.count >= 4 }
            try await one.gateway.kill()
            carrier.become(.taking)
            try await eventually("every message", tries: 1_200) { Set(carrier.taken) == crowd.expectedMessages }
            #expect(try await other.gateway.isReady())
        }

        @Test func `a pack that one publishes is served by both, and nobody loses her place`() async throws {
            let (one, other) = (try await gateway(), try await gateway())
            var old = USSDPhone("+254755000201")
            _ = try await old.dial(on: one.gateway)
            #expect(try await old.answer(["1", "1", "5"], on: other.gateway) == Screen.sum(5))
            try one.deployment.publish(SamplePack(question: "So far ${sum}. And now?"))
            #expect(try Binary.run(["publish", "--data", one.deployment.data]).code == 0)
            for (place, gateway) in [other.gateway, one.gateway].enumerated() {
                var count = 0
                try await eventually("the new question", tries: 1_200) {
                    count += 1
                    var new = USSDPhone("+2547560\(place)\(1_000 + count)")
                    _ = try await new.dial(on: gateway)
                    return try await new.answer(["1", "1", "5"], on: gateway) == "CON So far 5. And now?"
                }
            }
            #expect(try await old.answer("6", on: one.gateway) == Screen.sum(11))
            #expect(try await old.answer("7", on: other.gateway) == Screen.sum(18))
        }

        @Test func `connections that the server ends are made anew, and each answer counts once`() async throws {
            let gateway = try await gateway().gateway
            var adder = Adder("+254755000301", seed: 3)
            try await adder.begin(on: gateway)
            for _ in 0..<5 {
                try database.cut()
                try await adder.add(on: gateway)
                try await eventually("the sum") {
                    if adder.screen == Screen.sum(adder.sum) { return true }
                    try await adder.sendAgain(on: gateway)
                    return false
                }
            }
            #expect(try await adder.finish(on: gateway) == "END Done with \(adder.sum).")
            try await eventually("the message") { carrier.taken.count == 1 }
        }

        @Test func `a file beside it that was never moved is told of`() async throws {
            let deployment = try Deployment()
            try deployment.write("", to: "Data/waymark.sqlite")
            let gateway = try await RunningGateway.start(deployment, environment: environment)
            #expect(gateway.process.errors.contains("waymark.sqlite is not served"))
        }

        /// What makes a gateway one of two on this database.
        private var environment: [String: String] {
            let key = Data(repeating: 0x5a, count: 32).base64EncodedString()
            return database.environment.merging(["WAYMARK_STORE_NODES": "2", "WAYMARK_KEY": key]) { $1 }
        }

        private func gateway() async throws -> (deployment: Deployment, gateway: RunningGateway) {
            let deployment = try Deployment(
                settings: "messages: { send_timeout: 2, report_wait: 1 }\n", carrier: carrier.url)
            return (deployment, try await RunningGateway.start(deployment, environment: environment))
        }
    }
#endif
