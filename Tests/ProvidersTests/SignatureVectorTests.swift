import Expressions
import Foundation
import Providers
import Telephony
import Testing

struct SignatureVectorTests {
    @Test func `no vector was lost`() {
        let files = ["vonage", "messagebird", "plivo", "webhook", "cloud"]
        #expect(files.map { SignatureVector.load("\($0)-signatures").count } == [25, 20, 7, 5, 9])
    }

    @Test(arguments: SignatureVector.load("vonage-signatures", "vonage-sms-sig"))
    func `Vonage's fields are signed as published`(vector: SignatureVector) throws {
        let method = try #require(VonageSignature.Method(rawValue: vector["algorithm"]))
        #expect(
            VonageSignature.code(for: vector.fields, method: method, secret: vector.secret)
                == vector.expected.lowercased())
        let valid = VonageSignature.isValid(
            vector.expected.uppercased(), fields: vector.fields + [Datum.Member("sig", .text("x"))], method: method,
            secret: vector.secret)
        #expect(valid)
        #expect(!VonageSignature.isValid("00", fields: vector.fields, method: method, secret: vector.secret))
    }

    @Test(arguments: SignatureVector.load("vonage-signatures", "jwt-hs256"))
    func `a web token is judged as published`(vector: SignatureVector) {
        #expect((WebToken.claims(of: vector["token"], secret: vector.secret) != nil) == vector.isValid)
        #expect(WebToken.claims(of: vector["token"] + "x", secret: vector.secret) == nil)
    }

    @Test(arguments: SignatureVector.load("messagebird-signatures", "messagebird-jwt"))
    func `MessageBird's token is judged as published`(vector: SignatureVector) throws {
        let source = """
            adapter: x
            kind: sms
            config: {key: {type: secret}}
            routes:
              receive:
                method: [GET, POST]
                parse: form
                auth:
                  jwt:
                    token: ${header.MessageBird-Signature-JWT}
                    secret: ${cfg.key}
                    claims:
                      iss: MessageBird
                      url_hash: ${req.url | sha256 | hex}
                      payload_hash: {when: {"${req.body}": {present: true}}, then: "${req.body | sha256 | hex}"}
                ignore: anything
            send: {request: {url: "https://x.example"}}
            """
        let mark = vector.url.firstIndex(of: "/").map { vector.url.index($0, offsetBy: 2) }
        let start = try #require(mark.flatMap { vector.url[$0...].firstIndex(of: "/") })
        let channel = try Channel.trying(source, settings: ["key": vector.secret], base: String(vector.url[..<start]))
        let now = try #require(Timestamp(rfc3339: vector["now"]))
        let request = HTTPRequest(
            method: vector.body.isEmpty ? "GET" : "POST", target: String(vector.url[start...]),
            headers: [HeaderField("MessageBird-Signature-JWT", vector["token"])], body: vector.body)
        #expect((channel.receive(request, route: "receive", at: now).rejection == nil) == vector.isValid)
    }

    @Test(arguments: SignatureVector.load("messagebird-signatures", "messagebird-legacy-hmac", "bird-webhook-hmac"))
    func `a signature over the raw bytes of a digest is made by a template`(vector: SignatureVector) throws {
        let isBird = vector.scheme == "bird-webhook-hmac"
        let over =
            isBird
            ? "${header.T}\\n${req.url}\\n${req.body | sha256}" : "${header.T}\\n${header.Q}\\n${req.body | sha256}"
        let query = vector.fields.sorted { $0.key < $1.key }.map { field in
            "\(field.key)=\((field.value.text ?? "").replacing(":", with: "%3A").replacing("+", with: "%2B"))"
        }.joined(separator: "&")
        let channel = try Channel.trying(
            Self.hmac("sha256", over, "base64"), settings: ["key": vector.secret], base: "https://example.com")
        let request = HTTPRequest(
            method: "POST", target: "/webhook/bird",
            headers: [
                HeaderField("T", vector["timestamp"]), HeaderField("Q", query), HeaderField("S", vector.expected),
            ],
            body: vector.body)
        #expect((channel.receive(request, route: "receive", at: .test).rejection == nil) == vector.isValid)
    }

    private static func hmac(_ algorithm: String, _ over: String, _ encoding: String) -> String {
        """
        adapter: x
        kind: sms
        config: {key: {type: secret}}
        routes:
          receive:
            method: [GET, POST]
            parse: [{when: {"${header.J}": {present: true}}, as: json}, {when: {"${req.method}": POST}, as: form}, {as: form}]
            auth: {hmac: {signature: "${header.S}", algorithm: \(algorithm), key: "${cfg.key}", over: "\(over)", encoding: \(encoding)}}
            ignore: anything
        send: {request: {url: "https://x.example"}}
        """
    }

    @Test(arguments: [
        ("sinch-webhook", "${req.body}.${header.N}.${header.T}", "sha256", "base64"),
        ("hmac-sha1-hex-of-body", "${req.body}", "sha1", "hex"),
        ("capcom6-hmac", "${req.body}${header.T}", "sha256", "hex"),
    ])
    func `a signature over the body is made by a template`(
        scheme: String, over: String, algorithm: String, encoding: String
    ) throws {
        let vector = try #require(SignatureVector.load("webhook-signatures", scheme).first)
        let channel = try Channel.trying(Self.hmac(algorithm, over, encoding), settings: ["key": vector.secret])
        for (body, isValid) in [(vector.body, true), (vector.body + [0x20], false)] {
            let request = HTTPRequest(
                method: "POST", target: "/in/x/receive",
                headers: [
                    HeaderField("T", vector["timestamp"]), HeaderField("N", vector["nonce"]), HeaderField("J", "1"),
                    HeaderField("S", vector.expected),
                ], body: body)
            #expect((channel.receive(request, route: "receive", at: .test).rejection == nil) == isValid)
        }
    }

    @Test(arguments: SignatureVector.load("webhook-signatures", "telnyx-ed25519"))
    func `an Edwards signature is judged as published`(vector: SignatureVector) {
        let message = Array("\(vector["timestamp"])|".utf8) + vector.body
        #expect(EdwardsSignature.isValid(vector.expected, over: message, key: vector["public_key_base64"]))
        #expect(!EdwardsSignature.isValid(vector.expected, over: message + [1], key: vector["public_key_base64"]))
        #expect(!EdwardsSignature.isValid("", over: message, key: ""))
    }

    @Test(arguments: SignatureVector.load("webhook-signatures", "ed25519"))
    func `the Edwards signature is that of RFC 8032`(vector: SignatureVector) {
        func base64(_ name: String) -> String {
            Base64.encode(
                stride(from: 0, to: vector[name].count, by: 2).compactMap {
                    UInt8(vector[name].dropFirst($0).prefix(2), radix: 16)
                })
        }
        #expect(EdwardsSignature.isValid(base64("expected_hex"), over: [0x72], key: base64("public_key_hex")))
    }

    @Test(arguments: SignatureVector.load("plivo-signatures", "plivo-v3"))
    func `Plivo's third signature is judged as published`(vector: SignatureVector) {
        func isValid(_ signature: String) -> Bool {
            PlivoSignature.isValid(
                signature, method: vector["method"], url: vector.url, form: vector.fields, nonce: vector["nonce"],
                secret: vector.secret)
        }
        #expect(isValid(vector.expected) == vector.isValid)
        #expect(isValid("AAAA, " + vector.expected) == vector.isValid)
        #expect(!isValid("AAAA"))
    }

    @Test(arguments: SignatureVector.load("plivo-signatures", "plivo-v1(=twilio-hmac-sha1)"))
    func `Plivo's first signature is Twilio's`(vector: SignatureVector) {
        #expect(
            TwilioSignature.isValid(
                vector.expected, url: vector.url, form: vector.fields, body: [], secret: vector.secret))
    }

    @Test func `Plivo's second signature is made by a template`() throws {
        let vector = try #require(SignatureVector.load("plivo-signatures", "plivo-v2").first)
        let source = Self.hmac("sha256", "${header.U}${header.N}", "base64")
        let channel = try Channel.trying(source, settings: ["key": vector.secret])
        let request = HTTPRequest(
            method: "GET", target: "/in/x/receive",
            headers: [
                HeaderField("U", vector.url), HeaderField("N", vector["nonce"]), HeaderField("S", vector.expected),
            ])
        #expect(channel.receive(request, route: "receive", at: .test).rejection == nil)
    }
}
