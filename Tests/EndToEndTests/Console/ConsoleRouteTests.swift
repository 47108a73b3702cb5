import HTTPClient
import Testing
import Web

/// Who may pass which door of the console: every route as every role, signed out, and with a form from elsewhere.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ConsoleRouteTests {
    /// Forms are sent empty: where one may be sent at all, 404 and 422 say that something is missing. What signs out
    /// comes last.
    private static let table = [
        AccessRow("GET /console/style.css", 200, 200, 200, 200, 200),
        AccessRow("GET /console/script.js", 200, 200, 200, 200, 200),
        AccessRow("GET /console/sign-in", 200, 303, 303, 303, 303),
        AccessRow("POST /console/sign-in", 422, 422, 422, 422, 422),
        AccessRow("GET /console/join/:token", 404, 404, 404, 404, 404),
        AccessRow("POST /console/join/:token", 404, 404, 404, 404, 404),
        AccessRow("GET /console", 303, 200, 200, 200, 200),
        AccessRow("GET /console/account", 303, 200, 200, 200, 200),
        AccessRow("GET /console/sessions", 303, 403, 200, 403, 200),
        AccessRow("GET /console/sessions/:id", 303, 403, 404, 403, 404),
        AccessRow("POST /console/sessions/find", 303, 403, 422, 403, 422),
        AccessRow("GET /console/sessions/:id/path", 303, 403, 404, 403, 404),
        AccessRow("GET /console/sessions/:id/picture", 303, 403, 404, 403, 404),
        AccessRow("GET /console/sessions/:id/talk", 303, 403, 404, 403, 404),
        AccessRow("GET /console/streams/sessions", 303, 403, 200, 403, 200),
        AccessRow("GET /console/streams/sessions/:id", 303, 403, 404, 403, 404),
        AccessRow("POST /console/sessions/:id/deed", 303, 403, 404, 403, 404),
        AccessRow("POST /console/sessions/:id/act", 303, 403, 404, 403, 404),
        AccessRow("POST /console/sessions/:id/note", 303, 403, 404, 403, 404),
        AccessRow("POST /console/sessions/:id/tag", 303, 403, 404, 403, 404),
        AccessRow("GET /console/cases", 303, 403, 200, 403, 200),
        AccessRow("GET /console/cases/:id", 303, 403, 404, 403, 404),
        AccessRow("POST /console/cases/:id/assign", 303, 403, 404, 403, 404),
        AccessRow("POST /console/cases/:id/note", 303, 403, 404, 403, 404),
        AccessRow("POST /console/cases/:id/closing", 303, 403, 404, 403, 404),
        AccessRow("POST /console/cases/:id/close", 303, 403, 404, 403, 404),
        AccessRow("GET /console/claims", 303, 403, 200, 403, 200),
        AccessRow("POST /console/claims/approve", 303, 403, 404, 403, 404),
        AccessRow("POST /console/claims/refuse", 303, 403, 404, 403, 404),
        AccessRow("POST /console/claims/undo", 303, 403, 404, 403, 404),
        AccessRow("GET /console/outbox", 303, 200, 200, 200, 200),
        AccessRow("POST /console/outbox/retry", 303, 403, 403, 303, 303),
        AccessRow("GET /console/outbox/all", 303, 200, 200, 200, 200),
        AccessRow("POST /console/outbox/retry-channel", 303, 403, 403, 404, 404),
        AccessRow("GET /console/channels", 303, 200, 200, 200, 200),
        AccessRow("GET /console/evidence", 303, 200, 200, 200, 200),
        AccessRow("GET /console/evidence/:month", 303, 404, 404, 404, 404),
        AccessRow("GET /console/evidence/:month/messages", 303, 404, 404, 404, 404),
        AccessRow("GET /console/evidence/:month/flows", 303, 404, 404, 404, 404),
        AccessRow("GET /console/evidence/:month/flows/:flow", 303, 404, 404, 404, 404),
        AccessRow("GET /console/evidence/:month/flows/:flow/table", 303, 404, 404, 404, 404),
        AccessRow("POST /console/evidence/:month/flows/:flow/results", 303, 403, 403, 403, 404),
        AccessRow("GET /console/flows", 303, 403, 403, 200, 200),
        AccessRow("GET /console/flows.svg", 303, 403, 403, 200, 200),
        AccessRow("GET /console/flows/:flow", 303, 403, 403, 404, 404),
        AccessRow("GET /console/flows/:flow/picture", 303, 403, 403, 404, 404),
        AccessRow("GET /console/directory", 303, 403, 403, 200, 200),
        AccessRow("GET /console/directory/:kind", 303, 403, 403, 404, 404),
        AccessRow("GET /console/directory/import", 303, 403, 403, 200, 200),
        AccessRow("POST /console/directory/import", 303, 403, 403, 422, 422),
        AccessRow("POST /console/directory/import/take", 303, 403, 403, 422, 422),
        AccessRow("GET /console/rules", 303, 403, 403, 200, 200),
        AccessRow("GET /console/rules/:rule", 303, 403, 403, 404, 404),
        AccessRow("GET /console/rules/import", 303, 403, 403, 200, 200),
        AccessRow("POST /console/rules/import", 303, 403, 403, 422, 422),
        AccessRow("POST /console/rules/import/take", 303, 403, 403, 422, 422),
        AccessRow("GET /console/pack", 303, 200, 200, 200, 200),
        AccessRow("POST /console/pack/check", 303, 403, 403, 200, 200),
        AccessRow("POST /console/pack/publish", 303, 403, 403, 200, 200),
        AccessRow("POST /console/pack/check-revision", 303, 403, 403, 404, 404),
        AccessRow("POST /console/pack/go-back", 303, 403, 403, 404, 404),
        AccessRow("GET /console/staff", 303, 403, 403, 403, 200),
        AccessRow("POST /console/staff/invite", 303, 403, 403, 403, 404),
        AccessRow("POST /console/staff/link", 303, 403, 403, 403, 404),
        AccessRow("POST /console/staff/role", 303, 403, 403, 403, 404),
        AccessRow("POST /console/staff/disable", 303, 403, 403, 403, 404),
        AccessRow("POST /console/staff/enable", 303, 403, 403, 403, 404),
        AccessRow("GET /console/tokens", 303, 403, 403, 403, 200),
        AccessRow("POST /console/tokens/make", 303, 403, 403, 403, 404),
        AccessRow("POST /console/tokens/revoke", 303, 403, 403, 403, 404),
        AccessRow("GET /console/audit", 303, 403, 403, 403, 200),
        AccessRow("POST /console/sign-out", 303, 303, 303, 303, 303),
        AccessRow("POST /console/sign-out-everywhere", 303, 303, 303, 303, 303),
    ]

    @Test func `the table names every route there is`() {
        #expect(Set(Self.table.map(\.route)) == Set(ConsoleRoute.allCases.map(\.rawValue)))
        #expect(Self.table.count == ConsoleRoute.allCases.count)
    }

    @Test func `every route lets in whom the table says, and nobody with a form from elsewhere`() async throws {
        let deployment = try Deployment(settings: "console: { attempts: 1000, streams: 0 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let nobody = Browser(gateway)
        try await nobody.get("/console/sign-in")
        let admin = try await gateway.admin()
        let viewer = try await gateway.member("viewer", invitedBy: admin, as: "Vera")
        let support = try await gateway.member("support", invitedBy: admin, as: "Susan")
        let `operator` = try await gateway.member("operator", invitedBy: admin, as: "Otieno")
        for row in Self.table where row.route.hasPrefix("POST") {
            for form in ["", "wrong", admin.token] {
                #expect(try await ask(row.route, admin, form: form) == 403, "\(row.route) with the form '\(form)'")
                let outcome = try await ask(row.route, nobody, form: form)
                #expect(outcome == (row.nobody == 303 ? 303 : 403), "\(row.route) with the form '\(form)'")
            }
        }
        for row in Self.table {
            for (browser, status) in [
                (nobody, row.nobody), (viewer, row.viewer), (support, row.support), (`operator`, row.operator),
                (admin, row.admin),
            ] {
                try await browser.get("/console/sign-in")
                try await browser.get("/console/account")
                #expect(try await ask(row.route, browser) == status, "\(row.route)")
            }
        }
        for browser in [viewer, support, `operator`, admin] { #expect(try await !browser.isSignedIn()) }
    }

    @Test func `a form that a browser says comes from another site is refused whatever it carries`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let admin = try await gateway.admin()
        for site in ["cross-site", "same-site", "none"] {
            let headers = [HeaderField(name: "Sec-Fetch-Site", value: site)]
            #expect(try await admin.post("/console/sign-out-everywhere", headers: headers).status == 403)
        }
        #expect(try await admin.isSignedIn())
        let headers = [HeaderField(name: "Sec-Fetch-Site", value: "same-origin")]
        #expect(try await admin.post("/console/sign-out-everywhere", headers: headers).status == 303)
        #expect(try await !admin.isSignedIn())
    }

    private func ask(_ route: String, _ browser: Browser, form: String? = nil) async throws -> Int {
        let path = String(route.drop { $0 != " " }.dropFirst()).replacing(/:\w+/, with: "unknown")
        let isForm = route.hasPrefix("POST")
        return isForm ? try await browser.post(path, token: form).status : try await browser.get(path).status
    }
}
