import HTTPClient
import TestSupport
import Testing

/// Conversations by SMS, whose answers leave by way of the outbox.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct SMSTests {
    @Test func `every answer leaves exactly once`() async throws {
        let carrier = try Carrier()
        let deployment = try Deployment(carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        var phone = SMSPhone("+254722000001")
        let texts = ["Hello", "1", "1", "20", "22", "999"]
        let answers = [
            "Language? Lugha?\n1 English\n2 Kiswahili", "What do you need?\n1 Count\n2 My name\n3 Call me",
            "Sum 0. Next number? 999 ends.", "Sum 20. Next number? 999 ends.", "Sum 42. Next number? 999 ends.",
            "Done with 42.",
        ]
        for (index, text) in texts.enumerated() {
            #expect(try await phone.text(text, on: gateway) == 200)
            #expect(try await phone.repeatLast(text, on: gateway) == 200)
            #expect(try await carrier.message(to: phone.number, after: index).text == answers[index])
        }
        _ = try await carrier.message(to: phone.number, after: answers.count)
        #expect(carrier.taken.map(\.text).sorted() == (answers + ["Your sum is 42."]).sorted())
        #expect(try await gateway.count("turns", "sms") == texts.count)
        #expect(try await gateway.count("repeats", "sms") == texts.count)
    }

    @Test func `a message to the provider says who sends what and proves it`() async throws {
        let carrier = try Carrier()
        let deployment = try Deployment(carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        var phone = SMSPhone("+254722000002")
        _ = try await phone.text("TALLY", on: gateway)
        #expect(try await carrier.message(to: phone.number).text == "Sum 0. Next number? 999 ends.")
        let request = try #require(carrier.requests.first)
        #expect(request.header("apiKey") == Deployment.secrets["API_KEY"])
        #expect(Form.decode(request.body)["from"] == "21512")
        #expect(Form.decode(request.body)["username"] == "sandbox")
    }

    @Test(arguments: [("fails", true), ("ends the connection early", false)])
    func `a message is sent again when the provider`(_ what: String, answers: Bool) async throws {
        let carrier = try Carrier(answers ? .failing : .hangingUp)
        let deployment = try Deployment(carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        var phone = SMSPhone("+254722000003")
        _ = try await phone.text("Hello", on: gateway)
        try await eventually("an attempt that \(what)") { try await gateway.count("send_retries") > 0 }
        carrier.become(.taking)
        #expect(try await carrier.message(to: phone.number).text == "Language? Lugha?\n1 English\n2 Kiswahili")
        try await eventually("the message as sent") { try await gateway.count("sent") == 1 }
        #expect(carrier.taken.count == 1)
    }

    @Test func `a delivery report is accepted`() async throws {
        let carrier = try Carrier()
        let deployment = try Deployment(carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        var phone = SMSPhone("+254722000004")
        _ = try await phone.text("Hello", on: gateway)
        try await eventually("the message as sent") { try await gateway.count("sent") == 1 }
        let report = Form.encode(["id": "ATXid_1", "status": "Success", "phoneNumber": phone.number])
        #expect(try await gateway.post("/in/sms/status?token=\(USSDPhone.token)", report).status == 200)
        #expect(try await gateway.count("reports", "status=\"delivered\"") == 1)
    }

    @Test func `STOP is obeyed on the text channel until START`() async throws {
        let carrier = try Carrier()
        let deployment = try Deployment(carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        var phone = SMSPhone("+254722000005")
        for text in ["STOP", "Hello", "START"] { #expect(try await phone.text(text, on: gateway) == 200) }
        #expect(try await carrier.message(to: phone.number).text.hasPrefix("You will get no more messages"))
        #expect(try await carrier.message(to: phone.number, after: 1).text.hasPrefix("Messages are on again."))
        #expect(carrier.taken.count == 2)
    }

    @Test(arguments: ["", "?token=wrong-token-0123456789"])
    func `a webhook without the channel's token is refused`(query: String) async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let form = Form.encode(["id": "1", "from": "+254722000006", "text": "Hello", "to": "21512"])
        #expect(try await gateway.post("/in/sms/receive\(query)", form).status == 403)
        #expect(try await gateway.count("rejected", "channel=\"sms\",reason=\"signature\"") == 1)
        #expect(try await gateway.count("turns") == 0)
    }
}
