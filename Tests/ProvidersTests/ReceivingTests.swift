import Expressions
import Providers
import Telephony
import Testing

struct ReceivingTests {
    struct Malformed: Sendable, CustomTestStringConvertible {
        let what: String
        let adapter: String
        let route: String
        let request: HTTPRequest
        let reason: Rejection.Reason
        let status: Int
        var testDescription: String { what }
    }

    static let malformed: [Malformed] = [
        Malformed(
            what: "an unknown route", adapter: "generic", route: "nowhere", request: .form("from=1&text=a"),
            reason: .unsupported, status: 404),
        Malformed(
            what: "a method the route does not take", adapter: "africastalking-sms", route: "receive",
            request: HTTPRequest(method: "DELETE", target: "/in/test/receive"), reason: .unsupported, status: 405),
        Malformed(
            what: "no sender", adapter: "generic", route: "receive", request: .form("text=a"), reason: .field,
            status: 400),
        Malformed(
            what: "a sender that is no number", adapter: "generic-ussd", route: "session",
            request: .form("session=1&from=nobody&text=a"), reason: .field, status: 200),
        Malformed(
            what: "broken JSON", adapter: "generic", route: "receive", request: .json("{\"from\": "), reason: .parse,
            status: 400),
        Malformed(
            what: "JSON that goes too deep", adapter: "generic", route: "receive",
            request: .json(String(repeating: "[", count: 100_000)), reason: .parse, status: 400),
        Malformed(
            what: "JSON where a form belongs", adapter: "africastalking-sms", route: "receive", request: .json("{}"),
            reason: .parse, status: 400),
        Malformed(
            what: "too many fields", adapter: "africastalking-sms", route: "receive",
            request: .form(String(repeating: "a=b&", count: 1_000)), reason: .parse, status: 400),
        Malformed(
            what: "a session id of a kilobyte", adapter: "africastalking-ussd", route: "session",
            request: .form("sessionId=\(String(repeating: "x", count: 1_024))&phoneNumber=%2B254711000001&text="),
            reason: .field, status: 200),
        Malformed(
            what: "no session id", adapter: "africastalking-ussd", route: "session",
            request: .form("phoneNumber=%2B254711000001&text="), reason: .field, status: 200),
        Malformed(
            what: "no signature", adapter: "twilio", route: "receive",
            request: .form("MessageSid=1&AccountSid=AC1&From=%2B14158675309&To=1&Body=a"), reason: .signature,
            status: 403),
    ]

    @Test(arguments: malformed)
    func `a malformed request is refused with a reason`(case: Malformed) throws {
        let channel = try ShippedAdapters.channel(`case`.adapter)
        let rejection = try #require(channel.receive(`case`.request, route: `case`.route, at: .test).rejection)
        #expect(rejection.reason == `case`.reason)
        #expect(rejection.answer.status == `case`.status)
        #expect(!rejection.detail.isEmpty)
    }

    @Test func `a reason never quotes what a field holds`() throws {
        let channel = try ShippedAdapters.channel("generic")
        let request = HTTPRequest.form("from=%2B2547%20call%20me%20maybe&text=very+private")
        let rejection = try #require(channel.receive(request, route: "receive", at: .test).rejection)
        #expect(!rejection.detail.contains("2547"))
        #expect(!rejection.detail.contains("private"))
        #expect(!String(decoding: rejection.answer.body, as: UTF8.self).contains("private"))
    }

    @Test(arguments: [
        ("a%00b%07c", "abc"), ("a%0D%0Ab", "a\nb"), ("a%0Db%09c", "a\nb\tc"), ("%C2%85x%7F", "x"),
        ("%FF%FEok", "\u{FFFD}\u{FFFD}ok"),
        ("100%", "100%"), ("%zz", "%zz"), ("%E5%B7%A5%E8%B5%84", "工资"), ("a+b%2Bc", "a b+c"), ("%F0%9F%98%80", "😀"),
    ])
    func `texts come out clean`(encoded: String, text: String) throws {
        let channel = try ShippedAdapters.channel("generic")
        let events = channel.receive(.form("from=%2B254711000001&text=\(encoded)"), route: "receive", at: .test).events
        guard case .message(let message) = events.first else {
            Issue.record("there is no message")
            return
        }
        #expect(message.text == text)
    }

    @Test func `a preview of the headers runs nothing`() throws {
        let channel = try ShippedAdapters.channel("generic")
        let request = HTTPRequest(method: "HEAD", target: "/in/test/receive?from=%2B254711000001&text=a")
        #expect(channel.receive(request, route: "receive", at: .test).events == [.ping])
    }

