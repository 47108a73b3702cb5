import HTTPClient
import Testing

/// Signed webhooks, answered in TwiML. The signatures were made with OpenSSL from the URL, the fields and the token as
/// Twilio's "Webhooks security" describes.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct TwilioTests {
    private static let hello = "xQjTdYL6k3d8CyLvrmUe62NeyxI="
    private static let one = "w3jI8s6Qenn5jBxWA+PFP6qIcvM="

    @Test func `a signed text is answered in the answer`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let first = try await text("Hello", signed: Self.hello, on: gateway)
        #expect(first.status == 200)
        #expect(first.headers.value(of: "Content-Type")?.hasPrefix("text/xml") == true)
        #expect(first.text == Self.twiML("Language? Lugha?\n1 English\n2 Kiswahili"))
        let second = try await text("1", signed: Self.one, on: gateway)
        #expect(second.text == Self.twiML("What do you need?\n1 Count\n2 My name\n3 Call me"))
        #expect(try await text("1", signed: Self.one, on: gateway).body == second.body)
        #expect(try await gateway.count("turns", "twilio") == 2)
        #expect(try await gateway.count("repeats", "twilio") == 1)
    }

    @Test(arguments: [hello, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "", nil])
    func `a text with a wrong signature or none is refused`(signature: String?) async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        #expect(try await text("1", signed: signature, on: gateway).status == 403)
        #expect(try await gateway.count("rejected", "channel=\"twilio\",reason=\"signature\"") == 1)
        #expect(try await gateway.count("turns") == 0)
    }

    /// "Hello", signed for `https://evil.example/in/twilio/receive` with the right token.
    private static let elsewhere = "hxL3i3dWIbNOC+AJr+TDY4r4EP4="

    @Test(arguments: ["/in/twilio/receive", "https://evil.example/in/twilio/receive"])
    func `no header and no target can say which URL was signed`(target: String) async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let body = Self.form("Hello")
        for (signature, status) in [(Self.elsewhere, 403), (Self.hello, 200)] {
            let connection = try RawConnection(gateway)
            connection.send(
                """
                POST \(target) HTTP/1.1\r
                Host: evil.example\r
                X-Forwarded-Host: evil.example\r
                X-Forwarded-Proto: https\r
                Forwarded: host=evil.example;proto=https\r
                X-Original-URL: https://evil.example/in/twilio/receive\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: \(body.utf8.count)\r
                X-Twilio-Signature: \(signature)\r
                \r
                \(body)
                """)
            let answer = try await connection.receive { $0.contains("\r\n\r\n") }
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer.prefix(40))")
        }
    }

    private static func form(_ text: String) -> String {
        Form.encode([
            "MessageSid": "SM-\(text)", "AccountSid": "AC00000000000000000000000000000001", "From": "+14158675309",
            "To": "+18005551212", "Body": text,
        ])
    }

    private func text(_ text: String, signed signature: String?, on gateway: RunningGateway) async throws
        -> IncomingResponse
    {
        let form = Self.form(text)
        let headers = signature.map { [HeaderField(name: "X-Twilio-Signature", value: $0)] } ?? []
        return try await gateway.post("/in/twilio/receive", form, headers: headers)
    }

    private static func twiML(_ text: String) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>\(text)</Message></Response>"
    }
}
