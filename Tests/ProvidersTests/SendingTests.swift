import Expressions
import Providers
import Telephony
import Testing

struct SendingTests {
    private static func requests(_ channel: Channel, text: String) throws -> [ProviderRequest] {
        channel.requests(
            for: OutgoingMessage(id: "1", to: try Address.parse("+254711000001", in: nil), text: text), at: .test,
            nonce: "0123456789abcdef")
    }

    @Test(arguments: [2, 5, 160, 161, 400])
    func `parts of a long text give it back and none is too long`(maximum: Int) throws {
        let channel = try ShippedAdapters.channel("generic") { entry in
            entry.settings.append(Datum.Member("max_length", .number(String(maximum))))
        }
        let text = String(repeating: "Wages, 工资 and 👩‍👩‍👧 ", count: 20)
        let parts = try Self.requests(channel, text: text).map { JSON.read($0.body)?["text"].text ?? "" }
        #expect(parts.joined() == text)
        #expect(parts.allSatisfy { $0.count <= maximum && !$0.isEmpty })
    }

    @Test func `a text of nothing is one request`() throws {
        #expect(try Self.requests(ShippedAdapters.channel("generic"), text: "").count == 1)
    }

    @Test func `a line break in a setting cannot add a header`() throws {
        let channel = try ShippedAdapters.channel("generic") { entry in
            entry.settings.append(Datum.Member("send_authorization", .text("a\r\nX-Evil: 1")))
        }
        let request = try #require(try Self.requests(channel, text: "a").first)
        #expect(request.headers.value(of: "authorization") == "aX-Evil: 1")
    }

    @Test func `an adapter that cannot send makes no request`() throws {
        #expect(try Self.requests(ShippedAdapters.channel("africastalking-ussd"), text: "a").isEmpty)
    }

    @Test(arguments: [
        (500, "", SendOutcome.retry(code: "500", after: nil)), (429, "", .throttled(after: nil)),
        (503, #"{"SMSMessageData":{"Recipients":[{"statusCode":101}]}}"#, .retry(code: "503", after: nil)),
        (401, "", .account(code: "401")), (404, "", .permanent(code: "404")),
        (408, "", .retry(code: "408", after: nil)),
        (200, "<html>", .unknown), (201, #"{"SMSMessageData":{"Recipients":[]}}"#, .permanent(code: nil)),
        (201, #"{"SMSMessageData":{"Recipients":[{"statusCode":405}]}}"#, .account(code: "405")),
        (201, #"{"SMSMessageData":{"Recipients":[{"statusCode":502}]}}"#, .permanent(code: "502")),
        (201, #"{"SMSMessageData":{"Recipients":[{"statusCode":"500"}]}}"#, .retry(code: "500", after: nil)),
    ])
    func `an answer is classified in the order of the language`(status: Int, body: String, outcome: SendOutcome) throws
    {
        let channel = try ShippedAdapters.channel("africastalking-sms")
        #expect(channel.outcome(of: status, headers: [], body: Array(body.utf8), at: .test) == outcome)
    }

    @Test(
        arguments: [
            ("3", 3), ("-1", 0), ("999999999", 86_400), ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
            ("Sun, 01 Mar 2026 00:01:30 GMT", 90), ("soon", nil), ("", nil),
        ]
            as [(String, Int?)])
    func `the time to wait is read within bounds`(header: String, after: Int?) throws {
        let channel = try ShippedAdapters.channel("twilio")
        #expect(
            channel.outcome(of: 429, headers: [HeaderField("retry-after", header)], body: [], at: .test)
                == .throttled(after: after))
    }

    @Test(arguments: [
        ("africastalking-ussd", ScreenLimit.ussd(septets: 182, ucs2: 80)), ("twilio", .sms(segments: 10)),
        ("generic", .sms(segments: 10)),
    ])
    func `a channel's limit is its adapter's`(name: String, limit: ScreenLimit) throws {
        #expect(try ShippedAdapters.channel(name).screenLimit == limit)
    }
}
