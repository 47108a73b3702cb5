import ContentFiles
import Expressions
import Providers
import Telephony
import TestSupport
import Testing

/// Whatever a conversation says, what carries it is whole.
struct WritingTests {
    /// What breaks bodies, between random characters.
    private static let pieces = [
        "<", ">", "&", "\"", "'", "]]>", "<!--", "&amp;", "\\", "\\u0000", "{{text}}", "${reply.text}", "\u{0}",
        "\u{7}",
        "\u{1B}", "\r", "\n", "\r\n", "\t", "\u{7F}", "\u{85}", "\u{2028}", "\u{FFFE}", "\u{FFFF}", "\u{FEFF}",
        "\u{202E}اجر", "工资", "👩‍👩‍👧", "é", "e\u{301}", "%", "%00", "+", "=", "CON ", "END ", "",
    ]

    private static func text(_ generator: inout SplitMix64) -> String {
        (0..<Int.random(in: 0...12, using: &generator)).map { _ in
            if Bool.random(using: &generator) { return pieces.randomElement(using: &generator) ?? "" }
            return Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)).map { String($0) } ?? "x"
        }.joined()
    }

    /// What is left of a text once controls are taken out and its line breaks are of one kind.
    private static func cleaned(_ text: String) -> String {
        let lines = text.unicodeScalars.map { String($0) }.joined().replacing("\r\n", with: "\n").replacing(
            "\r", with: "\n")
        let kept = lines.unicodeScalars.filter { scalar in
            scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
        }
        return String(String.UnicodeScalarView(kept))
    }

    /// The channel of an example and its request; nil for an example of something else.
    private static func exchanges(of name: String) throws -> [(channel: Channel, exchange: Exchange)] {
        let adapter = try #require(try ShippedAdapters.load(name).adapter)
        return adapter.examples.compactMap { example in
            guard case .request(let request, let route, _) = example.input else { return nil }
            var entry = ChannelEntry(id: name, adapter: adapter)
            entry.settings = example.settings
            entry.address = example.address
            entry.country = example.country
            entry.publicBaseURL = example.publicBaseURL
            entry.replyWay = example.replyWay ?? .answer
            let channel = Channel(entry)
            return channel.receive(request, route: route, at: example.now).exchange.map { (channel, $0) }
        }
    }

    @Test(arguments: ShippedAdapters.names)
    func `no text breaks the answer of a shipped adapter`(name: String) throws {
        var generator = SplitMix64(seed: 5)
        for (channel, exchange) in try Self.exchanges(of: name) {
            let kind = channel.answer(exchange, .reply("a", ends: false))
            let type = kind.headers.value(of: "Content-Type") ?? ""
            for _ in 0..<60 {
                let text = Self.text(&generator)
                for outcome in [
                    Outcome.reply(text, ends: false), .reply(text, ends: true), .error(text), .closed(text),
                ] {
                    let answer = channel.answer(exchange, outcome)
                    Self.expectWhole(answer, "\(name): \(text.debugDescription)")
                    guard type.hasPrefix("text/plain"), channel.kind == .ussd, kind.text.hasPrefix("CON ") else {
                        continue
                    }
                    // Not as characters: a text may begin with an accent, which joins the space.
                    #expect(["CON ", "END "].contains { answer.body.starts(with: $0.utf8) })
                }
            }
        }
    }

    private static func expectWhole(_ answer: HTTPAnswer, _ comment: String) {
        guard !answer.body.isEmpty, let type = answer.headers.value(of: "Content-Type") else { return }
        #expect(String(validating: answer.body, as: UTF8.self) != nil, "\(comment)")
        #expect(!answer.body.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }, "\(comment)")
        if type.contains("json") { #expect(JSON.read(answer.body) != nil, "\(comment)") }
        guard type.contains("xml") else { return }
        #expect(XML.read(answer.body) != nil, "\(comment)")
        #expect(!answer.text.unicodeScalars.contains { $0 == "\u{FFFE}" || $0 == "\u{FFFF}" }, "\(comment)")
    }

    /// An adapter whose texts stand in bodies of all types, also below a choice and where a setting tells the type.
    private static func channel(_ type: String, _ body: String) throws -> Channel {
        try .trying(
            """
            adapter: x
            kind: sms
            config: {type: {type: string, default: "\(type)"}, yes: {type: bool, default: true}}
            routes: {receive: {parse: form, message: {from: "12345", text: "${.text}"}}}
            answer:
              reply: {type: "\(type)", body: {when: {"${cfg.yes}": "true"}, then: '\(body)', else: x}}
              message: {type: "${cfg.type}", body: '\(body.replacing("reply.text", with: ".text"))'}
            send:
              request:
                url: https://x.example/${msg.text}/send?text=${msg.text}
                headers: {Content-Type: "${cfg.type}"}
                body: '\(body.replacing("reply.text", with: "msg.text"))'
            """)
    }

    @Test(arguments: [
        ("text/xml; charset=utf-8", #"<a b="${reply.text}"><c>${reply.text}</c></a>"#),
        ("application/vnd.x+json", #"{"c":"${reply.text}"}"#),
        ("application/x-www-form-urlencoded", "c=${reply.text}&d=1"),
    ])
    func `a value is written as its body needs`(type: String, body: String) throws {
        var generator = SplitMix64(seed: 3)
        let channel = try Self.channel(type, body)
        let exchange = try #require(channel.receive(.form("text=a"), route: "receive", at: .test).exchange)
        for _ in 0..<500 {
            let text = Self.cleaned(Self.text(&generator))
            let expected =
                type.contains("xml")
                ? String(text.unicodeScalars.filter { $0 != "\u{FFFE}" && $0 != "\u{FFFF}" }) : text
            let message = OutgoingMessage(id: "1", to: .shortCode("12345"), text: text)
            let request = try #require(channel.requests(for: message, at: .test, nonce: "n").first)
            for bytes in [channel.answer(exchange, .reply(text, ends: false)).body, request.body] {
                #expect(Self.value(bytes, type).text == expected, "\(text.debugDescription)")
            }
            let parts = request.url.split(separator: "?", omittingEmptySubsequences: false)
            #expect(parts.count == 2 && parts[0].split(separator: "/", omittingEmptySubsequences: false).count == 5)
            #expect(Form.fields(parts[1].utf8)?.map(\.value.text) == [text])
        }
    }

    private static func value(_ body: [UInt8], _ type: String) -> Datum {
        if type.contains("xml") { return XML.read(body)?["a"]["c"] ?? .null }
        return type.contains("json") ? JSON.read(body)?["c"] ?? .null : Datum.object(Form.fields(body) ?? [])["c"]
    }

    @Test func `a value that is written already is not written twice`() throws {
        let channel = try Channel.trying(
            """
            adapter: x
            kind: sms
            config: {type: {type: string, default: text/xml}, base: {type: url, default: "https://x.example/a?b=1&c="}}
            routes: {receive: {parse: form, message: {from: "12345", text: "${.text}"}}}
            send:
              vars: {names: {text: "${msg.text}"}, pattern: "<a>{{text}}</a>"}
              request:
                url: ${cfg.base}${msg.text | escape}
                headers: {Content-Type: "${cfg.type}"}
                body: "${msg.text | xml}${var.pattern | fill(cfg.type, var.names)}"
            """)
        let message = OutgoingMessage(id: "1", to: .shortCode("12345"), text: "<&>")
        let request = try #require(channel.requests(for: message, at: .test, nonce: "n").first)
        #expect(request.url == "https://x.example/a?b=1&c=%3C%26%3E")
        #expect(String(decoding: request.body, as: UTF8.self) == "&lt;&amp;&gt;<a>&lt;&amp;&gt;</a>")
    }

    @Test func `an empty text is sent as it is written, and only what has no value is left out`() throws {
        let parts = #"a: "", b: "${cfg.none}", c: {when: {"${cfg.yes}": true}, then: ""}, "#
        let more = #"d: {case: "${cfg.yes}", of: {x: y}, else: ""}"#
        let channel = try Channel.trying(
            """
            adapter: x
            kind: sms
            config: {none: {type: string}, yes: {type: bool, default: true}}
            routes: {receive: {parse: form, message: {from: "12345", text: "${.text}"}}}
            answer: {message: {json: {\(parts)\(more), e: ["", "${cfg.none}"], f: {a: ""}, g: "${.text}"}}}
            send:
              request:
                url: https://x.example
                query: {\(parts)\(more)}
                headers: {X-Empty: "", X-None: "${cfg.none}"}
                json: {\(parts)\(more), e: ["", "${cfg.none}"], f: {a: ""}, g: "${msg.text}"}
            """)
        let json = #"{"a":"","c":"","d":"","e":[""],"f":{"a":""},"g":""}"#
        let exchange = try #require(channel.receive(.form("text="), route: "receive", at: .test).exchange)
        #expect(channel.answer(exchange, .accepted).text == json)
        let message = OutgoingMessage(id: "1", to: .shortCode("12345"), text: "")
        let request = try #require(channel.requests(for: message, at: .test, nonce: "n").first)
        #expect(String(decoding: request.body, as: UTF8.self) == json)
        #expect(request.url == "https://x.example?a=&c=&d=")
        #expect(request.headers.value(of: "X-Empty") == "")
        #expect(request.headers.value(of: "X-None") == nil)
    }
}
