import HTTPClient
import Testing

/// One sender, or one channel, that is too loud leaves room for all others.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct LoudSenderTests {
    @Test func `a sender who writes too often is met with the busy answer, and nobody else is`() async throws {
        let deployment = try Deployment(settings: "inbox: { sender_rate: 5 }\n")
        let gateway = try await RunningGateway.start(deployment)
        var loud = Adder("+254744500001", seed: 1)
        try await loud.begin(on: gateway)
        for _ in 0..<2 { try await loud.add(on: gateway) }
        let sum = loud.screen
        try await loud.add(on: gateway)
        #expect(loud.screen == "END We are very busy. Please try again in a few minutes.")
        #expect(sum.hasPrefix("CON Sum "))
        var texter = SMSPhone("+254744500002")
        for _ in 0..<5 { #expect(try await texter.text("TALLY", on: gateway) == 200) }
        #expect(try await texter.text("TALLY", on: gateway) == 503)
        var other = USSDPhone("+254744500003")
        #expect(try await other.dial(on: gateway) == Screen.language)
        #expect(try await gateway.count("busy") == 2)
        #expect(try await gateway.count("turns") == 11)
    }

    @Test func `while one channel is full, another one is taken`() async throws {
        let deployment = try Deployment(settings: "inbox: { channel: 4 }\nstore: { lock_wait: 600, wait: 600 }\n")
        let gateway = try await RunningGateway.start(deployment, connections: 16)
        let database = try deployment.place.connect()
        try database.hold()
        async let crowd = texts(from: 0..<9, on: gateway)
        try await eventually("five that are refused") { try await gateway.count("busy", "sms") == 5 }
        async let screen = dial(on: gateway)
        try database.execute("ROLLBACK")
        #expect(try await screen == Screen.language)
        #expect(try await crowd.sorted() == [200, 200, 200, 200, 503, 503, 503, 503, 503])
        #expect(try await gateway.count("busy", "ussd") == 0)
    }

    private func texts(from places: Range<Int>, on gateway: RunningGateway) async throws -> [Int] {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for place in places {
                group.addTask {
                    try await SMSPhone("+25474451\(1_000 + place)").webhook("TALLY", on: gateway)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func dial(on gateway: RunningGateway) async throws -> String {
        var phone = USSDPhone("+254744500009")
        return try await phone.dial(on: gateway)
    }
}