    @Test func `a numeric id of nineteen digits stays exact`() throws {
        let channel = try ShippedAdapters.channel("generic")
        let request = HTTPRequest.json(#"{"id": 9007199254740993123, "from": "+254711000001", "text": "a"}"#)
        guard case .message(let message) = channel.receive(request, route: "receive", at: .test).events.first else {
            Issue.record("there is no message")
            return
        }
        #expect(message.id == "9007199254740993123")
    }

    @Test func `a dialled star stays in the accumulated input`() throws {
        let channel = try ShippedAdapters.channel("africastalking-ussd")
        let request = HTTPRequest.form("sessionId=1&phoneNumber=%2B254711000001&text=1*a*b")
        guard case .hop(let hop) = channel.receive(request, route: "session", at: .test).events.first else {
            Issue.record("there is no hop")
            return
        }
        #expect(hop.input == .accumulated("1*a*b", separator: "*"))
        #expect(hop.phase == .unknown)
    }

    @Test(
        arguments: [
            ("2017-05-03T06:04:45Z", "2017-05-03T06:04:45Z"), ("2017-05-03T09:04:45%2B0300", "2017-05-03T06:04:45Z"),
            ("2017-05-03T01:34:45-04:30", "2017-05-03T06:04:45Z"), ("2016-02-29 23:59:59", "2016-02-29T23:59:59Z"),
            ("2017-02-29 00:00:00", nil), ("2017-05-03T24:00:00Z", nil), ("2017-05-03T06:04:45", nil),
            ("2017-05-03", nil), ("2017-05-03T06:04:45Zx", nil), ("17-05-03 06:04:45", nil), ("yesterday", nil),
        ] as [(String, String?)])
    func `a provider's time is read in its formats only, and any other is the time of arrival`(
        written: String, moment: String?
    ) throws {
        let channel = try ShippedAdapters.channel("africastalking-sms")
        let request = HTTPRequest.form("id=1&from=%2B254711000001&text=a&date=\(written)")
        let reception = channel.receive(request, route: "receive", at: .test)
        let event = try #require(reception.events.first)
        #expect(event.json["at"].text == moment ?? Timestamp.test.rfc3339())
        #expect(event.json["text"].text == "a")
        #expect(reception.exchange?.unreadTimes == (moment == nil ? [".date is not a time"] : []))
    }

    @Test func `a time that is missing is no time, and nobody has to look after it`() throws {
        let channel = try ShippedAdapters.channel("telnyx") { $0.settings.append(Datum.Member("verify", .flag(false))) }
        let body =
            #"{"data":{"event_type":"message.received","payload":{"id":"1","from":{"phone_number":"+254711000001"}}}}"#
        let reception = channel.receive(.json(body), route: "receive", at: .test)
        #expect(reception.events.first?.json["at"] == .null)
        #expect(reception.exchange?.unreadTimes == [])
    }

    /// A channel whose one route takes JSON.
    private static func receiving(_ route: String) throws -> Channel {
        let lines = route.split(separator: "\n").map { "    \($0)\n" }.joined()
        return try Channel.trying(
            "adapter: x\nkind: sms\nroutes:\n  receive:\n    parse: json\n" + lines
                + "send: {request: {url: \"https://x.example\"}}")
    }

    @Test func `what a time holds is nowhere told, also where the file forgot to say how it is written`() throws {
        let channel = try Self.receiving(
            """
            each: ${.[]}
            cases:
              - when: {"${.s}": {present: true}}
                status: {id: "${.id}", value: "${.s}", map: {D: delivered}, time: "${.at | date(unix)}"}
              - message: {from: "12345", text: "${.text}", time: "${.at}"}
            """)
        let reception = channel.receive(
            .json(#"[{"text":"a","at":"private"},{"id":"1","s":"D","at":"private"}]"#), route: "receive", at: .test)
        #expect(reception.events.map { $0.json["at"].text } == [Timestamp.test.rfc3339(), Timestamp.test.rfc3339()])
        let exchange = try #require(reception.exchange)
        #expect(exchange.unreadTimes == [".at is not a time", ".at is not a time"])
        let json = reception.json(answer: channel.answer(exchange, .accepted))
        #expect(json["unread_times"] == .list([.text(".at is not a time"), .text(".at is not a time")]))
    }

    @Test func `a time that proves a request stays strict`() throws {
        let channel = try Self.receiving(
            """
            auth: {token: {value: "${.key}", equals: secret}, fresh: {time: "${.at | date(unix)}", within: 300}}
            message: {from: "12345", text: "${.text}", time: "${.at | date(unix)}"}
            """)
        for at in ["yesterday", ""] {
            let request = HTTPRequest.json(#"{"key":"secret","text":"a","at":"\#(at)"}"#)
            #expect(channel.receive(request, route: "receive", at: .test).rejection?.reason == .signature)
        }
    }
}
