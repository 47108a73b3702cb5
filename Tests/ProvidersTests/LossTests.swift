import ContentFiles
import Expressions
import Providers
import Telephony
import Testing

/// What must not be lost, or be sent twice, by the way a file is written or a request is read.
struct LossTests {
    @Test(arguments: ShippedAdapters.names)
    func `every adapter that sends does so under an id as the gateway gives it`(name: String) throws {
        let channel = try ShippedAdapters.channel(name) { $0.address = "21512" }
        guard channel.adapter.kind == .sms, channel.adapter.send != nil else { return }
        let message = OutgoingMessage(
            id: "0f8d2a6b-7c1e-8d05-8000-00000000002a", to: try Address.parse("+8613800000001", in: nil), text: "Hello")
        #expect(channel.reasonAgainstSending(message, at: .test) == nil)
    }

    @Test func `an event that makes no sense takes nothing away from the others of its request`() throws {
        let channel = try ShippedAdapters.channel("infobip-sms")
        let good = { (id: Int) in #"{"messageId":"\#(id)","from":"254711000001","to":"21512","text":"a"}"# }
        let bad = #"{"messageId":"3","to":"21512","text":"a"}"#
        let both = channel.receive(
            .json(#"{"results":[\#(good(1)),\#(bad),\#(good(2))]}"#), route: "receive", at: .test)
        #expect(both.events.count == 2)
        #expect(both.exchange?.leftOut.count == 1)
        let alone = channel.receive(.json(#"{"results":[\#(bad)]}"#), route: "receive", at: .test)
        #expect(alone.rejection?.reason == .field)
    }

    private static func channel(errors: String = "[{when: {\"${http.status}\": 409}, as: failed}]") throws -> Channel {
        let log = DiagnosticLog()
        let source = """
            adapter: x
            kind: sms
            routes: {receive: {parse: json, message: {id: "${.id | sha256 | hex}", from: "${.from | phone}", text: "${.text}"}}}
            send: {request: {url: "https://x.example"}, response: {parse: text, id: "${http.status}", errors: \(errors)}}
            answer: {error: {body: sorry}}
            """
        return Channel(
            ChannelEntry(
                id: "x",
                adapter: try #require(
                    AdapterFile.load(source: source, file: "x.yaml", log: log), "\(log.all)")))
    }

    @Test func `a provider of SMS is told to try again when we failed, unless its file says otherwise`() throws {
        let channel = try Self.channel()
        let exchange = try #require(
            channel.receive(.json(#"{"from":"+254711000001","text":"a"}"#), route: "receive", at: .test).exchange)
        #expect(channel.answer(exchange, .error("sorry")).status == 503)
    }

    @Test func `texts without the field that their id is made of have no id, and not all the same one`() throws {
        let reception = try Self.channel().receive(
            .json(#"{"from":"+254711000001","text":"a"}"#), route: "receive", at: .test)
        guard case .message(let message)? = reception.events.first else {
            Issue.record("no message: \(reception)")
            return
        }
        #expect(message.id == nil)
    }

    @Test(arguments: [
        ("accepted", SendOutcome.accepted(id: "409")), ("unknown", .unknown), ("failed", .permanent(code: nil)),
    ])
    func `an answer may mean that the message is there already, or mean nothing`(
        word: String, outcome: SendOutcome
    ) throws {
        let channel = try Self.channel(errors: "[{when: {\"${http.status}\": 409}, as: \(word)}]")
        #expect(channel.outcome(of: 409, headers: [], body: [], at: .test) == outcome)
    }

    @Test func `a route says no reply that the adapter cannot give`() {
        let log = DiagnosticLog()
        let source = """
            adapter: x
            kind: sms
            routes:
              receive: {parse: json, ignore: all, answer: {reply: {body: "${reply.text}"}}}
            send: {request: {url: "https://x.example"}}
            """
        #expect(AdapterFile.load(source: source, file: "x.yaml", log: log) == nil)
        #expect(log.all.map(\.id) == ["missing-answer"])
    }
}
