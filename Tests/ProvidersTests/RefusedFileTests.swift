import ContentFiles
import Providers
import Testing

/// What could go wrong while a file works is refused while it loads, at its place.
struct RefusedFileTests {
    /// A file that loads; each test writes something else in one place.
    private static let good = """
        adapter: x
        kind: sms
        config:
          key: {type: secret}
          base: {type: url, default: "https://x.example"}
          word: {type: string, default: md5, values: [md5, sha1]}
          plain: {type: string}
        limits: {chars: 160, charset: gsm7, reply_within: 8s}
        routes:
          receive:
            parse: form
            auth: {when: {"${cfg.plain}": {present: true}}, token: {value: "${.key}", equals: "${cfg.key}"}}
            check: [{that: {"${.n}": {between: [1, 5]}}, else: no}]
            cases:
              - when: {"${.a}": [b, c]}
                ignore: other
              - message: {from: "${.from | phone(KE)}", text: "${.text}"}
          report:
            path: report/{id}
            status: {id: "${path.id}", value: "${.s}", map: {D: delivered}}
        answer:
          message: {status: 200, type: text/plain, headers: {X-A: b}, body: ok}
        send:
          request:
            method: POST
            url: ${cfg.base}/send
            headers: {X-A: "${cfg.key}"}
            form: {to: "${msg.to}"}
          response: {errors: [{when: {"${http.status}": {gt: 399}}, as: failed}]}
        examples:
          - name: one
            country: KE
            settings: {word: md5}
            message: {to: "+254711000001", text: a}
            expect: {}
        """

    @Test func `the good file loads`() {
        let log = DiagnosticLog()
        #expect(AdapterFile.load(source: Self.good, file: "x.yaml", log: log) != nil)
        #expect(log.all.isEmpty, "\(log.all)")
    }

