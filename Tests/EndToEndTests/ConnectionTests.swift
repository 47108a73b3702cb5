import HTTPClient
import Testing

/// What comes over a socket and is no well-behaved HTTP/1.1.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ConnectionTests {
    @Test func `headers over the limit are refused`() async throws {
        let deployment = try Deployment(settings: "server: { header_limit: 4096 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let one = "X-Long: " + String(repeating: "a", count: 8_000) + "\r\n"
        let many = (0..<200).map { "X-\($0): a\r\n" }.joined()
        for headers in [one, many] {
            let connection = try RawConnection(gateway)
            connection.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\(headers)\r\n")
            let answer = try await connection.receive()
            #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(answer.prefix(40))")
        }
        #expect(try await gateway.isReady())
    }

    @Test func `a body in chunks over the limit is refused`() async throws {
        let deployment = try Deployment(settings: "server: { body_limit: 2000 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let connection = try RawConnection(gateway)
        connection.send("POST \(SMSPhone.path) HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in 0..<30 { connection.send("64\r\n" + String(repeating: "a", count: 100) + "\r\n") }
        connection.send("0\r\n\r\n")
        #expect(try await connection.receive { $0.contains("\r\n\r\n") }.hasPrefix("HTTP/1.1 413 "))
        #expect(try await gateway.count("turns") == 0)
    }

    @Test func `a client that sends its headers one byte at a time is cut`() async throws {
        let deployment = try Deployment(settings: "server: { idle_timeout: 1 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let connection = try RawConnection(gateway)
        connection.send("GET /healthz HTTP/1.1\r\nX-Slow: ")
        try await eventually("the gateway hanging up", tries: 400) {
            connection.send("a")
            return connection.isReadable
        }
        #expect(try await gateway.isReady())
    }

    @Test(arguments: ["", "POST /in/ussd/session HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc"])
    func `a client that falls silent is cut`(start: String) async throws {
        let deployment = try Deployment(settings: "server: { idle_timeout: 1 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let connection = try RawConnection(gateway)
        connection.send(start)
        let answer = try await connection.receive()
        #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"))
    }

    @Test func `a client that sends its body one byte at a time is cut`() async throws {
        let deployment = try Deployment(settings: "server: { body_time: 1 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let connection = try RawConnection(gateway)
        connection.send("POST \(SMSPhone.path) HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n")
        try await eventually("the gateway hanging up", tries: 400) {
            connection.send("a")
            return connection.isReadable
        }
        #expect(try await gateway.isReady())
    }

    @Test func `a connection that is kept outlives the time that a body has`() async throws {
        let deployment = try Deployment(settings: "server: { body_time: 1 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let (kept, slow) = (try RawConnection(gateway), try RawConnection(gateway))
        for connection in [kept, slow] {
            let length = connection === kept ? 1 : 100_000
            connection.send("POST \(SMSPhone.path) HTTP/1.1\r\nHost: x\r\nContent-Length: \(length)\r\n\r\n")
        }
        var text = "a"
        var count = 0
        try await eventually("the end of the one that goes on", tries: 400) {
            slow.send("a")
            kept.send(text)
            text = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
            count += 1
            return slow.isReadable
        }
        kept.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        let answers = try await kept.receive()
        #expect(answers.hasPrefix("HTTP/1.1 400 "))
        #expect(answers.ranges(of: "HTTP/1.1 200 ").count == count)
    }

    @Test func `bodies beyond what may be read at one time are told to come again, and a small page is served`()
        async throws
    {
        let deployment = try Deployment(
            settings: "server: { body_limit: 100000, bodies: 1024 }\nconsole: { table: 1024 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let (large, small) = (String(repeating: "a", count: 99_000), String(repeating: "b", count: 4_000))
        func begun() throws -> RawConnection {
            let connection = try RawConnection(gateway)
            let head =
                "POST \(SMSPhone.path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 100000\r\n\r\n"
            connection.send(head + large)
            return connection
        }
        var slow = try begun()
        let refused = try await eventually("a refusal") {
            // Whichever comes last is refused: the large one, where the small one was there while it was still read.
            if slow.isReadable { slow = try begun() }
            let answer = try await gateway.post(SMSPhone.path, small)
            return answer.status == 503 ? answer : nil
        }
        #expect(refused.headers.value(of: "Retry-After") == "1")
        #expect(try await gateway.isReady())
        #expect(try await gateway.count("crowded") > 0)
        slow.send(String(repeating: "a", count: 1_000))
        #expect(try await slow.receive().hasPrefix("HTTP/1.1 4"))
        #expect(try await gateway.post(SMSPhone.path, small).status < 500)
    }

    @Test func `pipelined requests are answered in order`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let phone = USSDPhone("+254799000001")
        let requests = ["", "1", "1*1", "1*1*5"].map { Self.post(phone, typed: $0) }
        let connection = try RawConnection(gateway)
        connection.send(requests.joined())
        let answer = try await connection.receive { $0.contains("Sum 5.") }
        let order = ["Lugha?", "What do you need?", "Sum 0.", "Sum 5."].compactMap {
            answer.firstRange(of: $0)?.lowerBound
        }
        #expect(order.count == 4 && order == order.sorted())
        #expect(try await gateway.count("turns") == 4)
    }

    @Test func `a client that leaves before the answer has its turn once`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        for index in 0..<20 {
            var phone = USSDPhone("+2547990001\(10 + index)")
            _ = try await phone.dial(on: gateway)
            _ = try await phone.answer(["1", "1", "5"], on: gateway)
            try RawConnection(gateway).send(Self.post(phone, typed: "1*1*5*6"))
            #expect(try await phone.answer("6", on: gateway) == Screen.sum(11))
            #expect(try await phone.show(on: gateway) == Screen.sum(11))
        }
        try await eventually("every request") {
            let kept = try await gateway.count("turns")
            let repeated = try await gateway.count("repeats")
            return kept == 100 && repeated >= 20
        }
    }

    /// RFC 9112, section 9.3: without `Connection: keep-alive` an HTTP/1.0 connection does not outlive its answer.
    @Test func `HTTP 1.0 is answered and the connection ends`() async throws {
        let deployment = try Deployment(settings: "server: { idle_timeout: 600 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let connection = try RawConnection(gateway)
        connection.send("GET /healthz HTTP/1.0\r\n\r\n")
        let answer = try await connection.receive(tries: 200)
        #expect(answer.split(separator: "\r\n").first?.contains(" 200 ") == true)
        #expect(answer.hasSuffix("\r\n\r\nok\n"))
    }

    @Test(arguments: [
        Array("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}".utf8), Array("\r\n\r\n\r\nhello\r\n\r\n".utf8),
        [0, 255, 254, 13, 10, 13, 10],
        Array("GET / HTTP/9.9\r\n\r\n".utf8), Array("GET \u{0} HTTP/1.1\r\nHost: x\r\n\r\n".utf8),
        Array("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n".utf8),
        Array("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc".utf8),
        Array("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".utf8),
    ])
    func `garbage gets a refusal or the end of the connection`(bytes: [UInt8]) async throws {
        let deployment = try Deployment(settings: "server: { idle_timeout: 1 }\n")
        let gateway = try await RunningGateway.start(deployment)
        let connection = try RawConnection(gateway)
        connection.send(bytes)
        let answer = try await connection.receive()
        #expect(
            answer.isEmpty || ["HTTP/1.1 4", "HTTP/1.1 505", "HTTP/1.0 4"].contains { answer.hasPrefix($0) },
            "\(answer.prefix(60))")
        #expect(try await gateway.isReady())
    }

    private static func post(_ phone: USSDPhone, typed: String) -> String {
        let body = phone.form(typed: typed)
        return "POST \(USSDPhone.path) HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
}
