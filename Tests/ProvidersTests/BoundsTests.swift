import ContentFiles
import Expressions
import Providers
import Testing

/// Requests and files that would grow without end.
@Suite(.timeLimit(.minutes(1)))
struct BoundsTests {
    /// A channel whose route takes JSON and whose answer has a value of its own.
    private static func channel(vars: String = "{}", text: String = "\"${.text}\"", answer: String = "\"x\"") throws
        -> Channel
    {
        try .trying(
            """
            adapter: x
            kind: sms
            config: {field: {type: string, default: //c}}
            routes:
              receive:
                parse: json
                vars: \(vars)
                message: {from: "12345", text: \(text)}
            answer: {message: {json: {value: \(answer)}}}
            send: {request: {url: "https://x.example"}}
            """)
    }

    /// Named values of which each is made of the one before it, twice.
    private static func doubling(_ first: String, _ next: (String) -> String) -> String {
        let rest = (1...40).map { "v\($0): \(next("var.v\($0 - 1)"))" }.joined(separator: ", ")
        return "{v0: \(first), \(rest)}"
    }

    private static let list = "[" + Array(repeating: "1", count: 19_000).joined(separator: ",") + "]"

    @Test(arguments: [
        ("{a: {each: \"${.list}\", as: {each: \"${^.list}\", as: \"${.}\"}}}", "\"${.text}\""),
        ("{a: {each: \"${.list}\", as: \"${^.list//none}\"}}", "\"${.text}\""),
        ("{a: {each: \"${.list}\", as: \"${^.[cfg.field]}\"}}", "\"${.text}\""),
        (doubling("\"${.text}\"") { "\"${\($0)}${\($0)}\"" }, "\"${.text}\""),
        (doubling("\"${.text}\"") { "\"${\($0) | suffix(\($0))}\"" }, "\"${.text}\""),
        (doubling("\"${.text}\"") { "\"${\($0) | hex}\"" }, "\"${.text}\""),
        (doubling("\"${.text}\"") { "\"${\($0) | replace('3', '33')}\"" }, "\"${.text}\""),
        (doubling("[a]") { "[\"${\($0)}\", \"${\($0)}\"]" }, "\"${var.v40 | json}\""),
        (doubling("[a]") { "[\"${\($0)}\", \"${\($0)}\"]" }, "\"${var.v40\(String(repeating: ".*", count: 40))}\""),
        (doubling("[a]") { "[\"${\($0)}\", \"${\($0)}\"]" }, "\"${var.v40//c}\""),
        (doubling("{a: b}") { "{a: \"${\($0)}\", b: \"${\($0)}\"}" }, "\"${var.v40 | jwt(HS256, cfg.field)}\""),
        ("{a: {name: \"${.list | json}\"}}", "\"${.marks | fill(json, var.a)}\""),
    ])
    func `what would grow without end is refused`(vars: String, text: String) throws {
        let marks = String(repeating: "{{name}}", count: 1_000)
        let payload = "{\"list\":\(Self.list),\"text\":\"333\",\"marks\":\"\(marks)\"}"
        let reception = try Self.channel(vars: vars, text: text).receive(.json(payload), route: "receive", at: .test)
        #expect(reception.rejection?.detail == "the request makes too much of what it holds")
    }

    @Test func `an answer that would grow without end is a short one`() throws {
        let copies = "[" + Array(repeating: "\"${.list}\"", count: 1_000).joined(separator: ", ") + "]"
        let channel = try Self.channel(answer: copies)
        let request = HTTPRequest.json("{\"list\":\(Self.list),\"text\":\"a\"}")
        let exchange = try #require(channel.receive(request, route: "receive", at: .test).exchange)
        #expect(channel.answer(exchange, .accepted).text == "{}")
    }

    @Test func `a batch of a thousand events is far from the bounds`() throws {
        let channel = try Channel.trying(
            """
            adapter: x
            kind: sms
            routes: {receive: {parse: json, each: "${.[]}", message: {id: "${.id}", from: "${.from}", text: "${.text | trim}"}}}
            send: {request: {url: "https://x.example"}}
            """)
        func batch(_ count: Int) -> HTTPRequest {
            let text = String(repeating: "a", count: 900)
            return .json(
                "["
                    + (0..<count).map { "{\"id\":\($0),\"from\":\"12345\",\"text\":\"\(text)\"}" }.joined(
                        separator: ",")
                    + "]")
        }
        #expect(channel.receive(batch(1_000), route: "receive", at: .test).events.count == 1_000)
        let more = channel.receive(batch(1_001), route: "receive", at: .test).rejection
        #expect(more?.detail == ".[] has more than 1000 elements")
    }