    @Test(arguments: [
        ("adapter: x", "adapter: «x y", "an adapter cannot be called 'x y': use letters, digits, '-' and '_'"),
        ("  plain: {", "  «pl.ain: {", "a setting cannot be called 'pl.ain'"),
        ("values: [md5, sha1]", "values: [sha1]", "the default of 'word' must be one of sha1"),
        ("{type: secret}", "«{type: secret, values: [a]}", "only a setting of the type string can have 'values'"),
        ("charset: gsm7", "charset: «latin", "'charset' of 'limits' cannot be 'latin' (known: gsm7, ucs2)"),
        ("reply_within: 8s", "reply_within: «8ms", "must be whole seconds"),
        (
            "reply_within: 8s", "rate: «120/min",
            "'rate' of 'limits' must be a rate such as 10/s, 30/m or 100/5m, not '120/min'"
        ),
        ("reply_within: 8s", "rate: «120", "'rate' of 'limits' must be a rate such as"),
        ("reply_within: 8s", "rate: «2/d", "'rate' of 'limits' must be a rate such as"),
        ("reply_within: 8s", "rate: «0/s", "'rate' of 'limits' must be a rate such as"),
        ("  report:\n", "  «re/port:\n", "a route cannot be called 're/port'"),
        ("    parse: form", "    aliases: [a/b]\n    parse: form", "an alias cannot be called 'a/b'"),
        ("{\"${cfg.plain}\": {present: true}}", "{\"${«.plain}\": {present: true}}", "nothing that can be read here"),
        ("present: true", "present: «maybe", "'present' must be true or false"),
        ("between: [1, 5]", "between: «[5, 1]", "needs a list of two numbers, the lower one first"),
        ("{between: [1, 5]}", "«[]", "a test against no value never holds"),
        ("{\"${.n}\": {between: [1, 5]}}", "«{}", "a condition without a test always holds"),
        ("{\"${.n}\": {between: [1, 5]}}", "«[]", "a condition without a test never holds"),
        (
            "[{that: {\"${.n}\": {between: [1, 5]}}, else: no}]", "«{that: {\"${.n}\": \"1\"}}",
            "'check' must be a list with at least one element"
        ),
        (
            "      - when: {\"${.a}\": [b, c]}\n        ignore", "      - «ignore",
            "the cases below this one are never reached"
        ),
        ("    parse: form", "    parse: form\n    message: {from: a, text: b}", "has both 'cases' and 'message'"),
        ("phone(KE)", "«phone(XX)", "the filter 'phone' needs a country of two letters such as KE, or 'sender'"),
        ("phone(KE)", "«phone(KE, UG)", "the filter 'phone' needs at most one country and 'sender'"),
        ("\"${.text}\"}", "«[a, b]}", "'text' of 'message' must be a text, not a group or list"),
        ("\"${.text}\"}", "\"${.t«#}\"}", "'#' is the number of a repetition '{count, as}'"),
        ("\"${.text}\"}", "\"${.text | «fill(jsn, .a)}\"}", "json, xml, urlencoded or a media type in its place 1"),
        ("\"${.text}\"}", "\"${.text | «fill(json, a)}\"}", "needs a group of values such as var.names in its place 2"),
        (
            "\"${.text}\"}", "\"${.text}\", join: {key: a, index: b, count: c, ttl: «7h}}",
            "'ttl' of 'join' must be at most 6h (the message is taken without the parts that are later)"
        ),
        ("\"${.text}\"}", "\"${.text}\", join: {key: a, index: b, count: c, ttl: «500ms}}", "must be whole seconds"),
        ("report/{id}", "«report/{id}/{id}", "'path' of route 'report' must be"),
        ("type: text/plain", "type: «text", "'type' must be a media type such as text/plain, not 'text'"),
        ("status: 200", "status: «600", "must be a whole number from 200 to 599"),
        (
            "  message: {status", "  unauthorized: {status: «200, body: no}\n  message: {status",
            "'status' of answer 'unauthorized' must be 401 or 403, not '200' (401 asks for name and password, 403 refuses)"
        ),
        (
            "  message: {status", "  unauthorized: {status: «401}\n  message: {status",
            "answer 'unauthorized' with the status 401 needs the header 'WWW-Authenticate' (add headers: "
        ),
        ("{X-A: b}", "{«X A: b}", "'X A' is no name of a header"),
        ("{X-A: b}", "{X-A: «\"b\\nc\"}", "a header cannot have a control character or line break"),
        ("{X-A: b}", "{«Content-Length: 5}", "'Content-Length' is written by who sends the message"),
        ("method: POST", "method: «FETCH", "'method' of 'request' cannot be 'FETCH'"),
        (
            "method: POST", "method: «\"${cfg.plain}\"",
            "'method' of 'request' must be a word, or a setting with 'values'"
        ),
        ("${cfg.base}/send", "«${cfg.plain}/send", "begins with the setting 'plain', which must have the type url"),
        ("${cfg.base}/send", "«ftp://x.example/${msg.to}", "must be a URL such as https://api.example.org/send"),
        ("${cfg.base}/send", "«{when: {\"${msg.to}\": a}, then: \"${cfg.base}\", else: here}", "must be a URL such as"),
        ("form: {to: \"${msg.to}\"}", "form: {to: «{a: b}}", "'to' of 'form' must be a text or a list of texts"),
        (
            "form: {to: \"${msg.to}\"}", "form: {to: \"${msg.to}\", text: «~}",
            "'text' of 'form' has no value (write \"\" for an empty text, or leave it out)"
        ),
        ("form: {to: \"${msg.to}\"}", "json: {to: {number: «~}}", "'number' has no value"),
        ("form: {to: \"${msg.to}\"}", "json: {to: [a, «null]}", "an element of a list has no value"),
        ("headers: {X-A: \"${cfg.key}\"}", "headers: {X-A: «~}", "'X-A' of 'headers' has no value"),
        ("[{when: {\"${http.status}\": {gt: 399}}, as: failed}]", "«{as: failed}", "'errors' must be a list"),
        ("  message: {status", "  «end: {body: a}\n  message: {status", "an SMS adapter never gives 'answer.end'"),
        ("answer:\n", "reply: answer\nanswer:\n", "'reply: answer' needs 'answer.reply'"),
        ("country: KE", "country: «Kenya", "'country' of an example must be two letters such as KE"),
        ("{word: md5}", "{word: «md6}", "the setting 'word' must be one of md5, sha1"),
        ("to: \"+254711000001\"", "to: «\"?!\"", "'to' of 'message' must be a number, short code or name"),
        ("    message: {to: \"+254711000001\", text: a}\n", "", "an example needs exactly one of request, message"),
        (
            "token: {value: \"${.key}\", equals: \"${cfg.key}\"}",
            "vonage: {signature: a, method: «\"${cfg.plain}\", secret: b}",
            "'method' of 'vonage' must be a word, or a setting with 'values'"
        ),
        (
            "{when: {\"${cfg.plain}\": {present: true}}, token", "{optional: «true, token",
            "'auth' with 'optional' needs 'when' (say which settings ask for the proof"
        ),
        (
            "{when: {\"${cfg.plain}\": {present: true}}",
            "{optional: «maybe, when: {\"${cfg.plain}\": {present: true}}",
            "'optional' of 'auth' must be true or false, not 'maybe'"
        ),
        (
            "equals: \"${cfg.key}\"}}", "equals: \"${cfg.key}\"}, once: {value: \"${«claim.jti}\", within: 5}}",
            "'claim' is nothing that can be read here"
        ),
        (
            "auth: {when: {\"${cfg.plain}\": {present: true}}, token: {value: \"${.key}\", equals: \"${cfg.key}\"}}",
            "«auth:", "'auth' is empty"
        ),
    ])
    func `a file that could fail while it works does not load`(good: String, marked: String, message: String) throws {
        #expect(Self.good.contains(good))
        let text = MarkedText(Self.good.replacing(good, with: marked, maxReplacements: 1))
        let log = DiagnosticLog()
        #expect(AdapterFile.load(source: text.source, file: "x.yaml", log: log) == nil)
        let diagnostic = try #require(log.sorted.first { $0.description.contains(message) }, "\(log.sorted)")
        if let position = text.positions.first { #expect("\(diagnostic.position)" == "x.yaml:\(position)") }
    }

    @Test func `the values of a setting are part of a proof that rests on them`() {
        let log = DiagnosticLog()
        let source = Self.good.replacing(
            "token: {value: \"${.key}\", equals: \"${cfg.key}\"}",
            with: "vonage: {signature: a, method: \"${cfg.word}\", secret: b}")
        #expect(AdapterFile.load(source: source, file: "x.yaml", log: log) != nil, "\(log.sorted)")
    }

    @Test(arguments: ["6h", "360m", "10m", "1s"])
    func `a part may wait for the others as long as they can come`(span: String) {
        let log = DiagnosticLog()
        let source = Self.good.replacing(
            "\"${.text}\"}", with: "\"${.text}\", join: {key: a, index: b, count: c, ttl: \(span)}}")
        #expect(AdapterFile.load(source: source, file: "x.yaml", log: log) != nil, "\(log.sorted)")
    }

    @Test func `a USSD file joins nothing`() throws {
        let text = MarkedText(
            """
            adapter: x
            kind: ussd
            routes:
              texts: {message: {from: "${.from}", text: "${.text}", join: «{key: "${.a}", index: "${.b}", count: "${.c}"}}}
            answer: {continue: {body: "${reply.text}"}, end: {body: "${reply.text}"}}
            """)
        let log = DiagnosticLog()
        #expect(AdapterFile.load(source: text.source, file: "x.yaml", log: log) == nil)
        #expect(
            log.sorted.map(\.description) == [
                "x.yaml:\(text.positions[0]): error: a USSD adapter joins nothing: a screen cannot wait for parts "
                    + "(leave 'join' out) [value]"
            ])
    }

