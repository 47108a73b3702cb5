import HTTPClient
import TestSupport
import Testing

@Suite struct CancellationTests {
    private let client: HTTPClient

    init() throws {
        client = try HTTPClient(settings: .loopback())
    }

    @Test func `cancelling ends the request and leaves the client usable`() async throws {
        let server = try LoopbackServer { $0.target == "/hang" ? .silence : .answer() }
        var arrivals = server.arrivals.makeAsyncIterator()
        for _ in 0..<10 {
            let task = Task { [client] in await client.fault(of: OutgoingRequest(url: server.url("/hang"))) }
            #expect(await arrivals.next()?.target == "/hang")
            task.cancel()
            #expect(await task.value == .cancelled(beforeSending: false))
        }
        #expect(try await client.send(OutgoingRequest(url: server.url("/after"))).status == 200)
    }

    @Test func `a task cancelled before it sends sends nothing`() async throws {
        let server = try LoopbackServer()
        let fault = await withTaskGroup(of: HTTPFault?.self) { group in
            group.cancelAll()
            group.addTask { await client.fault(of: OutgoingRequest(url: server.url())) }
            return await group.next() ?? nil
        }
        #expect(fault == .cancelled(beforeSending: true))
        #expect(server.requests.isEmpty)
    }

    @Test func `a late cancellation disturbs no other request`() async throws {
        let server = try LoopbackServer { .answer(body: $0.body) }
        for number in 0..<50 as Range<UInt8> {
            let task = Task { [client] in
                try await client.send(OutgoingRequest(method: "POST", url: server.url(), body: [number])).body
            }
            let other = Task { [client] in
                try await client.send(OutgoingRequest(method: "POST", url: server.url(), body: [number, 1])).body
            }
            task.cancel()
            #expect(try await other.value == [number, 1])
            if case .success(let body) = await task.result { #expect(body == [number]) }
        }
    }
}
