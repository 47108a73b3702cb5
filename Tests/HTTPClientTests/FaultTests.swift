import HTTPClient
import TestSupport
import Testing

@Suite struct FaultTests {
    private let client: HTTPClient

    init() throws {
        client = try HTTPClient(settings: .loopback())
    }

    @Test func `a port where nothing listens refuses`() async throws {
        let server = try LoopbackServer(isListening: false)
        let fault = await client.fault(of: OutgoingRequest(url: server.url()))
        #expect(fault == .refused)
        #expect(fault?.mayHaveArrived == false)
    }

    @Test func `a name without an address is not resolved`() async {
        // RFC 6761, section 6.4: names under .invalid never exist.
        let fault = await client.fault(of: OutgoingRequest(url: "http://nobody.invalid/"))
        #expect(fault == .notResolved)
        #expect(fault?.mayHaveArrived == false)
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\nX-Slow: yes\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"])
    func `a peer that falls silent runs out of time`(beginning: String) async throws {
        let server = try LoopbackServer { _ in .raw(beginning, then: .silence) }
        let fault = await client.fault(of: OutgoingRequest(url: server.url(), timeout: .milliseconds(100)))
        #expect(fault == .timedOut(beforeSending: false))
        #expect(fault?.mayHaveArrived == true)
    }

    @Test func `the client's own timeout holds where the request has none`() async throws {
        let server = try LoopbackServer { _ in .silence }
        let hasty = try HTTPClient(settings: .loopback(totalTimeout: .milliseconds(100)))
        #expect(await hasty.fault(of: OutgoingRequest(url: server.url())) == .timedOut(beforeSending: false))
    }

    @Test func `a request that waits for a connection runs out of time unsent`() async throws {
        let server = try LoopbackServer { _ in .silence }
        let narrow = try HTTPClient(settings: .loopback(maximumConnectionsPerHost: 1))
        let busy = Task { await narrow.fault(of: OutgoingRequest(url: server.url("/busy"))) }
        var arrivals = server.arrivals.makeAsyncIterator()
        _ = await arrivals.next()
        let fault = await narrow.fault(of: OutgoingRequest(url: server.url("/late"), timeout: .milliseconds(50)))
        #expect(fault == .timedOut(beforeSending: true))
        #expect(fault?.mayHaveArrived == false)
        busy.cancel()
        #expect(await busy.value == .cancelled(beforeSending: false))
        #expect(server.requests.map(\.target) == ["/busy"])
    }

    @Test(arguments: [
        "", "HTTP/1.1 200 OK\r\nX-Half:", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 103 Early\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
    ])
    func `half an answer is none`(beginning: String) async throws {
        let server = try LoopbackServer { _ in .raw(beginning, then: .close) }
        let fault = await client.fault(of: OutgoingRequest(method: "POST", url: server.url(), body: [1]))
        #expect(fault == .closedEarly)
        #expect(fault?.mayHaveArrived == true)
    }

    @Test(arguments: [
        "SSH-2.0-Server\r\n", "HTTP/1.1 two hundred\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain",
    ])
    func `what is not HTTP is a bad answer`(answer: String) async throws {
        let server = try LoopbackServer { _ in .raw(answer, then: .close) }
        let fault = await client.fault(of: OutgoingRequest(url: server.url()))
        #expect(fault == .badAnswer)
        #expect(fault?.mayHaveArrived == true)
    }

    @Test(arguments: ["Content-Length: 2000\r\n\r\n", "Connection: close\r\n\r\n", "X-Long: "])
    func `an answer larger than the limit is refused`(framing: String) async throws {
        let small = try HTTPClient(settings: .loopback(maximumResponse: 1000))
        let padding = String(repeating: "x", count: 2000) + "\r\n\r\n"
        let server = try LoopbackServer { _ in .raw("HTTP/1.1 200 OK\r\n\(framing)\(padding)", then: .close) }
        let fault = await small.fault(of: OutgoingRequest(url: server.url()))
        #expect(fault == .tooLarge)
        #expect(fault?.mayHaveArrived == true)
    }

    @Test func `an answer of exactly the limit is taken`() async throws {
        let server = try LoopbackServer { _ in .raw("HTTP/1.1 200 OK\r\n\r\n123456789", then: .close) }
        let exact = try HTTPClient(settings: .loopback(maximumResponse: 28))
        #expect(try await exact.send(OutgoingRequest(url: server.url())).body.count == 9)
        let below = try HTTPClient(settings: .loopback(maximumResponse: 27))
        #expect(await below.fault(of: OutgoingRequest(url: server.url())) == .tooLarge)
    }

    @Test func `a peer without TLS is no peer for https`() async throws {
        let server = try LoopbackServer()
        let fault = await client.fault(of: OutgoingRequest(url: "https://127.0.0.1:\(server.port)/"))
        #expect(fault == .tls)
        #expect(fault?.mayHaveArrived == false)
    }
}