    @Test func `two routes cannot have one path`() {
        let log = DiagnosticLog()
        let source = Self.good.replacing(
            "answer:\n", with: "  other:\n    path: report/{name}\n    ignore: all\nanswer:\n", maxReplacements: 1)
        #expect(AdapterFile.load(source: source, file: "x.yaml", log: log) == nil)
        #expect(log.all.map(\.message) == ["two routes answer to the same path"])
    }

    /// How a file can hear and speak; `«` marks the place of the error.
    @Test(
        arguments: [
            ("kind: sms\nsend: {request: {url: \"https://x.example\"}}\n", nil),
            ("kind: sms\nsummary: x\n", "a provider file needs 'routes', 'send' or both"),
            ("kind: sms\n«routes: {}\nsend: {request: {url: \"https://x.example\"}}\n", "'routes' is empty"),
            ("kind: sms\n«routes:\nsend: {request: {url: \"https://x.example\"}}\n", "'routes' is empty"),
            (
                "kind: sms\n«answer: {error: {body: no}}\nsend: {request: {url: \"https://x.example\"}}\n",
                "'answer' without 'routes' answers nobody"
            ),
            (
                "kind: ussd\nreply: request\nsend: {request: {url: \"https://x.example\"}}\n",
                "a USSD adapter needs 'routes'"
            ),
        ] as [(String, String?)])
    func `a file hears or speaks`(rest: String, message: String?) throws {
        let text = MarkedText("adapter: x\n" + rest)
        let log = DiagnosticLog()
        let adapter = AdapterFile.load(source: text.source, file: "x.yaml", log: log)
        #expect((adapter == nil) == (message != nil))
        guard let message else { return #expect(adapter?.routes == []) }
        let diagnostic = try #require(log.sorted.first { $0.message.hasPrefix(message) }, "\(log.sorted)")
        if let position = text.positions.first { #expect("\(diagnostic.position)" == "x.yaml:\(position)") }
    }

    @Test(arguments: ["semaphore", "karix"])
    func `a channel of a provider that is only sent to needs no token`(name: String) throws {
        let adapter = try #require(try ShippedAdapters.load(name).adapter)
        let log = DiagnosticLog()
        let key = try #require(adapter.settings.first { $0.kind == .secret }?.name)
        let channels = ChannelsFile.load(
            source: "channels:\n  a: {adapter: \(name), settings: {\(key): \"${KEY}\"}}\n", file: "c.yaml",
            adapters: [adapter], environment: ["KEY": "k"], log: log)
        #expect(channels.map(\.id) == ["a"], "\(log.sorted)")
        #expect(log.all.isEmpty)
        let request = HTTPRequest(method: "POST", target: "/in/a/receive")
        #expect(channels.first?.receive(request, route: "receive", at: .test).rejection?.answer.status == 404)
    }
}
