import ContentFiles
import Providers
import Testing

/// What a provider is told whose request proves nothing.
struct RefusalAnswerTests {
    private static func answer(
        to request: HTTPRequest, adapter: String = "", route: String = "", parse: String = "json"
    ) throws -> HTTPAnswer? {
        let channel = try Channel.trying(
            """
            adapter: x
            kind: sms
            config: {word: {type: string}, secret: {type: secret}}
            routes:
              receive:
                parse: \(parse)
                auth: {basic: {user: bw, password: "${cfg.secret}"}}
                message: {from: "${.from}", text: "${.text}"}
                answer: {\(route)}
            answer: {\(adapter)}
            send: {request: {url: "https://x.example"}}
            """, settings: ["secret": "secret"])
        return channel.receive(request, route: "receive", at: .test).rejection?.answer
    }

    private static let challenge = #"status: 401, headers: {WWW-Authenticate: 'Basic realm="x"'}, body: who?"#

    @Test(
        arguments: [
            ("", "", 403, nil), ("unauthorized: {body: no}", "", 403, nil),
            ("unauthorized: {status: 403}", "", 403, nil),
            ("unauthorized: {\(challenge)}", "", 401, #"Basic realm="x""#),
            ("", "unauthorized: {\(challenge)}", 401, #"Basic realm="x""#),
            ("unauthorized: {\(challenge)}", "unauthorized: {status: 403}", 403, nil),
            ("unauthorized: {when: {\"${cfg.word}\": a}, \(challenge)}", "", 403, nil),
            ("error: {status: 503, body: later}", "", 403, nil),
        ] as [(String, String, Int, String?)])
    func `a request that proves nothing gets the status and the headers that its file says`(
        adapter: String, route: String, status: Int, challenge: String?
    ) throws {
        let answer = try #require(
            try Self.answer(to: .json(#"{"from":"12345","text":"a"}"#), adapter: adapter, route: route))
        #expect(answer.status == status)
        #expect(answer.headers.value(of: "WWW-Authenticate") == challenge)
    }

    @Test(arguments: ["json", "xml"])
    func `a request without a body is asked for its proof before its body is missed`(parse: String) throws {
        let proof = HeaderField("Authorization", "Basic Ync6c2VjcmV0")
        let unproved = HTTPRequest(method: "POST", target: "/in/x/receive")
        let proved = HTTPRequest(method: "POST", target: "/in/x/receive", headers: [proof])
        let adapter = "unauthorized: {\(Self.challenge)}"
        #expect(try Self.answer(to: unproved, adapter: adapter, parse: parse)?.status == 401)
        #expect(try Self.answer(to: proved, adapter: adapter, parse: parse)?.status == 400)
    }

    @Test func `any other refusal keeps its own status`() throws {
        let broken = HTTPRequest(method: "POST", target: "/in/x/receive", body: Array("{".utf8))
        #expect(try Self.answer(to: broken, adapter: "error: {status: 503, body: later}")?.status == 400)
    }

    @Test func `a USSD file cannot say how it refuses, because a person sees it`() throws {
        let log = DiagnosticLog()
        let source = try ShippedAdapters.source("africastalking-ussd").replacing(
            "answer:\n", with: "answer:\n  unauthorized: {body: no}\n")
        #expect(AdapterFile.load(source: source, file: "x.yaml", log: log) == nil)
        #expect(log.sorted.map(\.message) == ["a USSD adapter never gives 'answer.unauthorized'"])
        #expect(log.sorted.first?.position.column == 3)
    }
}
