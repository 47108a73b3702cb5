import Expressions
import Providers
import Telephony
import Testing

struct SecretTests {
    private static let token = "path+token/of 24 letters"
    private static let secret = "twilio secret/1"

    private static func channel() throws -> Channel {
        try ShippedAdapters.channel("twilio") { entry in
            entry.pathToken = token
            entry.address = "+18005551212"
        }
    }

    private static func shown(_ value: some Any) -> String {
        var text = "\(value)|" + String(reflecting: value) + "|"
        dump(value, to: &text)
        return text
    }

    @Test(arguments: ["json", "json_ascii"])
    func `a secret that was written as JSON is not shown either`(filter: String) throws {
        let channel = try Channel.trying(
            """
            adapter: x
            kind: sms
            config: {key: {type: secret}}
            send: {request: {url: "https://x.example", headers: {X-Key: "${cfg.key | \(filter)}"}}}
            """, settings: ["key": "sécret/🙂\""])
        let message = OutgoingMessage(id: "1", to: .shortCode("12345"), text: "a")
        let request = try #require(channel.requests(for: message, at: .test, nonce: "n").first)
        #expect(channel.redacted(request.headers.value(of: "X-Key") ?? "") == "***")
    }

    @Test func `neither a channel nor what it makes prints a secret`() throws {
        let channel = try Self.channel()
        let to = try Address.parse("+14158675309", in: nil)
        let request = try #require(
            channel.requests(for: OutgoingMessage(id: "1", to: to, text: "a"), at: .test, nonce: "n").first)
        let open = HTTPRequest(method: "HEAD", target: "/in/test/receive?token=\(Self.token)")
        let exchange = try #require(channel.receive(open, route: "receive", at: .test).exchange)
        var entry = ChannelEntry(id: "test", adapter: channel.adapter)
        entry.settings = [Datum.Member("auth_token", .text(Self.secret))]
        entry.pathToken = Self.token
        for text in [
            Self.shown(channel), Self.shown([channel]), Self.shown(request), Self.shown(exchange), Self.shown(entry),
        ] {
            #expect(!text.contains(Self.secret))
            #expect(!text.contains(Self.token))
            #expect(!text.contains("QUMxOnR3aWxpbyBzZWNyZXQvMQ=="))
        }
    }

    @Test(arguments: [
        "twilio secret/1", "twilio%20secret%2F1", "twilio+secret%2F1", "dHdpbGlvIHNlY3JldC8x",
        "7477696c696f207365637265742f31",
        "path+token/of 24 letters", "path%2Btoken%2Fof%2024%20letters",
    ])
    func `a secret is taken out of a text in every form`(form: String) throws {
        #expect(try Self.channel().redacted("x=\(form)&y") == "x=***&y")
    }

    @Test func `a printed request has no secret left`() throws {
        let channel = try Self.channel()
        let to = try Address.parse("+14158675309", in: nil)
        let request = try #require(
            channel.requests(for: OutgoingMessage(id: "1", to: to, text: "a"), at: .test, nonce: "n").first)
        let raw = String(decoding: Wire.text(request), as: UTF8.self)
        let shown = channel.redacted(raw)
        #expect(raw.contains("Authorization: Basic QUMxOnR3aWxpbyBzZWNyZXQvMQ=="))
        #expect(shown.contains("Authorization: Basic ***\r\n"))
        #expect(shown.contains("token%3D***"))
        #expect(shown.contains("To=%2B14158675309"))
    }
}
