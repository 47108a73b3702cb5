import ContentFiles
import Expressions
import Providers
import Telephony
import Testing

struct LanguageTests {
    /// What a value comes to when a JSON payload is read.
    private static func text(_ value: String, _ payload: String) throws -> String? {
        let source = """
            adapter: x
            kind: sms
            config: {key: {type: string, default: key}, name: {type: string, default: a.b}}
            routes:
              receive:
                parse: json
                message: {from: "12345", text: \(value)}
            send: {request: {url: "https://x.example"}}
            """
        let reception = try Channel.trying(source).receive(.json(payload), route: "receive", at: .test)
        guard case .message(let message) = reception.events.first else { return nil }
        return message.text
    }

    @Test(
        arguments: [
            ("\"${.a.0 | or(.b)}\"", #"{"b":"x"}"#, "x"), ("\"${//c}\"", #"{"a":[{"b":{"c":"deep"}}]}"#, "deep"),
            ("\"${.[cfg.name]}\"", #"{"a":{"b":"named"}}"#, "named"), ("\"${.a | needed}\"", "{}", nil),
            ("\"${.a | replace('-', '')}\"", #"{"a":"1-2-3"}"#, "123"),
            (
                "\"${.a | date_in('+08:00', '%Y-%m-%d %H:%M:%S')}\"", #"{"a":"2017-09-01 00:00:00"}"#,
                "2017-08-31T16:00:00Z"
            ),
            (
                "\"${.a | date('%a, %d %b %Y %H:%M:%S %z')}\"", #"{"a":"Thu, 25 Nov 2021 10:25:00 +0800"}"#,
                "2021-11-25T02:25:00Z"
            ),
            ("\"${.a | date(unix) | format('%y%m%d%H%M', '+01:00')}\"", #"{"a":0}"#, "7001010100"),
            ("\"${.a | date(unix)}\"", #"{"a":"x"}"#, nil), ("\"${.a | format(rfc3339)}\"", #"{"a":"x"}"#, nil),
            ("\"${.a | sorted_pairs('&', '=')}\"", #"{"a":{"b":"2","a":["1","0"]}}"#, "a=0&a=1&b=2"),
            ("\"${.a | sorted_form}\"", #"{"a":{"b":"2","a":"1"}}"#, "a1b2"),
            ("\"${.a | read_json | json}\"", #"{"a":"[1,{\"b\":2}]"}"#, #"[1,{"b":2}]"#),
            ("\"${.a | read_json}\"", #"{"a":"{"}"#, nil),
            (
                "\"${.a | json_ascii}\"", #"{"a":"é/\"\\\n\u0008\u000c\u0001~🙂"}"#,
                #"\u00e9\/\"\\\n\b\f\u0001~\ud83d\ude42"#
            ),
            ("\"${.a | json_ascii}\"", #"{"a":{"工":["/",1,true]}}"#, #"{"\u5de5":["\/",1,true]}"#),
            ("\"${.a | json}\"", #"{"a":"é/"}"#, "é/"),
            ("\"${.a | url_bytes | decode(latin1)}\"", #"{"a":"ma%F1ana+ya"}"#, "mañana ya"),
            ("\"${.a | decode(gsm7)}\"", #"{"a":"@"}"#, "¡"),
            ("\"${.a | sha512 | hex | take(8)}\"", #"{"a":"abc"}"#, "ddaf35a1"),
            (
                "\"${.a | jwt(HS256, cfg.key) | before('.')}\"", #"{"a":{"b":1}}"#,
                "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
            ),
            ("{when: {\"${.n}\": \"2\"}, then: \"${.m}\", else: x}", #"{"n":"2","m":"y"}"#, "y"),
        ] as [(String, String, String?)])
    func `a value comes to what it should`(value: String, payload: String, text: String?) throws {
        #expect(try Self.text(value, payload) == text)
    }

    @Test(arguments: [
        ("\"${.a | date_in('Asia/Shanghai', unix)}\"", "needs a distance from UTC such as '+08:00'"),
        ("\"${.a | format('%Q')}\"", "needs unix, unix_ms, rfc3339 or a format"),
        ("\"${.a | decode(utf7)}\"", "needs latin1 or utf16be or gsm7"),
        ("\"${.a | jwt(none, cfg.key)}\"", "needs HS256 or HS384 or HS512"),
        ("\"${.a | hmac(crc, cfg.key)}\"", "needs md5 or sha1"), ("\"${.a | replace(x)}\"", "takes 2 arguments, not 1"),
        ("\"${path.id}\"", "the route has no part of the path 'id'"), ("\"${now.hour}\"", "'now' has no 'hour'"),
        ("\"${token}\"", "'token' is nothing that can be read here"), ("\"${claim.iss}\"", "'claim' is nothing"),
        ("\"${//}\"", "'//' needs a name"), ("{count: 1, as: 2, per: 3}", "a repetition has no key 'per'"),
        ("{copy: \"${.}\", with: text}", "'with' must be a group of keys"),
    ])
    func `a value that could not be worked out does not load`(value: String, message: String) {
        let log = DiagnosticLog()
        let source = """
            adapter: x
            kind: sms
            config: {key: {type: string}}
            routes: {receive: {message: {from: "12345", text: \(value)}}}
            send: {request: {url: "https://x.example"}}
            """
        #expect(AdapterFile.load(source: source, file: "x.yaml", log: log) == nil)
        #expect(log.all.contains { $0.message.contains(message) && $0.position.line == 4 }, "\(log.all)")
    }

    @Test(arguments: [
        ("parse: [{when: {\"${.a}\": 1}, as: json}]", "nothing that can be read here"),
        ("path: session//start", "'path' of route 'receive'"),
        (
            "auth: {hmac: {signature: a, algorithm: crc, key: b, over: c, encoding: hex}}",
            "'algorithm' of 'hmac' cannot be 'crc'"
        ),
        (
            "auth: {hmac: {signature: a, algorithm: md5, key: b, over: c, encoding: rot13}}",
            "'encoding' of 'hmac' cannot be 'rot13'"
        ),
        ("auth: {jwt: {token: a}}", "'jwt' needs 'secret'"),
        ("auth: {ed25519: {signature: a, key: b}}", "'ed25519' needs 'message'"),
        ("auth: {basic: {user: a}}", "'basic' needs 'password'"),
        ("auth: {fresh: {time: a, within: 5}}", "'auth' needs exactly one of"),
        ("auth: {any: [{token: {value: a}}]}", "'token' needs 'equals'"),
        ("auth: {token: {value: a, equals: b}, fresh: {time: a, within: 0}}", "must be a whole number"),
        ("auth: {all: [{token: {value: a, equals: b}}], basic: {user: a, password: b}}", "has both 'all' and 'basic'"),
        ("answer: {fax: {}}", "'answer' has no key 'fax'"), ("aliases: [receive]", "two routes answer to 'receive'"),
    ])
    func `a route that could not work does not load`(line: String, message: String) {
        let log = DiagnosticLog()
        let source = """
            adapter: x
            kind: sms
            routes:
              receive:
                \(line)
                ignore: all
            send: {request: {url: "https://x.example"}}
            """
        #expect(AdapterFile.load(source: source, file: "x.yaml", log: log) == nil)
        #expect(log.all.contains { $0.message.contains(message) }, "\(log.all)")
    }

    @Test(arguments: [
        ("{request: {url: here}}", "'url' of 'request' must be a URL"),
        ("{steps: []}", "'steps' must be a list with at least one element"),
        (
            "{steps: [{request: {url: \"https://x.example\"}}], request: {url: \"https://x.example\"}}",
            "has both 'steps'"
        ),
        (
            "{request: {url: \"https://x.example\", sign: {scheme: aws, key: a, secret: b}}}",
            "'scheme' of 'sign' cannot be 'aws'"
        ),
        ("{request: {url: \"https://x.example\", form: {}, multipart: {a: b}}}", "has both form and multipart"),
        ("{split: {max: 0}, request: {url: \"https://x.example\"}}", "whole number above 0"),
        (
            "{token: {request: {url: \"${msg.to}\"}, response: {value: a}}, request: {url: \"https://x.example\"}}",
            "'msg' is nothing"
        ),
        (
            "{token: {request: {url: \"https://x.example\"}, response: {}}, request: {url: \"https://x.example\"}}",
            "needs 'value'"
        ),
    ])
    func `a way to send that could not work does not load`(send: String, message: String) {
        let log = DiagnosticLog()
        let source = "adapter: x\nkind: sms\nroutes: {receive: {ignore: all}}\nsend: \(send)\n"
        #expect(AdapterFile.load(source: source, file: "x.yaml", log: log) == nil)
        #expect(log.all.contains { $0.message.contains(message) }, "\(log.all)")
    }

    @Test func `a file may be most of another`() throws {
        let base = try ShippedAdapters.source("sinch")
        let source =
            "adapter: sinch-eu\nextends: sinch\nconfig: {base_url: {type: url, default: \"https://eu.sms.api.sinch.com\"}}\n"
        let log = DiagnosticLog()
        let adapter = AdapterFile.load(source: source, file: "x.yaml", log: log) {
            $0 == "sinch" ? (base, "sinch.yaml") : nil
        }
        #expect(log.all.isEmpty)
        #expect(adapter?.settings.first { $0.name == "base_url" }?.standard == .text("https://eu.sms.api.sinch.com"))
        #expect(adapter?.routes.map(\.name) == ["receive"])
        #expect(AdapterFile.load(source: source, file: "x.yaml", log: log) == nil)
        #expect(log.all.map(\.message) == ["there is no adapter 'sinch' to extend"])
    }

    @Test(
        arguments: [
            ("<a/>", #"{"a":""}"#),
            (
                "<?xml version=\"1.0\"?><!-- c --><a x='1'>t&amp;&#x41;<b/><b>2</b></a>",
                ##"{"a":{"@x":"1","b":["","2"],"#text":"t&A"}}"##
            ),
            ("<n:a><![CDATA[<&>]]></n:a>", #"{"a":"<&>"}"#), ("<a>", nil), ("<a></b>", nil), ("<a>&x;</a>", nil),
            ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", nil), ("<a/><b/>", nil), ("", nil), ("<a x=1/>", nil),
        ] as [(String, String?)])
    func `XML is read as groups and nothing that is broken is`(xml: String, json: String?) {
        #expect(XML.read(Array(xml.utf8)).map { String(decoding: JSON.write($0), as: UTF8.self) } == json)
    }

    @Test func `XML that goes too deep is refused`() {
        #expect(XML.read(Array(String(repeating: "<a>", count: 100_000).utf8)) == nil)
    }
}
