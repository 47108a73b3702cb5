import Dispatch
import HTTPClient
import TestSupport
import Testing

@Suite struct ClosingTests {
    @Test func `closing waits for the request under way`() async throws {
        let gate = DispatchSemaphore(value: 0)
        let server = try LoopbackServer { request in
            if request.target == "/held" { gate.wait() }
            return .answer(body: request.target.utf8)
        }
        let client = try HTTPClient(settings: .loopback())
        async let held = client.send(OutgoingRequest(url: server.url("/held")))
        var arrivals = server.arrivals.makeAsyncIterator()
        _ = await arrivals.next()
        async let closed: Void = client.close()
        // Only once the client takes no more requests may the held one go on.
        while await client.fault(of: OutgoingRequest(url: server.url("/more"))) == nil {}
        gate.signal()
        #expect(try await held.body == Array("/held".utf8))
        await closed
    }

    @Test func `after the grace time the rest is closed`() async throws {
        let server = try LoopbackServer { _ in .silence }
        let client = try HTTPClient(settings: .loopback(closingGrace: .milliseconds(50)))
        async let fault = client.fault(of: OutgoingRequest(url: server.url()))
        var arrivals = server.arrivals.makeAsyncIterator()
        _ = await arrivals.next()
        await client.close()
        #expect(await fault == .closed(beforeSending: false))
    }

    @Test func `a closed client sends nothing`() async throws {
        let server = try LoopbackServer()
        let client = try HTTPClient(settings: .loopback())
        await client.close()
        await client.close()
        let fault = await client.fault(of: OutgoingRequest(url: server.url()))
        #expect(fault == .closed(beforeSending: true))
        #expect(fault?.mayHaveArrived == false)
        #expect(server.requests.isEmpty)
    }

    @Test func `every one who closes waits for the same end`() async throws {
        let server = try LoopbackServer { _ in .silence }
        let client = try HTTPClient(settings: .loopback(closingGrace: .milliseconds(50)))
        async let fault = client.fault(of: OutgoingRequest(url: server.url()))
        var arrivals = server.arrivals.makeAsyncIterator()
        _ = await arrivals.next()
        await withTaskGroup { group in
            for _ in 0..<4 { group.addTask { await client.close() } }
        }
        #expect(await fault == .closed(beforeSending: false))
    }

    @Test func `requests and closing may race`() async throws {
        let server = try LoopbackServer()
        for _ in 0..<50 {
            let client = try HTTPClient(settings: .loopback())
            async let fault = client.fault(of: OutgoingRequest(url: server.url()))
            await client.close()
            #expect([nil, .closed(beforeSending: true)].contains(await fault))
        }
    }

    @Test func `a client that is let go hangs up`() async throws {
        let server = try LoopbackServer()
        var client: HTTPClient? = try HTTPClient(settings: .loopback())
        _ = try await client?.send(OutgoingRequest(url: server.url()))
        client = nil
        var departures = server.departures.makeAsyncIterator()
        #expect(await departures.next() == 1)
    }
}
