import Foundation
import HTTPClient
import Testing

/// Signing in to the console, and what keeps others out.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct SignInTests {
    @Test func `the first link makes one admin, and the next start prints none`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let link = try await gateway.firstLink()
        let admin = Browser(gateway)
        let page = try await admin.join(link, as: "Mei Lin")
        #expect(page.status == 200 && Set(admin.recoveryCodes).count == 10)
        #expect(try await admin.isSignedIn())
        #expect(try await Browser(gateway).get(link).status == 404)
        #expect(try await gateway.stop() == 0)
        let again = try await RunningGateway.start(deployment)
        try await eventually("the console's address") { again.process.output.contains("  console: http://") }
        #expect(!again.process.output.contains("/console/join/"))
    }

    @Test func `joining says what is wrong with each field, and keeps the link`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let link = try await gateway.firstLink()
        let browser = Browser(gateway)
        try await browser.get(link)
        let refused = try await browser.post(link, ["name": "<b>", "password": "short", "again": "other", "code": "1"])
        #expect(refused.status == 422)
        for field in ["#name", "#password", "#again", "#code"] {
            #expect(refused.text.contains("<a href=\"\(field)\">"), "\(field)")
        }
        #expect(refused.text.contains("value=\"&lt;b&gt;\""))
        #expect(try await browser.join(link, as: "Mei").status == 200)
    }

    @Test func `wrong names, passwords and codes get one answer, and a code works once`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let admin = try await gateway.admin()
        try await admin.get("/console/account")
        #expect(try await admin.post("/console/sign-out").status == 303)
        #expect(try await !admin.isSignedIn())
        let answers = [
            try await admin.signIn("Nobody", code: "000000"),
            try await admin.signIn("Mei Lin", password: "wrong wrong wrong"),
            try await admin.signIn("Mei Lin", code: "abcdef"),
        ]
        for answer in answers {
            #expect(answer.status == 422)
            #expect(answer.text.contains("Name, password or code is wrong"))
        }
        let code = try #require(admin.recoveryCodes.first)
        #expect(try await admin.signIn(" mei LIN ", code: code.uppercased()).status == 303)
        #expect(try await admin.isSignedIn())
        #expect(try await Browser(gateway).signIn("Mei Lin", code: code).status == 422)
    }

    @Test func `after attempts that failed nobody can try for a while, also who knows it all`() async throws {
        let deployment = try Deployment(settings: "console: { failures: 3, first_wait: 600 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let admin = try await gateway.admin()
        let stranger = Browser(gateway)
        for _ in 1...3 { #expect(try await stranger.signIn("Mei Lin", code: "123456").status == 422) }
        let blocked = try await Browser(gateway).signIn("Mei Lin", code: admin.recoveryCodes[0])
        #expect(blocked.status == 429 && blocked.text.contains("Try again in 10 min."))
        #expect(try await admin.isSignedIn())
    }

    @Test func `one address cannot try without end`() async throws {
        let deployment = try Deployment(settings: "console: { attempts: 3 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let stranger = Browser(gateway)
        var statuses: [Int] = []
        for _ in 1...5 { statuses.append(try await stranger.signIn("Nobody", code: "1").status) }
        #expect(statuses == [422, 422, 422, 429, 429])
    }

    @Test func `a browser gets another token with each sign-in, and the one before opens nothing`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let admin = try await gateway.admin()
        let first = admin.token
        #expect(try await admin.signIn("Mei Lin", code: admin.recoveryCodes[0]).status == 303)
        // A browser that is signed in is sent on; signing in anew needs a form from elsewhere in the console.
        #expect(admin.token != first)
        let header = HeaderField(name: "Cookie", value: "waymark=\(first)")
        #expect(try await gateway.ask("/console/account", headers: [header]).status == 303)
        let planted = HeaderField(name: "Cookie", value: "waymark=" + String(repeating: "a", count: 43))
        #expect(try await gateway.ask("/console/account", headers: [planted]).status == 303)
    }

    @Test func `cookies and pages are closed to scripts, caches and other sites`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let page = try await gateway.ask("/console/sign-in")
        let cookie = try #require(page.headers.value(of: "Set-Cookie"))
        #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
        #expect(page.headers.value(of: "Cache-Control") == "no-store")
        let policy = try #require(page.headers.value(of: "Content-Security-Policy"))
        #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe"))
        let style = try await gateway.ask("/console/style.css")
        let tag = try #require(style.headers.value(of: "ETag"))
        let again = try await gateway.ask(
            "/console/style.css", headers: [HeaderField(name: "If-None-Match", value: tag)])
        #expect(again.status == 304 && again.body.isEmpty)
    }

    @Test func `with a URL by TLS cookies never travel without it`() async throws {
        let deployment = try Deployment(settings: "console: { access: anywhere, url: https://console.example.org }\n")
        let gateway = try await RunningGateway.start(deployment)
        let page = try await gateway.ask("/console/sign-in")
        let cookie = try #require(page.headers.value(of: "Set-Cookie"))
        #expect(cookie.hasPrefix("__Host-waymark=") && cookie.hasSuffix("; Secure"))
        try await eventually("the link") {
            gateway.process.output.contains("https://console.example.org/console/join/")
        }
    }

    @Test func `the console is reached from this machine alone, and can be left out`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        for header in ["X-Forwarded-For", "Forwarded", "Via"] {
            let headers = [HeaderField(name: header, value: "203.0.113.7")]
            #expect(try await gateway.ask("/console/sign-in", headers: headers).status == 403)
        }
        let without = try Deployment(settings: "console: { access: off }\n")
        let other = try await RunningGateway.start(without)
        #expect(try await other.ask("/console/sign-in").status == 404)
        #expect(!other.process.output.contains("console"))
    }

    @Test(arguments: [
        ("{ access: anywhere }", "'console.access' is 'anywhere', but 'console.url' does not say how staff reach it"),
        ("{ url: http://console.example.org }", "'console.url' must begin with https:// and end without a slash"),
        (
            "{ access: anywhere, url: https://c.example.org }\nserver: { proxies: 10.0.0.1/33 }",
            "'server.proxies' has '10.0.0.1/33', which is no IP address or block"
        ),
        ("{ access: everybody }", "'console.access' must be one of off, local, anywhere, not 'everybody'"),
    ])
    func `settings that would open it wide are refused`(console: String, message: String) async throws {
        let deployment = try Deployment(settings: "console: \(console)\n")
        let process = try ServeProcess(deployment, environment: Deployment.secrets, arguments: ["--port", "0"])
        #expect(try await process.ended() == 2)
        #expect(process.errors.contains(message), "\(process.errors)")
    }

    @Test func `neither names nor what proves them lie on the disk or in the log`() async throws {
        let deployment = try Deployment(settings: "log: { level: trace }\n")
        let gateway = try await RunningGateway.start(deployment)
        let admin = try await gateway.admin()
        let secrets = ["Mei Lin", "mei lin", Browser.password, admin.token] + admin.recoveryCodes
        #expect(try await gateway.stop() == 0)
        let printed = gateway.process.output + gateway.process.errors
        let kept = try deployment.kept()
        for secret in secrets {
            #expect(!printed.contains(secret))
            for (name, content) in kept { #expect(content.firstRange(of: Data(secret.utf8)) == nil, "in \(name)") }
        }
    }
}
