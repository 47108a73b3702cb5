import HTTPClient
import Synchronization
import TestSupport
import Testing

/// USSD screens are there when the provider wants them, whatever takes longer.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ReplyDeadlineTests {
    private func start(_ system: GatedSystem, within: String = "1s") async throws -> (Deployment, RunningGateway) {
        let deployment = try Deployment(settings: "store: { lock_wait: 600, wait: 600 }\n", packName: "asking")
        try AskingPack.put(on: deployment, system: system.url("/v1"))
        try deployment.write(
            "adapter: hasty\nextends: africastalking-ussd\nkind: ussd\nlimits: { reply_within: \(within) }\n",
            to: "Config/providers/hasty.yaml")
        try deployment.write(
            """
            channels:
              ussd:
                adapter: hasty
                address: "*384*77#"
                country: KE
                path_token: ${PATH_TOKEN}
              sms:
                adapter: africastalking-sms
                address: "21512"
                country: KE
                path_token: ${PATH_TOKEN}
                settings: { username: sandbox, api_key: "${API_KEY}", send_url: "http://127.0.0.1:9/send" }
            """, to: "Config/channels.yaml")
        return (deployment, try await RunningGateway.start(deployment))
    }

    @Test func `a system that takes too long leaves a screen that waits, and the next answer shows what came of it`()
        async throws
    {
        let system = try GatedSystem(#"{"open":3}"#)
        let (_, gateway) = try await start(system)
        var phone = USSDPhone("+254766000001")
        #expect(try await phone.dial(on: gateway) == "CON " + AskingPack.menu)
        #expect(try await phone.answer("1", on: gateway) == "CON " + AskingPack.wait)
        system.open()
        #expect(try await gateway.count("late", "channel=\"ussd\"") == 1)
        try await eventually("the answer") { try await gateway.count("requests", "answered") == 1 }
        try await eventually("what came of it") {
            try await phone.answer("1", on: gateway) == "CON 3 jobs.\n1 Again\n2 Bye"
        }
        #expect(try await phone.answer("2", on: gateway) == "END See you.")
        #expect(system.requests.count == 1)
    }

    @Test func `who answers while the system is still asked is shown the screen that waits again`() async throws {
        let system = try GatedSystem(#"{"open":3}"#)
        let (_, gateway) = try await start(system)
        var phone = USSDPhone("+254766000009")
        _ = try await phone.dial(on: gateway)
        for _ in 1...2 { #expect(try await phone.answer("1", on: gateway) == "CON " + AskingPack.wait) }
        #expect(system.requests.count == 1)
        system.open()
    }

    @Test func `a repeat that comes while the system is asked waits with the first and gets the same bytes`()
        async throws
    {
        let system = try GatedSystem(#"{"open":3}"#)
        let (_, gateway) = try await start(system, within: "8s")
        var phone = USSDPhone("+254766000002")
        _ = try await phone.dial(on: gateway)
        let waiting = phone
        let screens = try await withThrowingTaskGroup(of: String.self) { group in
            group.addTask {
                var phone = waiting
                return try await phone.answer("1", on: gateway)
            }
            try await eventually("the question") { !system.requests.isEmpty }
            for _ in 0..<2 {
                group.addTask {
                    var phone = waiting
                    return try await phone.answer("1", on: gateway)
                }
            }
            try await eventually("the repeats") { try await gateway.count("repeats") == 2 }
            system.open()
            return try await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(screens == Array(repeating: "CON 3 jobs.\n1 Again\n2 Bye", count: 3))
        #expect(try await gateway.count("late") == 0)
        #expect(system.requests.count == 1)
    }

    @Test func `a repeat after the deadline gets what the turn came to in the end`() async throws {
        let system = try GatedSystem(#"{"open":3}"#)
        let (_, gateway) = try await start(system)
        var phone = USSDPhone("+254766000003")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer("3", on: gateway) == "CON " + AskingPack.wait)
        #expect(try await phone.show(on: gateway) == "CON " + AskingPack.wait)
        system.open()
        try await eventually("the last screen") { try await phone.show(on: gateway) == "END 3 jobs. Bye." }
    }

    @Test func `a last text that came too late waits for the next dial`() async throws {
        let system = try GatedSystem(#"{"open":3}"#)
        let (_, gateway) = try await start(system)
        var phone = USSDPhone("+254766000004")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer("3", on: gateway) == "CON " + AskingPack.wait)
        system.open()
        try await eventually("the answer") { try await phone.show(on: gateway) != "CON " + AskingPack.wait }
        #expect(try await phone.dial(on: gateway) == Screen.resume)
        #expect(try await phone.answer("1", on: gateway) == "END 3 jobs. Bye.")
        #expect(try await phone.dial(on: gateway) == "CON " + AskingPack.menu)
    }

    @Test func `two questions one after the other have the time of one`() async throws {
        let system = try GatedSystem(#"{"open":3}"#)
        let (_, gateway) = try await start(system)
        var phone = USSDPhone("+254766000005")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer("2", on: gateway) == "CON " + AskingPack.wait)
        system.open()
        try await eventually("both answers") { try await gateway.count("requests", "answered") == 2 }
        try await eventually("what came of it") {
            try await phone.answer("1", on: gateway) == "CON 3 jobs.\n1 Again\n2 Bye"
        }
        #expect(try await gateway.count("late") == 1)
    }

    @Test func `a turn that a busy disk holds up is an apology in time, and is not lost`() async throws {
        let system = try GatedSystem(#"{"open":3}"#)
        system.open()
        let (deployment, gateway) = try await start(system)
        var phone = USSDPhone("+254766000006")
        _ = try await phone.dial(on: gateway)
        let lock = try deployment.place.connect()
        try lock.hold()
        #expect(try await phone.answer("1", on: gateway) == Screen.refused)
        try lock.execute("ROLLBACK")
        try await eventually("the turn") { try await gateway.count("turns") == 2 }
        try await eventually("its screen") { try await phone.show(on: gateway) == "CON 3 jobs.\n1 Again\n2 Bye" }
        #expect(try await phone.dial(on: gateway) == Screen.resume)
        #expect(try await phone.answer("1", on: gateway) == "CON 3 jobs.\n1 Again\n2 Bye")
        #expect(try await gateway.count("late") == 1)
    }

    @Test func `who stops the gateway does not wait for a system longer than the system may take`() async throws {
        let system = try GatedSystem(#"{"open":3}"#)
        let (_, gateway) = try await start(system)
        var phone = USSDPhone("+254766000007")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer("1", on: gateway) == "CON " + AskingPack.wait)
        #expect(try await gateway.stop() == 0)
    }
}
