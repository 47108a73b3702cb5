import HTTPClient
import Testing

/// What the API refuses, and the one form in which it says so.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct APIBoundTests {
    @Test func `what is not described is refused, and the answer says what there is`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let admin = try gateway.program("admin", deployment)
        let unknown = try await admin.get("/sessions?chanel=sms")
        #expect(
            unknown.status == 400 && unknown.text.contains("there is no parameter 'chanel'; there are after, channel"))
        for query in [
            "limit=0", "limit=201", "limit=x", "person=-1", "state=gone", "flagged=yes", "from=yesterday", "after=x",
            "tag=two%20words", "limit=1&limit=2",
        ] {
            #expect(try await admin.get("/sessions?" + query).code == "malformed", "\(query)")
        }
        #expect(try await admin.get("/sessions/1?sight=half").code == "malformed")
        for path in [
            "/sessions/x", "/sessions/9223372036854775808", "/cases/99", "/nothing", "", "/", "/sessions/1/x",
            "/claims/1",
            "/claims/waiting/1", "/cases/1/", "/../v1/nothing",
        ] {
            #expect(try await admin.get(path).status == 404, "\(path)")
        }
        let method = try await admin.post("/counts")
        #expect(method.status == 405 && method.headers.value(of: "Allow") == "GET, HEAD")
        #expect(try await admin.get("/sessions/find").headers.value(of: "Allow") == "POST")
        let head = try await admin.get("/counts", method: "HEAD")
        #expect(head.status == 200 && head.text.isEmpty)
        #expect(head.headers.value(of: "Cache-Control") == "no-store")
    }

    @Test func `a body is one group of JSON with what is described, and not too long`() async throws {
        let deployment = try Deployment(settings: "api: { body_limit: 1024 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let support = try gateway.program("support", deployment)
        let find = "/sessions/find"
        for body in ["[]", "{", #"{"sought":"1"} x"#, #"{"sought":"1","sought":"2"}"#, "null"] {
            #expect(try await support.post(find, body).code == "malformed", "\(body)")
        }
        for body in [#"{"seek":"1"}"#, #"{"sought":" "}"#, #"{"sought":7}"#, #"{"Sought":"1"}"#, "{}"] {
            #expect(try await support.post(find, body).code == "value", "\(body)")
        }
        #expect(try await support.post(find, "sought=1", type: "application/x-www-form-urlencoded").status == 415)
        let long = #"{"sought":"\#(String(repeating: "1", count: 1_024))"}"#
        #expect(try await support.post(find, long).status == 413)
        #expect(try await support.post("/cases/1/note", #"{"note":"x"}"#, key: "").status == 400)
        #expect(try await support.post("/claims/waiting/1/refuse", #"{"why":"x"}"#).code == "value")
    }

    @Test func `who asks too much, or guesses, is told when to come again, and hinders no other`() async throws {
        let deployment = try Deployment(settings: "api: { requests: 5, guesses: 3 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let (eager, calm) = (try gateway.program("viewer", deployment), try gateway.program("viewer", deployment))
        for _ in 1...5 { #expect(try await eager.get("/counts").status == 200) }
        let crowded = try await eager.get("/counts")
        #expect(crowded.status == 429 && crowded.headers.value(of: "Retry-After").flatMap { Int($0) } ?? 0 > 0)
        let guessing = try gateway.program(bearing: "wmk_guess")
        for _ in 1...3 { #expect(try await guessing.get("/counts").status == 401) }
        #expect(try await guessing.get("/counts").status == 429)
        #expect(try await calm.get("/counts").status == 200)
    }

    @Test func `behind a trusted proxy guesses are counted by whom it names`() async throws {
        let deployment = try Deployment(
            settings: """
                server: { proxies: 127.0.0.1 }
                console: { url: https://console.example.org }
                api: { access: anywhere, guesses: 2 }

                """)
        let gateway = try await RunningGateway.start(deployment)
        var statuses: [Int] = []
        for address in ["198.51.100.7", "198.51.100.7", "198.51.100.7", "203.0.113.9, 198.51.100.7", "198.51.100.8"] {
            let headers = [
                HeaderField(name: "Authorization", value: "Bearer nothing"),
                HeaderField(name: "X-Forwarded-For", value: address),
            ]
            statuses.append(try await gateway.ask("/api/v1/counts", headers: headers).status)
        }
        #expect(statuses == [401, 401, 429, 429, 401])
    }

    @Test func `the API is reached from this machine alone unless it is said otherwise`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let admin = try gateway.program("admin", deployment)
        let headers = [
            HeaderField(name: "Authorization", value: "Bearer \(admin.token ?? "")"),
            HeaderField(name: "X-Forwarded-For", value: "198.51.100.7"),
        ]
        #expect(try await gateway.ask("/api/v1/counts", headers: headers).status == 403)
        let closed = try await RunningGateway.start(try Deployment(settings: "api: { access: off }\n"))
        #expect(try await closed.ask("/api/v1/openapi.yaml").status == 404)
        let open = "console: { url: https://console.example.org }\napi: { access: anywhere }\n"
        let wide = try await RunningGateway.start(try Deployment(settings: open))
        let forwarded = [HeaderField(name: "X-Forwarded-For", value: "198.51.100.7")]
        let described = try await wide.ask("/api/v1/openapi.yaml", headers: forwarded)
        #expect(try described.text == APIDescription().text)
        let tag = try #require(described.headers.value(of: "ETag"))
        let known = [HeaderField(name: "If-None-Match", value: tag)]
        #expect(try await wide.ask("/api/v1/openapi.yaml", headers: forwarded + known).status == 304)
    }
}
