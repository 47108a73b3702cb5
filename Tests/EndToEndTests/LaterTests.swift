import HTTPClient
import Synchronization
import TestSupport
import Testing

/// What comes after a turn: other systems are asked, and flows start later.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct LaterTests {
    private func deployment(_ system: LoopbackServer, carrier: String = "http://127.0.0.1:9/send") throws -> Deployment
    {
        let deployment = try Deployment(carrier: carrier)
        try deployment.write(
            """
            systems:
              jobs:
                url: \(system.url("/v1"))
                headers: { Authorization: "Bearer ${PATH_TOKEN}" }
            """, to: "Config/systems.yaml")
        for (path, content) in Self.files { try deployment.write(content, to: "Flows/sample/" + path) }
        return deployment
    }

    @Test func `the screen that follows the system's answer is the webhook's answer`() async throws {
        let system = try LoopbackServer { _ in .answer(body: #"{"open":3}"#.utf8) }
        let gateway = try await RunningGateway.start(try deployment(system))
        var phone = USSDPhone("+254755100001")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer("1", on: gateway) == "END 3 jobs in Nairobi West.")
        let request = try #require(system.requests.first)
        #expect(request.target == "/v1/open?city=Nairobi%20West")
        #expect(request.header("Authorization") == "Bearer \(USSDPhone.token)")
        #expect(request.header("Idempotency-Key")?.isEmpty == false)
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"city":"Nairobi West"}"#)
    }

    @Test func `a repeated webhook gets the final screen, and the system is asked once`() async throws {
        let system = try LoopbackServer { _ in .answer(body: #"{"open":3}"#.utf8) }
        let gateway = try await RunningGateway.start(try deployment(system))
        var phone = USSDPhone("+254755100002")
        _ = try await phone.dial(on: gateway)
        let screen = try await phone.answer("1", on: gateway)
        #expect(try await phone.show(on: gateway) == screen)
        #expect(system.requests.count == 1)
    }

    @Test(arguments: [
        LoopbackServer.Reply.answer(status: 500), .answer(body: "no json".utf8), .hangUp, .silence,
        .answer(body: Array(repeating: UInt8(ascii: " "), count: 20_000)),
    ])
    func `whatever the system does, she gets a screen in time`(reply: LoopbackServer.Reply) async throws {
        let system = try LoopbackServer { _ in reply }
        let gateway = try await RunningGateway.start(try deployment(system))
        var phone = USSDPhone("+254755100003")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer("1", on: gateway) == "CON No answer.\n1 Again\n2 Bye")
        #expect(try await gateway.count("requests", "outcome=\"failed\"") == 1)
    }

    @Test func `a question that a crash interrupted is asked again at the next start, with the same key`() async throws
    {
        let isUp = Mutex(false)
        let system = try LoopbackServer { _ in
            isUp.withLock { $0 } ? .answer(body: #"{"open":5}"#.utf8) : .silence
        }
        let carrier = try Carrier()
        let deployment = try deployment(system, carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        var phone = SMSPhone("+254755100004")
        #expect(try await phone.text("hello", on: gateway) == 200)
        _ = try await carrier.message(to: phone.number)
        let waiting = phone
        async let answer = waiting.webhook("1", on: gateway)
        try await eventually("the question") { !system.requests.isEmpty }
        try await gateway.kill()
        _ = try? await answer
        isUp.withLock { $0 = true }
        let again = try await RunningGateway.start(deployment)
        #expect(try await carrier.message(to: phone.number, after: 1).text == "5 jobs in Nairobi West.")
        let keys = Set(system.requests.compactMap { $0.header("Idempotency-Key") })
        #expect(keys.count == 1 && system.requests.count >= 2)
        #expect(try await again.stop() == 0)
    }

    @Test func `a reminder comes by SMS after a restart, to who agreed`() async throws {
        let system = try LoopbackServer { _ in .hangUp }
        let carrier = try Carrier()
        let deployment = try deployment(system, carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        for (number, choice) in [("+254755100005", "2"), ("+254755100006", "3")] {
            var phone = USSDPhone(number)
            _ = try await phone.dial(on: gateway)
            #expect(try await phone.answer(choice, on: gateway) == "END See you.")
        }
        try await gateway.kill()
        let again = try await RunningGateway.start(deployment)
        #expect(try await carrier.message(to: "+254755100005").text == "Any news?\n1 Yes\n2 No")
        try await eventually("both reminders") { try await again.count("reminders") == 2 }
        #expect(carrier.taken.map(\.to) == ["+254755100005"])
    }

    @Test func `publishing tells of reminders whose step is gone`() async throws {
        let system = try LoopbackServer { _ in .hangUp }
        let deployment = try deployment(system)
        let later = try #require(Self.files["later.yaml"])
        try deployment.write(later.replacing("after: 1s", with: "after: 30d"), to: "Flows/sample/later.yaml")
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254755100007")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer("2", on: gateway) == "END See you.")
        let news = try #require(Self.files["news.yaml"])
        try deployment.write(news.replacing("start:", with: "begin:"), to: "Flows/sample/news.yaml")
        let run = try Binary.run(["publish", "--data", deployment.data, "--dry-run"])
        #expect(run.output.contains("news#start: the step is gone"))
        #expect(run.output.contains("news#start: 1 planned reminder will not be sent, for the step is gone"))
        #expect(try await gateway.stop() == 0)
    }

    @Test func `a pack that asks a system nobody configured is not served`() async throws {
        let system = try LoopbackServer { _ in .hangUp }
        let deployment = try deployment(system)
        try deployment.write("systems: {}\n", to: "Config/systems.yaml")
        let refusal = await #expect(throws: NeverSeen.self) { try await RunningGateway.start(deployment) }
        #expect(refusal?.what.contains("it ended with 1") == true)
        #expect(refusal?.what.contains("asks a system 'jobs' that is not configured") == true)
    }

    private static let files = RemindingPack.files(
        start: "later",
        with: [
            "later.yaml": """
            steps:
              start:
                menu: What now?
                no_shortcut: true
                options:
                  - { label: Jobs, set: { city: "'Nairobi West'" }, go: look }
                  - { label: Remind me, set: { person.agrees: "true" }, go: plan }
                  - { label: Remind somebody else, go: plan }
                  - Nothing -> main
                  - Nothing at all -> name
                  - Less -> help
                  - Least -> tally
              look:
                request: jobs
                url: /open?city=${city}
                body: { city: city }
                within: 1s
                failed: none
                go: show
              show:
                end: ${text_slice(look.open, 0, 20)} jobs in ${city}.
              none:
                menu: No answer.
                options: [Again -> look, Bye -> bye]
              plan:
                remind: news
                after: 1s
                go: bye
              bye:
                end: See you.
            """,
            "news.yaml": """
            steps:
              start:
                menu: Any news?
                options: [Yes -> bye, No -> bye]
              bye:
                end: Thank you.
            """,
        ])
}
