import Expressions
import Providers
import Testing

struct ScreenTests {
    private static let hop = HTTPRequest.form("sessionId=1&phoneNumber=%2B254711000001&text=")

    @Test(arguments: [
        Outcome.accepted, .closed("Over"), .reply("", ends: false), .reply("a\u{0}b", ends: true), .error("Sorry"),
        .error(""),
    ])
    func `whatever comes of a hop its answer is a screen`(outcome: Outcome) throws {
        let channel = try ShippedAdapters.channel("africastalking-ussd")
        let exchange = try #require(channel.receive(Self.hop, route: "session", at: .test).exchange)
        let answer = channel.answer(exchange, outcome)
        #expect(answer.status == 200)
        #expect(answer.text.hasPrefix("CON ") || answer.text.hasPrefix("END "))
        #expect(!answer.body.contains(0))
    }

    @Test(arguments: ["session", "nowhere", "ended"], ["GET", "POST", "BREW"])
    func `every refusal of a USSD channel is a screen`(route: String, method: String) throws {
        let channel = try ShippedAdapters.channel("africastalking-ussd") { $0.pathToken = "0123456789abcdef" }
        let request = HTTPRequest(method: method, target: "/in/test/\(route)", body: [0xFF, 0x00])
        let rejection = try #require(channel.receive(request, route: route, at: .test).rejection)
        #expect(rejection.answer.status == 200)
        #expect(String(decoding: rejection.answer.body, as: UTF8.self) == "END \(channel.apology)")
    }

    @Test func `a text with marks of JSON and XML stays what it is`() throws {
        let text = "\"<&>'\\\n\t工资"
        let json = try ShippedAdapters.channel("generic-ussd")
        let hop = HTTPRequest.form("session=1&from=%2B254711000001")
        let exchange = try #require(json.receive(hop, route: "session", at: .test).exchange)
        let screen = try #require(JSON.read(json.answer(exchange, .reply(text, ends: false)).body))
        #expect(screen["text"] == .text(text))
        #expect(screen["ends"] == .flag(false))
    }

    @Test func `an SMS provider hears of our failure and tries again`() throws {
        let channel = try ShippedAdapters.channel("generic")
        let exchange = try #require(
            channel.receive(.form("from=%2B254711000001&text=a"), route: "receive", at: .test).exchange)
        #expect(channel.answer(exchange, .error("Sorry")).status == 503)
        #expect(channel.answer(exchange, .accepted).status == 200)
    }

    @Test func `the answer carries the text only where the channel says so`() throws {
        let way: [(Adapter.ReplyWay?, Bool, String)] = [
            (nil, false, ""), (.request, false, ""), (.answer, true, "{\"reply\":\"Hi\"}"),
        ]
        for (way, repliesInAnswer, body) in way {
            let channel = try ShippedAdapters.channel("generic") { $0.replyWay = way }
            let request = HTTPRequest.form("from=%2B254711000001&text=a")
            let exchange = try #require(channel.receive(request, route: "receive", at: .test).exchange)
            #expect(channel.repliesInAnswer == repliesInAnswer)
            #expect(channel.answer(exchange, .reply("Hi", ends: false)).text == body)
        }
        #expect(try ShippedAdapters.channel("twilio").repliesInAnswer)
        #expect(try ShippedAdapters.channel("africastalking-ussd").repliesInAnswer)
    }
}
