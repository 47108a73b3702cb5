import HTTPClient
import Testing

/// Admins make tokens for programs, and take them back.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct TokenPageTests {
    @Test func `a token is shown once, listed with its last use, and good for nothing once revoked`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        #expect(try await admin.get("/console/tokens").text.contains("There are none."))
        let page = try await admin.post(
            "/console/tokens/make", ["name": "Case board <1>", "role": "support", "days": "30"])
        let token = try #require(page.text.firstMatch(of: /class="secret"[^>]*>(wmk_[A-Za-z0-9_-]{43})</)?.output.1)
        let list = try await admin.get("/console/tokens").text
        #expect(list.contains("Case board &lt;1&gt;") && list.contains("never") && !list.contains(token))
        let program = try gateway.program(bearing: String(token))
        #expect(try await program.get("/cases").status == 200)
        #expect(try await !admin.get("/console/tokens").text.contains("<td>never</td>"))
        #expect(
            try await admin.post("/console/tokens/revoke", ["id": "1"]).headers.value(of: "Location")
                == "/console/tokens?done=tokenRevoked")
        #expect(try await program.get("/cases").status == 401)
        #expect(try await admin.post("/console/tokens/revoke", ["id": "1"]).status == 404)
        let log = try await admin.get("/console/audit").text
        #expect(
            log.contains("made a token</td><td>token 1 support<") && log.contains("revoked a token</td><td>token 1<"))
    }

    @Test func `what is wrong with a wish for a token is said, and none is made`() async throws {
        let gateway = try await RunningGateway.start(try Deployment(settings: "api: { tokens: 1 }\n"))
        let admin = try await gateway.admin()
        for (name, days) in [("x", "30"), ("Good name", "0"), ("Good name", "soon"), ("Line\nbreak", "")] {
            let page = try await admin.post(
                "/console/tokens/make", ["name": name, "role": "viewer", "days": days])
            #expect(page.status == 422 && page.text.contains("There is a problem"), "\(name) \(days)")
        }
        #expect(try await admin.get("/console/tokens").text.contains("There are none."))
        #expect(try await admin.post("/console/tokens/make", ["name": "One", "role": "viewer"]).status == 200)
        let full = try await admin.post("/console/tokens/make", ["name": "Two", "role": "viewer"])
        #expect(full.status == 422 && full.text.contains("revoke one first"))
    }

    @Test func `the tokens of an admin who is stopped are good for nothing`() async throws {
        let gateway = try await RunningGateway.start(try Deployment())
        let admin = try await gateway.admin()
        let other = try await gateway.member("admin", invitedBy: admin, as: "Otieno")
        let page = try await other.post("/console/tokens/make", ["name": "His own", "role": "viewer", "days": ""])
        let token = try #require(page.text.firstMatch(of: /(wmk_[A-Za-z0-9_-]{43})</)?.output.1)
        let program = try gateway.program(bearing: String(token))
        #expect(try await program.get("/counts").status == 200)
        try await admin.get("/console/staff")
        #expect(try await admin.post("/console/staff/disable", ["id": "2"]).status == 303)
        #expect(try await program.get("/counts").status == 401)
    }
}
