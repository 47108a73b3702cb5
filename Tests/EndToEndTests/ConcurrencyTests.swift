import Testing

/// Many at once.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ConcurrencyTests {
    @Test func `two hundred phones at once each get their own answers`() async throws {
        let carrier = try Carrier()
        let deployment = try Deployment(carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment, connections: 32)
        var crowd = Crowd(200, seed: 1)
        try await crowd.begin(on: gateway)
        try await crowd.goOn(on: gateway)
        #expect(try await gateway.count("turns", "ussd") == 200 * 6)
        #expect(try await gateway.count("repeats", "ussd") == 200)
        try await eventually("all messages as sent") { try await gateway.count("sent") == 200 }
        #expect(carrier.taken.count == 200)
        #expect(Set(carrier.taken) == crowd.expectedMessages)
    }

    @Test func `one webhook that comes fifty times at once makes one turn`() async throws {
        let deployment = try Deployment(settings: "inbox: { sender: 50 }\n")
        let gateway = try await RunningGateway.start(deployment, connections: 50)
        var phone = USSDPhone("+254755000001")
        _ = try await phone.dial(on: gateway)
        _ = try await phone.answer(["1", "1"], on: gateway)
        let turns = try await gateway.count("turns")
        let waiting = phone
        let screens = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    var phone = waiting
                    return try await phone.answer("9", on: gateway)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(screens == Array(repeating: Screen.sum(9), count: 50))
        #expect(try await gateway.count("turns") == turns + 1)
        #expect(try await gateway.count("repeats") == 49)
    }
}
