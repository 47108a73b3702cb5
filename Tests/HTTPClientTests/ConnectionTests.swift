import Glibc
import HTTPClient
import TestSupport
import Testing

@Suite struct ConnectionTests {
    private let client: HTTPClient

    init() throws {
        client = try HTTPClient(settings: .loopback())
    }

    @Test func `one connection carries many requests`() async throws {
        let server = try LoopbackServer { .answer(body: $0.body) }
        for number in 0..<20 as Range<UInt8> {
            let request = OutgoingRequest(method: "POST", url: server.url(), body: [number])
            #expect(try await client.send(request).body == [number])
        }
        #expect(server.acceptedConnections == 1)
    }

    @Test func `nothing of one request is left in the next`() async throws {
        let server = try LoopbackServer { .answer(body: $0.body) }
        let headers = [HeaderField(name: "X-Own", value: "1")]
        _ = try await client.send(OutgoingRequest(method: "PUT", url: server.url(), headers: headers, body: [1, 2]))
        let response = try await client.send(OutgoingRequest(url: server.url("/next")))
        let second = try #require(server.requests.last)
        #expect(second.method == "GET" && second.body.isEmpty && second.header("X-Own") == nil)
        #expect(response.body.isEmpty)
    }

    @Test func `two hundred requests at once share the allowed connections`() async throws {
        let server = try LoopbackServer { .answer(body: $0.body) }
        let client = try HTTPClient(settings: .loopback(maximumConnectionsPerHost: 8))
        let answers = try await withThrowingTaskGroup { group in
            for number in 0..<200 as Range<UInt8> {
                let request = OutgoingRequest(method: "POST", url: server.url(), body: [number])
                group.addTask { try await client.send(request).body }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(answers.sorted() == Array(0..<200))
        #expect((1...8).contains(server.acceptedConnections))
    }

    @Test(arguments: [[], [1, 2, 3]] as [[UInt8]])
    func `a POST that dies on a reused connection is not sent again`(body: [UInt8]) async throws {
        let server = try LoopbackServer { $0.target == "/first" ? .answer() : .hangUp }
        _ = try await client.send(OutgoingRequest(url: server.url("/first")))
        let fault = await client.fault(of: OutgoingRequest(method: "POST", url: server.url("/pay"), body: body))
        #expect(fault == .closedEarly)
        #expect(fault?.mayHaveArrived == true)
        #expect(server.requests.map(\.target) == ["/first", "/pay"])
    }

    @Test func `a proxy from the environment is used`() async {
        await #expect(processExitsWith: .success) {
            let proxy = try LoopbackServer { _ in .answer(body: "by proxy".utf8) }
            setenv("http_proxy", proxy.url(), 1)
            let response = try await HTTPClient().send(OutgoingRequest(url: "http://peer.invalid/path"))
            #expect(response.body == Array("by proxy".utf8))
            #expect(proxy.requests.map(\.target) == ["http://peer.invalid/path"])
        }
    }
}
