import HTTPClient
import Testing

/// Messages that a provider will not take, and what staff can do about them.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct DeadLetterTests {
    @Test func `a message that was given up is listed, and goes when it is tried once more`() async throws {
        let carrier = try Carrier(.refusing)
        let deployment = try Deployment(carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        var phone = SMSPhone("+254733000101")
        _ = try await phone.text("TALLY", on: gateway)
        try await eventually("the end of it") { try await gateway.count("dead", "sms") == 1 }
        try await eventually("the list") { try outbox(deployment).output.contains("1 given up") }

        let list = try outbox(deployment)
        #expect(list.code == 0)
        #expect(list.output.contains("  sms  "))
        #expect(list.output.contains("  refused 403  1 attempt\n0 waiting, 1 given up\n"))
        #expect(!list.output.contains("Sum") && !list.output.contains("254733000101"))
        #expect(try outbox(deployment, "--channel", "other").output == "0 waiting, 0 given up\n")
        #expect(try await gateway.ask("/metrics").text.contains("waymark_outbox_dead{channel=\"sms\"} 1\n"))

        carrier.become(.taking)
        let id = try #require(list.output.split(separator: " ").first)
        let unknown = try outbox(deployment, "retry", "999999")
        #expect((unknown.code, unknown.output) == (1, "0 messages to send\n"))
        let retried = try outbox(deployment, "retry", String(id))
        #expect((retried.code, retried.output) == (0, "1 message to send\n"))
        #expect(try await carrier.message(to: phone.number).text == "Sum 0. Next number? 999 ends.")
        try await eventually("nothing left") { try outbox(deployment).output == "0 waiting, 0 given up\n" }
        #expect(try outbox(deployment, "retry", "--all").code == 0)
    }

    @Test func `what is asked for must be said, and only by who can read the data folder`() async throws {
        let deployment = try Deployment()
        #expect(try outbox(deployment).errors.contains("no gateway runs on the data folder"))
        let nothing = try outbox(deployment, "retry")
        #expect(nothing.code != 0 && nothing.errors.contains("name the messages by their numbers, or write --all"))
        let gateway = try await RunningGateway.start(deployment)
        #expect(try await gateway.ask("/control/outbox").status == 403)
        #expect(try await gateway.ask("/control/outbox/retry?ids=1", method: "POST").status == 403)
    }

    private func outbox(_ deployment: Deployment, _ arguments: String...) throws -> Binary.Run {
        let verb = arguments.first == "retry" ? ["retry"] : []
        return try Binary.run(["outbox"] + verb + ["--data", deployment.data] + arguments.dropFirst(verb.count))
    }
}
