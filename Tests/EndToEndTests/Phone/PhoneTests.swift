import HTTPClient
import Testing

/// The phone in the browser, as its script uses it.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct PhoneTests {
    private static let number = "+254700000001"

    @Test func `a gateway that is tried out says where its phone is, and one with a real channel has none`()
        async throws
    {
        let gateway = try await RunningGateway.trial(.trial())
        #expect(gateway.process.output.contains("http://127.0.0.1:\(gateway.port)/phone\n"))
        let page = try await gateway.ask("/phone")
        #expect(
            page.status == 200
                && page.headers.value(of: "Content-Security-Policy")?.contains("script-src 'self'") == true)
        for path in ["/phone/style.css", "/phone/script.js"] { #expect(try await gateway.ask(path).status == 200) }
        let chinese = try await gateway.ask("/phone?language=zh-Hans")
        #expect(chinese.text.contains("<html lang=\"zh-Hans\">") && chinese.text.contains("<h1>试一试</h1>"))

        let live = try await RunningGateway.start(try Deployment())
        #expect(!live.process.output.contains("/phone\n"))
        for path in ["/phone", "/phone/script.js"] { #expect(try await live.ask(path).status == 404) }
        #expect(try await live.post("/phone/look", Form.encode(["number": Self.number])).status == 404)
        let off = try await RunningGateway.trial(.trial(settings: "phone: { access: off }\n"))
        #expect(try await off.ask("/phone").status == 404)
    }

    @Test
    func `beside the phone stands what was understood, where she waits, how long the answer was and what came of it`()
        async throws
    {
        let gateway = try await RunningGateway.trial(.trial())
        #expect(try await gateway.look(Self.number).contains("Nothing came from this phone yet."))
        _ = try await gateway.hop(Self.number, "", phase: "begin", sequence: 1)
        _ = try await gateway.hop(Self.number, "1", phase: "continue", sequence: 2)
        let screen = try await gateway.hop(Self.number, "3", phase: "continue", sequence: 3)
        #expect(screen.contains("Case 1."))
        let sight = try await gateway.look(Self.number)
        for text in ["<strong>option 3", "of 182 characters", "Case 1: help", "<code>help#open", "finished"] {
            #expect(sight.replacing("\\/", with: "/").contains(text), "\(text)")
        }
        #expect(try await gateway.look("+254700000002").contains("Nothing came from this phone yet."))
    }

    @Test func `time goes by at once, a session ends, and the next start does not turn the clock back`() async throws {
        let deployment = try Deployment.trial()
        let gateway = try await RunningGateway.trial(deployment)
        let program = try gateway.program("viewer", deployment, days: 1)
        _ = try await gateway.hop(Self.number, "", phase: "begin", sequence: 1)
        for seconds in ["", "-1", "0", "x", "999999999999"] {
            #expect(
                try await gateway.post("/phone/wait", Form.encode(["seconds": seconds])).status == 422, "\(seconds)")
        }
        #expect(try await gateway.post("/phone/wait", "seconds=2592000").status == 200)
        try await eventually("the session's end") { try await gateway.look(Self.number).contains("not heard from") }
        // Whoever signs in does so by the true time, and so does a program with a token.
        #expect(try await gateway.admin().isSignedIn())
        #expect(try await program.get("/counts").status == 200)
        let now = try await time(gateway)
        #expect(try await gateway.stop() == 0)
        let next = try await RunningGateway.trial(deployment)
        #expect(try await time(next) >= now)
        let still = try await RunningGateway.trial(.trial(settings: ""))
        #expect(try await still.post("/phone/wait", "seconds=60").status == 403)
    }

    @Test func `a clock that is kept as no number is not guessed`() async throws {
        let deployment = try Deployment.trial()
        try deployment.write("soon\n", to: "Data/clock-shift")
        let run = try Binary.run([
            "serve", "--config", deployment.config, "--flows", deployment.flows, "--data", deployment.data, "--port",
            "0",
        ])
        #expect(run.code != 0 && run.errors.contains("clock-shift does not hold how many seconds the clock is ahead"))
    }

    @Test func `an SMS that does not get through is sent again`() async throws {
        let gateway = try await RunningGateway.trial(.trial(settings: "messages: { retry_first: 1 }\n"))
        #expect(try await gateway.post("/phone/lose", Form.encode(["number": Self.number])).status == 204)
        let form = Form.encode(["from": Self.number, "text": "hello", "id": "1"])
        #expect(try await gateway.post("/in/texts/receive", form).status == 200)
        let sight = try await eventually("the second attempt") {
            let sight = try await gateway.look(Self.number)
            return sight.contains("attempts: 2") ? sight : nil
        }
        #expect(sight.contains("\"text\":\"Language? Lugha?"))
    }

    @Test func `nobody but this machine, by its own name and from its own page, has the phone`() async throws {
        let gateway = try await RunningGateway.trial(.trial())
        let number = Form.encode(["number": Self.number])
        for (name, value) in [
            ("X-Forwarded-For", "192.0.2.1"), ("Forwarded", "for=192.0.2.1"), ("X-Real-IP", "192.0.2.1"),
            ("Via", "1.1 proxy.example"), ("Host", "phone.example"), ("Host", "127.0.0.1.phone.example"),
            ("Sec-Fetch-Site", "cross-site"),
        ] {
            let header = HeaderField(name: name, value: value)
            #expect(try await gateway.post("/phone/look", number, headers: [header]).status == 403, "\(name)")
            #expect(try await gateway.post("/phone/wait", "seconds=60", headers: [header]).status == 403, "\(name)")
        }
        let link = HeaderField(name: "Sec-Fetch-Site", value: "cross-site")
        #expect(try await gateway.ask("/phone", headers: [link]).status == 200)
        for form in ["", "number=", "number=nobody", "number=Waymark"] {
            #expect(try await gateway.post("/phone/look", form).status == 422, "\(form)")
        }
        #expect(try await gateway.post("/phone/look", String(repeating: "a&", count: 5_000)).status == 400)
    }

    private func time(_ gateway: RunningGateway) async throws -> String {
        let sight = try await gateway.look(Self.number)
        return String(try #require(sight.firstMatch(of: /"time":"([^"]+)"/)?.output.1))
    }
}
