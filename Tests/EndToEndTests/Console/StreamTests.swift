import HTTPClient
import Testing

/// Pages that are kept fresh.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct StreamTests {
    @Test func `a page hears when it has changed, until its reader signs out`() async throws {
        let gateway = try await RunningGateway.start(try Deployment(settings: "console: { freshness: 1 }\n"))
        let admin = try await gateway.admin()
        var phone = USSDPhone("+254733000431")
        _ = try await phone.dial(on: gateway)
        let list = try await Self.open(Self.stream(of: "/console/sessions", admin), admin, gateway)
        let page = try await Self.open(Self.stream(of: "/console/sessions/1", admin), admin, gateway)
        let greeting = try await list.receive { $0.contains(":\n\n") }
        #expect(greeting.contains("text/event-stream") && !greeting.contains("event: changed"))
        _ = try await phone.answer("1", on: gateway)
        #expect(try await list.receive { $0.contains("event: changed") }.contains("event: changed"))
        #expect(try await page.receive { $0.contains("event: changed") }.contains("event: changed"))
        try await admin.get("/console/account")
        #expect(try await admin.post("/console/sign-out").status == 303)
        #expect(try await list.receive { $0.contains("event: end") }.contains("event: end"))
        #expect(try await page.receive { $0.contains("event: end") }.contains("event: end"))
    }

    @Test func `no more pages are kept fresh than there may be, and the gateway stops beside them`() async throws {
        let settings = "console: { streams: 1, freshness: 1 }\n"
        let gateway = try await RunningGateway.start(try Deployment(settings: settings))
        let admin = try await gateway.admin()
        let first = try Self.open("/console/streams/sessions", admin, gateway)
        _ = try await first.receive { $0.contains("retry:") }
        let second = try Self.open("/console/streams/sessions", admin, gateway)
        #expect(try await second.receive { $0.contains("event: end") }.contains("event: end"))
        #expect(try await gateway.stop() == 0)
    }

    /// The address that a page hears of changes by.
    private static func stream(of page: String, _ browser: Browser) async throws -> String {
        let text = try await browser.get(page).text
        let address = try #require(text.firstMatch(of: /data-stream="([^"]+)"/)?.output.1)
        return String(address).replacing("&amp;", with: "&")
    }

    private static func open(
        _ path: String, _ browser: Browser, _ gateway: RunningGateway
    ) throws -> RawConnection {
        let connection = try RawConnection(gateway)
        connection.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\nCookie: waymark=\(browser.token)\r\n\r\n")
        return connection
    }
}
