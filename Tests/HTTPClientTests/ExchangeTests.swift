import HTTPClient
import TestSupport
import Testing

@Suite struct ExchangeTests {
    private let client: HTTPClient

    init() throws {
        client = try HTTPClient(settings: .loopback())
    }

    @Test func `status, headers and body come back`() async throws {
        let server = try LoopbackServer { _ in
            .answer(status: 201, headers: [("X-Message", "  one two \t"), ("X-Empty", "")], body: "made".utf8)
        }
        let response = try await client.send(OutgoingRequest(url: server.url()))
        #expect(response.status == 201)
        #expect(response.headers.value(of: "x-mESSAGE") == "one two")
        #expect(response.headers.value(of: "X-Empty") == "")
        #expect(response.headers.value(of: "X-Mess") == nil)
        #expect(response.body == Array("made".utf8))
    }

    @Test(
        arguments: [
            ("GET", []), ("DELETE", []), ("POST", []), ("PATCH", []), ("POST", Array(0...255)),
            ("PUT", [0, 13, 10, 0]),
            ("GET", [1]), ("REPORT", [2]), ("POST", [UInt8](repeating: 7, count: 300_000)),
        ] as [(String, [UInt8])])
    func `method, target, headers and body arrive as given`(method: String, body: [UInt8]) async throws {
        let server = try LoopbackServer { .answer(body: $0.body) }
        let request = OutgoingRequest(
            method: method,
            url: server.url("/a/b?c=%20d"),
            headers: [
                HeaderField(name: "X-First", value: "1"), HeaderField(name: "X-Empty", value: ""),
                HeaderField(name: "Content-Type", value: "application/x-test"),
            ],
            body: body
        )
        let response = try await client.send(request)
        let seen = try #require(server.requests.first)
        #expect(seen.method == method)
        #expect(seen.target == "/a/b?c=%20d")
        #expect(seen.header("X-First") == "1")
        #expect(seen.header("X-Empty") == "")
        #expect(seen.header("Content-Type") == "application/x-test")
        #expect(seen.header("User-Agent") == "Waymark")
        #expect(seen.header("Expect") == nil)
        #expect(seen.body == body)
        #expect(response.body == body)
        #expect(server.requests.count == 1)
    }

    @Test func `no content type is guessed, and one's own user agent wins`() async throws {
        let server = try LoopbackServer()
        let headers = [HeaderField(name: "user-agent", value: "Own/1")]
        _ = try await client.send(OutgoingRequest(method: "POST", url: server.url(), headers: headers, body: [1]))
        let seen = try #require(server.requests.first)
        #expect(seen.header("Content-Type") == nil)
        #expect(seen.headers.filter { $0.name.lowercased() == "user-agent" }.map(\.value) == ["Own/1"])
    }

    @Test func `a HEAD is answered without waiting for a body`() async throws {
        let server = try LoopbackServer { _ in .raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", then: .keepOpen) }
        let response = try await client.send(OutgoingRequest(method: "HEAD", url: server.url()))
        #expect(response.headers.value(of: "Content-Length") == "9")
        #expect(response.body.isEmpty)
    }

    @Test func `a redirect is an answer like any other`() async throws {
        let server = try LoopbackServer { _ in .answer(status: 302, headers: [("Location", "/elsewhere")]) }
        let response = try await client.send(OutgoingRequest(url: server.url("/start")))
        #expect(response.status == 302)
        #expect(response.headers.value(of: "location") == "/elsewhere")
        #expect(server.requests.map(\.target) == ["/start"])
    }

    @Test(arguments: [
        (
            "chunks, with a trailer", "200 OK\r\nTransfer-Encoding: chunked",
            "5\r\nhello\r\n1\r\n!\r\n0\r\nX-Late: 1\r\n\r\n"
        ),
        ("until the end of the connection", "200 OK\r\nConnection: close", "hello!"),
        ("after interim answers", "103 Early\r\nX-Late: 1\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 6", "hello!"),
    ])
    func `a body may come in many ways`(way: String, head: String, body: String) async throws {
        let server = try LoopbackServer { _ in .raw("HTTP/1.1 \(head)\r\n\r\n\(body)", then: .close) }
        let response = try await client.send(OutgoingRequest(url: server.url()))
        #expect(response.status == 200)
        #expect(response.body == Array("hello!".utf8))
        #expect(response.headers.count == 1, "neither interim headers nor trailers count")
    }

    @Test func `a folded header is one value`() async throws {
        let server = try LoopbackServer { _ in
            .raw("HTTP/1.1 200 OK\r\nX-Long: one\r\n  X-Not: two\r\nContent-Length: 0\r\n\r\n", then: .keepOpen)
        }
        let response = try await client.send(OutgoingRequest(url: server.url()))
        #expect(response.headers.value(of: "X-Long") == "one X-Not: two")
        #expect(response.headers.value(of: "X-Not") == nil)
    }

    @Test func `a compressed body is undone`() async throws {
        let server = try LoopbackServer { request in
            guard request.header("Accept-Encoding")?.contains("gzip") == true else { return .answer(status: 406) }
            return .answer(headers: [("Content-Encoding", "gzip")], body: Self.compressedHello)
        }
        let response = try await client.send(OutgoingRequest(url: server.url()))
        #expect(response.body == Array("hello hello hello".utf8))
    }

    @Test func `a request prints no secrets`() {
        let headers = [HeaderField(name: "Authorization", value: "secret")]
        let request = OutgoingRequest(method: "POST", url: "http://u:secret@h/?k=secret", headers: headers, body: [1])
        #expect("\(request)" == "POST request")
    }

    /// `hello hello hello`, compressed with gzip.
    private static let compressedHello: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 203, 72, 205, 201, 201, 87, 200, 64, 144, 0, 128, 136, 249, 229, 17, 0, 0, 0,
    ]
}
