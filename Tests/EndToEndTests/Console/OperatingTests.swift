import HTTPClient
import Testing

/// What operators do in the console: send messages once more, and publish.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct OperatingTests {
    @Test func `a message that was given up is listed without text and number, and goes once more`() async throws {
        let carrier = try Carrier(.refusing)
        let gateway = try await RunningGateway.start(try Deployment(carrier: carrier.url))
        let admin = try await gateway.admin()
        var phone = SMSPhone("+254733000301")
        _ = try await phone.text("TALLY", on: gateway)
        try await eventually("the end of it") { try await gateway.count("dead", "sms") == 1 }
        let page = try await eventually("the list") {
            let text = try await admin.get("/console/outbox").text
            return text.contains("refused by the provider (403)") ? text : nil
        }
        #expect(!page.contains("Sum") && !page.contains("733000301"))
        let id = try #require(page.firstMatch(of: /name="id" value="(\d+)"/)?.output.1)
        carrier.become(.taking)
        #expect(
            try await admin.post("/console/outbox/retry", ["which": "chosen"]).headers.value(of: "Location")
                == "/console/outbox?sent=0")
        let sent = try await admin.post("/console/outbox/retry", ["which": "chosen", "id": String(id)])
        #expect(sent.headers.value(of: "Location") == "/console/outbox?sent=1")
        #expect(try await carrier.message(to: phone.number).text == "Sum 0. Next number? 999 ends.")
        #expect(try await admin.get("/console/audit").text.contains("<td>message \(id)</td>"))
        let channels = try await admin.get("/console/channels").text
        #expect(channels.contains("<th scope=\"row\">sms</th>") && channels.contains("<td>africastalking-sms</td>"))
    }

    @Test func `a pack is checked, then published, and one with errors is not`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let admin = try await gateway.admin()
        let before = try await gateway.ask("/").text
        #expect(try await admin.post("/console/pack/check").text.contains("is the one that is served"))
        try deployment.publish(SamplePack(question: "So far ${sum}. And now?"))
        let trial = try await admin.post("/console/pack/check").text
        #expect(trial.contains("This can be published") && trial.contains("/console/pack/publish"))
        #expect(try await gateway.ask("/").text == before)
        #expect(try await admin.post("/console/pack/publish").text.contains("<h2>Published</h2>"))
        #expect(try await gateway.ask("/").text != before)
        try deployment.write("steps: {}\n", to: "Flows/sample/tally.yaml")
        let bad = try await admin.post("/console/pack/publish").text
        #expect(bad.contains("has errors and cannot be published") && bad.contains("/Flows/sample/tally.yaml:1:"))
    }
}
