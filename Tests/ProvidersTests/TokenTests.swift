import Expressions
import Providers
import Telephony
import Testing

struct TokenTests {
    private static let source = """
        adapter: x
        kind: sms
        config: {id: {type: string, default: me}, key: {type: secret}}
        routes: {receive: {ignore: all}}
        send:
          token:
            request: {url: "https://x.example/token", form: {grant_type: client_credentials, client_id: "${cfg.id}", client_secret: "${cfg.key}"}}
            response: {parse: json, value: "${resp.access_token}", lifetime: "${resp.expires_in}"}
          split: {by: chars, max: 5}
          steps:
            - {when: {"${msg.text}": {prefix: "!"}}, per: message, request: {url: "https://x.example/urgent", multipart: {text: "${msg.text}"}}, response: {id: "${resp.urgent}"}}
            - request: {url: "https://x.example/send", headers: {Authorization: "Bearer ${token}"}, json: {text: "${msg.part}"}}
              response: {parse: xml, id: "${resp.ok.@id}"}
        """

    private static func requests(_ text: String, token: String? = "TOKEN") throws -> [ProviderRequest] {
        let message = OutgoingMessage(id: "1", to: try Address.parse("+254711000001", in: nil), text: text)
        return try Channel.trying(source, settings: ["key": "secret/1"]).requests(
            for: message, at: .test, nonce: "n", token: token)
    }

    @Test func `a token is fetched and shown`() throws {
        let channel = try Channel.trying(Self.source, settings: ["key": "secret/1"])
        let request = try #require(channel.tokenRequest(at: .test, nonce: "n"))
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == "grant_type=client_credentials&client_id=me&client_secret=secret%2F1")
        let answer = channel.token(
            from: 200, headers: [], body: Array(#"{"access_token":"T1","expires_in":60}"#.utf8), at: .test)
        guard case .token(let token) = answer else {
            Issue.record("there is no token")
            return
        }
        #expect((token.value, token.lifetime) == ("T1", 60))
        #expect("\(token)\(String(reflecting: token))".contains("T1") == false)
        #expect(try Self.requests("a").first?.headers.value(of: "Authorization") == "Bearer TOKEN")
        #expect(channel.redacted("Bearer TOKEN secret%2F1", token: "TOKEN") == "Bearer *** ***")
    }

    @Test(arguments: [
        (401, "{}", SendOutcome.account(code: "401")), (500, "", .retry(code: "500", after: nil)),
        (200, "<html>", .retry(code: nil, after: nil)), (200, "{}", .account(code: "no token")),
        (429, "", .throttled(after: nil)), (400, "{}", .permanent(code: "400")),
    ])
    func `no token says what that means for the message`(status: Int, body: String, outcome: SendOutcome) throws {
        let channel = try Channel.trying(Self.source)
        #expect(channel.token(from: status, headers: [], body: Array(body.utf8), at: .test) == .failure(outcome))
    }

    @Test func `a token that is refused is dropped and the message tried again`() throws {
        let channel = try Channel.trying(Self.source)
        #expect(channel.dropsToken(after: 401))
        #expect(channel.outcome(of: 401, headers: [], body: [], at: .test) == .retry(code: "401", after: nil))
        #expect(try !ShippedAdapters.channel("twilio").dropsToken(after: 401))
    }

    @Test func `steps are made in their order and read by their own rules`() throws {
        let channel = try Channel.trying(Self.source)
        let requests = try Self.requests("!1234567")
        #expect(requests.map(\.step) == [0, 1, 1])
        #expect(requests[0].headers.value(of: "Content-Type")?.hasPrefix("multipart/form-data; boundary=") == true)
        #expect(try Self.requests("abc").map(\.step) == [1])
        let xml = Array("<ok id='7'/>".utf8)
        #expect(channel.outcome(of: 200, headers: [], body: xml, to: requests[1], at: .test) == .accepted(id: "7"))
        let json = Array(#"{"urgent": "8"}"#.utf8)
        #expect(channel.outcome(of: 200, headers: [], body: json, to: requests[0], at: .test) == .accepted(id: "8"))
    }
}
