import HTTPClient
import Testing

/// Requests that are wrong: each gets a clear answer, and the gateway goes on.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct BadInputTests {
    private static let sms = SMSPhone.path

    @Test func `a malformed text webhook is refused with a reason and makes no turn`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        for body in ["", "id=1", "id=1&text=hi", "id=1&text=hi&from=", "%%%", "{\"id\": 1}"] {
            let response = try await gateway.post(Self.sms, body)
            #expect(response.status == 400, "\(body)")
            #expect(response.text.count > 5 && !response.text.contains("Error"), "\(body)")
        }
        #expect(try await gateway.count("rejected", "sms") == 6)
        #expect(try await gateway.count("turns") == 0)
    }

    @Test func `a malformed USSD webhook gets a well-formed last screen`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        for body in ["", "sessionId=1", "sessionId=1&phoneNumber=nobody&text=", "%%%", "sessionId=&phoneNumber=&text="]
        {
            let response = try await gateway.post(USSDPhone.path, body)
            #expect(response.status == 200, "\(body)")
            #expect(response.text == Screen.refused, "\(body)")
        }
        for body in ["", "{", "[]", "null", "{\"session\":{}}", "{\"from\":7}", String(repeating: "[", count: 100_000)]
        {
            let response = try await gateway.ask(
                "/in/json/session", method: "POST", type: "application/json", body: Array(body.utf8))
            #expect(response.status == 200, "\(body.prefix(20))")
            #expect(
                response.text == "{\"text\":\"\(Screen.refused.dropFirst(4))\",\"ends\":true}", "\(body.prefix(20))")
        }
        #expect(try await gateway.count("turns") == 0)
        #expect(try await gateway.isReady())
    }

    @Test(arguments: [
        ("GET", "/in/nowhere/session", 404), ("POST", "/in/nowhere/session", 404), ("POST", "/in/sms", 404),
        ("POST", "/in/sms/nothing", 404), ("GET", "/nothing", 404), ("GET", "/in/../Config/channels.yaml", 404),
        ("GET", "/in/sms/receive", 405), ("PUT", "/in/sms/receive", 405), ("DELETE", "/in/sms/receive", 405),
        ("PATCH", "/in/sms/receive", 405), ("GET", "/healthz", 200), ("GET", "/readyz", 200), ("GET", "/", 200),
    ])
    func `an unknown place or method has its status`(method: String, path: String, status: Int) async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let query = path.hasPrefix("/in/sms/") ? "?token=\(USSDPhone.token)" : ""
        #expect(try await gateway.ask(path + query, method: method).status == status)
    }

    @Test func `a body over the limit is refused, one below it is taken`() async throws {
        let deployment = try Deployment(settings: "server: { body_limit: 10000 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let body = "text=" + String(repeating: "a", count: 10_000)
        #expect(try await gateway.post(Self.sms, body).status == 413)
        let screen = try await gateway.post(USSDPhone.path, body)
        #expect(screen.status == 200 && screen.text == Screen.refused)
        #expect(try await gateway.count("rejected", "reason=\"parse\"") == 2)
        #expect(try await gateway.post(Self.sms, text(String(repeating: "a", count: 5_000), id: "1")).status == 200)
        #expect(try await gateway.count("turns") == 1)
    }

    @Test func `a megabyte of text is taken where the limit allows it`() async throws {
        let carrier = try Carrier()
        let deployment = try Deployment(settings: "server: { body_limit: 4000000 }\n", carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        #expect(
            try await gateway.post(Self.sms, text(String(repeating: "a b1", count: 262_144), id: "1")).status == 200)
        #expect(try await carrier.message(to: "+254788000001").text == "Language? Lugha?\n1 English\n2 Kiswahili")
        var phone = USSDPhone("+254788000002")
        _ = try await phone.dial(on: gateway)
        _ = try await phone.answer(["1", "2"], on: gateway)
        let screen = try await phone.answer(String(repeating: "x", count: 1 << 20), on: gateway)
        #expect(screen.hasPrefix("CON ") && screen.count < 200)
        #expect(try await phone.show(on: gateway) == screen)
        #expect(try await gateway.isReady())
    }

    @Test func `control characters and NUL are cleaned from what is typed`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254788000003")
        _ = try await phone.dial(on: gateway)
        _ = try await phone.answer(["1", "2"], on: gateway)
        #expect(try await phone.answer("A\u{0}d\u{1B}\u{7}a\u{9F}", on: gateway) == "END Hello Ada.")
        #expect(try await phone.dial(on: gateway) == Screen.menu)
        #expect(try await phone.answer("2", on: gateway) == "END Hello Ada.")
    }

    @Test func `bytes that are not UTF-8 are refused or replaced, never a failure`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let response = try await gateway.post(Self.sms, text("x", id: "1") + "&text=%FF%FE%C3&more=%80")
        #expect([200, 400].contains(response.status))
        let from = Form.encode(["sessionId": "s", "serviceCode": "*384*77#", "phoneNumber": "+254788000004"])
        let screen = try await gateway.post(USSDPhone.path, from + "&text=%FF%C3%28").text
        #expect(screen == Screen.language || screen == Screen.refused)
        let bytes =
            Array("{\"session\":\"s\",\"from\":\"+254788000005\",\"text\":\"".utf8) + [0xFF, 0xC3] + Array("\"}".utf8)
        let json = try await gateway.ask("/in/json/session", method: "POST", type: "application/json", body: bytes)
        #expect(json.status == 200 && json.text.hasPrefix("{\"text\":\""))
        #expect(try await gateway.isReady())
    }

    private func text(_ text: String, id: String) -> String {
        Form.encode(["id": id, "from": "+254788000001", "to": "21512", "text": text])
    }
}
