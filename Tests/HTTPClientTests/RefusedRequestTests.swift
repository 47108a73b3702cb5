import HTTPClient
import TestSupport
import Testing

@Suite struct RefusedRequestTests {
    private let client: HTTPClient
    private let server: LoopbackServer

    init() throws {
        client = try HTTPClient(settings: .loopback())
        server = try LoopbackServer()
    }

    @Test(arguments: [
        "", "/path", "host/path", "127.0.0.1", "file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1/",
        "http:", "http:/127.0.0.1/", "http://", "http://127.0.0.1:port/", "http://127.0.0.1:99999/",
        "http://127.0.0.1/a b", "http://127.0.0.1/\r\nX-Own: 1", "http://127.0.0.1/\0", "http://[::1/",
    ])
    func `a URL that is not a web address is refused`(url: String) async {
        let fault = await client.fault(of: OutgoingRequest(url: url))
        #expect(fault == .badURL)
        #expect(fault?.mayHaveArrived == false)
    }

    @Test func `the scheme's case does not matter`() async throws {
        #expect(try await client.send(OutgoingRequest(url: "HTTP://127.0.0.1:\(server.port)/")).status == 200)
    }

    @Test(arguments: ["", "GET /other", "GET\r\nX-Own: 1", "G\0", "GÉT"])
    func `a method that is no token is refused`(method: String) async {
        #expect(await client.fault(of: OutgoingRequest(method: method, url: server.url())) == .badMethod)
        #expect(server.requests.isEmpty)
    }

    @Test(arguments: [
        ("X-Own", "1\r\nX-Other: 2"), ("X-Own", "1\n"), ("X-Own", "1\0"), ("X-Own: 1\r\nX-Other", "2"), ("X Own", "1"),
        ("", "1"), ("Content-Length", "3"), ("transfer-encoding", "chunked"),
    ])
    func `a header that could start another line or frame the body is refused`(name: String, value: String) async {
        let request = OutgoingRequest(url: server.url(), headers: [HeaderField(name: name, value: value)])
        #expect(await client.fault(of: request) == .badHeader(name: name))
        #expect(server.requests.isEmpty)
    }

    @Test func `sentences tell nothing of URL, credentials or body`() async throws {
        let silent = try LoopbackServer { _ in .hangUp }
        let url = "http://user:secret@127.0.0.1:\(silent.port)/secret?key=secret"
        for url in [url, url + " secret", "file://secret"] {
            let fault = await client.fault(of: OutgoingRequest(method: "POST", url: url, body: Array("secret".utf8)))
            let sentence = try #require(fault).description
            #expect(!sentence.contains("secret") && sentence.hasSuffix("."))
        }
    }
}
