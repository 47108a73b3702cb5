import ContentFiles
import Testing

struct AdapterFileTests {
    /// A good file; each test puts one fault into it.
    private static let good = """
        adapter: x
        kind: sms
        config:
          key: {type: secret, required: true}
        routes:
          receive:
            parse: form
            message:
              from: ${.from | phone}
              text: ${.text}
        send:
          request:
            url: https://x.example/send
            form: {to: "${msg.to}", text: "${msg.text}", key: "${cfg.key}"}
        """

    @Test func `a good file loads`() {
        let log = DiagnosticLog()
        #expect(AdapterFile.load(source: Self.good, file: "x.yaml", log: log) != nil)
        #expect(log.all.isEmpty)
    }

    @Test(arguments: [
        ("kind: sms", "«kinds: sms", "a provider file has no key 'kinds' (did you mean 'kind'?) [unknown-key]"),
        ("kind: sms", "kind: «fax", "'kind' of a provider file cannot be 'fax' (known: sms, ussd) [value]"),
        ("${.text}", "${.text | «trm}", "there is no filter 'trm' (did you mean 'trim'?) [unknown-filter]"),
        ("${.text}", "${.text | «take}", "the filter 'take' takes 1 arguments, not 0 [filter-arguments]"),
        ("${.text}", "${.text | «take(x)}", "the filter 'take' needs a whole number in its place 1 [filter-arguments]"),
        ("${.text}", "${.text | «lower(1)}", "the filter 'lower' takes 0 arguments, not 1 [filter-arguments]"),
        ("${.text}", "${«reqq.body}", "'reqq' is nothing that can be read here (did you mean 'req'?) [unknown-root]"),
        ("${.text}", "${«req.bdy}", "'req' has no 'bdy' (did you mean 'body'?) [unknown-field]"),
        ("${.text}", "${«msg.text}", "'msg' is nothing that can be read here"),
        ("${.text}", "${.text«", "'${' needs a '}', and before it a path and filters [template]"),
        ("${.text}", "${«url.status}", "the adapter has no route 'status' (known: receive) [unknown-route]"),
        ("${.text}", "${«var.text}", "the adapter has no named value 'text' [unknown-named-value]"),
        (
            "\"${cfg.key}\"", "\"${«cfg.kay}\"",
            "the adapter has no setting 'kay' (did you mean 'key'?) [unknown-setting]"
        ),
        ("parse: form", "parse: «fax", "'parse' cannot be 'fax' (known: form, json, xml, auto) [value]"),
        ("parse: form", "«pars: form", "route 'receive' has no key 'pars' (did you mean 'parse'?) [unknown-key]"),
        ("type: secret", "type: «secrt", "'key' has an unknown type 'secrt'"),
        ("      text: ${.text}\n", "", "'message' needs 'text' [missing-key]"),
        ("    url: https://x.example/send\n", "", "'request' needs 'url' [missing-key]"),
        (
            "    message:", "    check: [{that: {«\"from\": \"1\"}, else: no}]\n    message:",
            "'from' is always the same"
        ),
        (
            "    message:", "    check: [{that: {\"${.from}\": {«presnt: true}}, else: no}]\n    message:",
            "a test has no key 'presnt' (did you mean 'present'?) [unknown-key]"
        ),
        (
            "    message:",
            "    auth: «{token: {value: a, equals: b}, twilio: {signature: c, secret: d}}\n    message:",
            "'auth' needs exactly one of 'token', 'basic', 'hmac', 'twilio'"
        ),
    ])
    func `a fault is told with its place`(good: String, marked: String, message: String) throws {
        let text = MarkedText(Self.good.replacing(good, with: marked, maxReplacements: 1))
        let log = DiagnosticLog()
        #expect(AdapterFile.load(source: text.source, file: "x.yaml", log: log) == nil)
        let diagnostic = try #require(log.sorted.first { $0.description.contains(message) }, "\(log.sorted)")
        if let position = text.positions.first { #expect("\(diagnostic.position)" == "x.yaml:\(position)") }
    }

    @Test func `a USSD adapter must be able to show screens`() {
        let log = DiagnosticLog()
        let source = """
            adapter: x
            kind: ussd
            routes:
              session:
                ussd: {session: "${.s}", from: "${.f}", input: "${.i}", mode: latest}
            answer:
              continue: {body: "${reply.text}"}
            """
        #expect(AdapterFile.load(source: source, file: "x.yaml", log: log) == nil)
        #expect(log.all.map(\.message) == ["a USSD adapter needs 'answer.end'"])
        let other = DiagnosticLog()
        let pushing = source.replacing("answer:", with: "reply: request\nanswer:")
        #expect(AdapterFile.load(source: pushing, file: "x.yaml", log: other) == nil)
        #expect(other.all.map(\.message) == ["a USSD adapter that replies by requests needs 'send'"])
    }

    @Test(arguments: [
        ("charset: utf8", "'charset' of 'limits' cannot be 'utf8'"),
        ("reply_within: 500ms", "'reply_within' of 'limits' must be whole seconds, such as 8s"),
        ("reply_within: soon", "'reply_within' of 'limits' must be a time like 500ms, 8s or 5m"),
        ("chars: 0", "must be"),
    ])
    func `limits that nobody can keep are refused`(limit: String, message: String) {
        let log = DiagnosticLog()
        let source = Self.good.replacing("kind: sms", with: "kind: sms\nlimits: { \(limit) }")
        #expect(AdapterFile.load(source: source, file: "x.yaml", log: log) == nil)
        #expect(log.all.contains { $0.message.contains(message) }, "\(log.all)")
    }

    @Test func `one run shows all faults`() {
        let log = DiagnosticLog()
        let source = Self.good.replacing("${.text}", with: "${.text | x}").replacing("kind: sms", with: "kind: fax")
        #expect(AdapterFile.load(source: source, file: "x.yaml", log: log) == nil)
        #expect(log.all.count == 2)
    }
}
