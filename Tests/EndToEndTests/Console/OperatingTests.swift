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
        #expect(channels.contains("<th scope=\"row\">sms<div class=\"quiet\">SMS africastalking-sms"))
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
        let old = try #require(
            try await admin.get("/console/pack").text.matches(of: /name="revision" value="([0-9a-f]+)"/).first?.output.1
        )
        let back = try await admin.post("/console/pack/check-revision", ["revision": String(old)]).text
        #expect(back.contains("You can go back to this revision"))
        #expect(try await gateway.ask("/").text != before)
        #expect(
            try await admin.post("/console/pack/go-back", ["revision": String(old)]).text.contains("<h2>Published</h2>")
        )
        #expect(try await gateway.ask("/").text == before)
        #expect(try await admin.post("/console/pack/go-back", ["revision": "0"]).status == 404)
        #expect(try await admin.get("/console/audit").text.contains("<td>revision \(old)</td>"))
        try deployment.write("steps: {}\n", to: "Flows/sample/tally.yaml")
        let bad = try await admin.post("/console/pack/publish").text
        #expect(bad.contains("has errors and cannot be published") && bad.contains("/Flows/sample/tally.yaml:1:"))
    }

    @Test func `behind the last office there is an empty page, however far behind`() async throws {
        let deployment = try Deployment(packName: "china")
        try deployment.copyPack("china")
        let gateway = try await RunningGateway.start(deployment)
        let admin = try await gateway.admin()
        let first = try await admin.get("/console/directory/legal_aid")
        #expect(first.status == 200 && first.text.contains("<tr><th scope=\"row\">"))
        #expect(first.text.contains("<td>Mon-Fri 9:00-11:30, 13:30-16:30</td>"))
        for place in ["100000", "9223372036854775807", "-9223372036854775808", "99999999999999999999"] {
            let page = try await admin.get("/console/directory/legal_aid?from=\(place)")
            #expect(page.status == 200, "\(place)")
        }
        let last = try await admin.get("/console/directory/legal_aid?from=9223372036854775807")
        #expect(!last.text.contains("<tr><th scope=\"row\">"))
    }

    @Test func `a flow's page and picture count how many went each way`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        var phone = USSDPhone("+254733000311")
        _ = try await phone.dial(on: gateway)
        _ = try await phone.answer(["1", "5"], on: gateway)
        let flows = try await admin.get("/console/flows").text
        let path = String(try #require(flows.firstMatch(of: /href="(\/console\/flows\/[^"?]+)/)?.output.1))
        let page = try await admin.get(path).text
        #expect(page.contains("<img src=\"\(path)/picture?from="))
        #expect(page.firstMatch(of: /<td>1<\/td>/) != nil)
        let picture = try await admin.get(path + "/picture")
        #expect(picture.text.hasPrefix("<svg") && picture.text.contains("class=\"figure\""))
        #expect(picture.headers.value(of: "Content-Type")?.hasPrefix("image/svg+xml") == true)
        #expect(try await admin.get("/console/flows.svg").text.hasPrefix("<svg"))
        #expect(
            try await admin.get(path + "?from=2000-01-01&until=2000-01-02").text.firstMatch(of: /<td>1<\/td>/) == nil)
    }

    @Test func `flows are called what their staff call them, in the language of the page`() async throws {
        let deployment = try Deployment(packName: "china")
        try deployment.copyPack("china")
        let admin = try await RunningGateway.start(deployment).admin()
        for (language, title) in [("zh-Hans", "老板没发工资"), ("en", "My boss has not paid me")] {
            let flows = try await admin.get("/console/flows?language=\(language)").text
            #expect(flows.contains(">\(title)</a> <code>wages/late</code>"))
            #expect(try await admin.get("/console/sessions").text.contains(">\(title)</option>"))
        }
    }
}