    @Test(arguments: [("a", 65_536, 65_536), ("a", 70_000, 65_536), ("工", 30_000, 21_845), ("👩", 30_000, 16_384)])
    func `of a text longer than any message the beginning is read`(character: String, count: Int, read: Int) throws {
        let request = HTTPRequest.json("{\"text\":\"\(String(repeating: character, count: count))\"}")
        let reception = try Self.channel().receive(request, route: "receive", at: .test)
        guard case .message(let message)? = reception.events.first else {
            Issue.record("no message: \(reception)")
            return
        }
        #expect(message.text == String(repeating: character, count: read))
    }

    @Test(arguments: [
        String(repeating: "[", count: 1_000_000), String(repeating: "{\"a\":", count: 200_000),
        "[" + String(repeating: "[],", count: 300_000) + "[]]", "\"" + String(repeating: "\\u00", count: 200_000),
    ])
    func `a large body of nested lists is refused at once`(body: String) throws {
        #expect(try Self.channel().receive(.json(body), route: "receive", at: .test).rejection?.reason == .parse)
    }

    @Test func `thousands of children and of names of children are read once`() {
        let same = "<a>" + String(repeating: "<b/>", count: 19_000) + "</a>"
        #expect(XML.read(Array(same.utf8))?["a"]["b"][18_999] == .text(""))
        let different = "<a>" + (0..<19_000).map { "<b\($0)/>" }.joined() + "</a>"
        #expect(XML.read(Array(different.utf8))?["a"]["b18999"] == .text(""))
        #expect(XML.read(Array(("<a>" + String(repeating: "<b/>", count: 20_000) + "</a>").utf8)) == nil)
        #expect(XML.read(Array(("<a>" + String(repeating: "<!--", count: 250_000)).utf8)) == nil)
    }

    @Test func `a value of an answer that cannot be had leaves the rest of it`() throws {
        let channel = try Channel.trying(
            """
            adapter: x
            kind: ussd
            routes: {session: {parse: form, ussd: {session: "${.s}", from: "${.f}", input: "${.i}", mode: latest}}}
            answer:
              continue: {type: application/json, body: '{"id":"${.none | needed}","day":"${.i | date(unix)}","text":"${reply.text}"}'}
              end: {json: {id: "${.none | needed}", text: "${reply.text}"}}
            """)
        let hop = HTTPRequest.form("s=1&f=12345&i=x", to: "/in/x/session")
        let exchange = try #require(channel.receive(hop, route: "session", at: .test).exchange)
        #expect(channel.answer(exchange, .reply("Hi", ends: false)).text == #"{"id":"","day":"","text":"Hi"}"#)
        #expect(channel.answer(exchange, .reply("Hi", ends: true)).text == #"{"text":"Hi"}"#)
    }

    @Test func `a channel may be called like a part of its route's path`() throws {
        let channel = try Channel.trying(
            """
            adapter: x
            kind: sms
            routes: {start: {path: "session/{id}/start", message: {from: "12345", text: "${path.id}"}}}
            send: {request: {url: "https://x.example"}}
            """)
        for target in ["/in/session/session/s1/start", "/session/in/x/session/s1/start", "/in/x/session/s1/start"] {
            guard
                case .message(let message)? = channel.receive(.form("", to: target), route: "session", at: .test).events
                    .first
            else {
                Issue.record("\(target) is no message")
                continue
            }
            #expect(message.text == "s1")
        }
    }

    @Test(
        arguments: [
            (#"{"id":1,}"#, #"{"id":1}"#), (#"{"a":[1,2,],"b":2} and more"#, #"{"a":[1,2],"b":2}"#),
            (#"{"a":[{"b":"c""#, #"{"a":[{"b":"c"}]}"#), ("\u{FEFF}[1", "[1]"), (#"{"a":"#, nil), ("{a:1}", nil),
            ("", nil),
            (#"{"a":"b"#, nil), ("nothing", nil),
        ] as [(String, String?)])
    func `an answer that is almost JSON is read where the provider is known for it`(body: String, read: String?) throws
    {
        let channel = try Channel.trying(
            """
            adapter: x
            kind: sms
            routes: {receive: {ignore: all}}
            send:
              request: {url: "https://x.example"}
              response: {parse: json_lenient, id: "${resp. | json | sha256 | hex}"}
            """)
        let outcome = channel.outcome(of: 200, headers: [], body: Array(body.utf8), at: .test)
        let strict = try Channel.trying(
            """
            adapter: x
            kind: sms
            routes: {receive: {ignore: all}}
            send: {request: {url: "https://x.example"}, response: {parse: json, id: "${resp. | json | sha256 | hex}"}}
            """)
        #expect(
            outcome == read.map { strict.outcome(of: 200, headers: [], body: Array($0.utf8), at: .test) } ?? .unknown)
    }
}
