import Expressions
import Providers
import Testing

/// Published signatures, judged by the files that are shipped: whole requests through their routes.
struct ShippedProofTests {
    /// Which file speaks each scheme of the published signatures, or why none does.
    private static let homes: [String: Home] = [
        "twilio-hmac-sha1": .file("twilio"), "plivo-v3": .file("plivo"), "vonage-sms-sig": .file("vonage"),
        "messagebird-jwt": .file("messagebird"), "sinch-webhook": .file("sinch"), "telnyx-ed25519": .file("telnyx"),
        "capcom6-hmac": .file("sms-gate"),
        "plivo-v1(=twilio-hmac-sha1)": .none("the shipped file takes the third version, which Plivo sends beside it"),
        "plivo-v2": .none("the shipped file takes the third version, which Plivo sends beside it"),
        "messagebird-legacy-hmac": .none("MessageBird's older signature, which the web token replaced"),
        "bird-webhook-hmac": .none("Bird's channels, for which no file is shipped"),
        "jwt-hs256": .none("Vonage's Messages API, for which no file is shipped"),
        "hmac-sha1-hex-of-body": .none("Sinch's Numbers API, which is not about messages"),
        "ed25519": .none("the digest of RFC 8032 itself"),
        // These sign what we send; `CloudSignatureTests` has them.
        "aliyun-rpc-v1": .file("alibaba"), "acs3-hmac-sha256": .file("alibaba"),
        "base64-hmac-sha1": .none("the keyed digest within Alibaba's first scheme"),
        "tc3-hmac-sha256": .file("tencent"), "sdk-hmac-sha256": .file("huawei"),
    ]

    private enum Home: Equatable {
        case file(String)
        case none(String)
    }

    @Test func `each published scheme has a file or a reason`() {
        let files = ["twilio", "vonage", "messagebird", "plivo", "webhook", "cloud"]
        let vectors = files.flatMap { SignatureVector.load("\($0)-signatures") }
        #expect(vectors.count == 79)
        // Twilio's file names its one scheme above its vectors.
        let schemes = Set(vectors.map { $0.scheme.isEmpty ? "twilio-hmac-sha1" : $0.scheme })
        #expect(schemes == Set(Self.homes.keys))
        for case .file(let name) in Self.homes.values { #expect(ShippedAdapters.names.contains(name)) }
    }

    @Test(arguments: ShippedAdapters.names)
    func `a proof is asked for unless a setting turns it off`(name: String) throws {
        let channel = try ShippedAdapters.channel(name)
        #expect(channel.routesWithProofOff == [])
        guard channel.adapter.settings.contains(where: { $0.name == "verify" }) else { return }
        #expect(channel.routesWithoutProof == [])
        let off = try ShippedAdapters.channel(name) { $0.settings.append(Datum.Member("verify", .flag(false))) }
        #expect(off.routesWithProofOff == off.adapter.routes.map(\.name))
    }

    /// Whether a shipped file takes a request as proved; what else it misses in the request does not count.
    private static func isProved(
        _ name: String, _ settings: [String: String], base: String? = nil, at now: Timestamp, _ request: HTTPRequest
    ) throws -> Bool {
        let channel = try ShippedAdapters.channel(name) { entry in
            entry.settings = settings.map { Datum.Member($0.key, .text($0.value)) }
            entry.publicBaseURL = base
        }
        let rejection = channel.receive(request, route: "receive", at: now).rejection
        #expect(rejection?.reason != .unsupported && rejection?.reason != .parse, "\(rejection?.detail ?? "")")
        return rejection?.reason != .signature
    }

    /// The scheme and host of a URL, and what follows.
    private static func parts(of url: String) -> (base: String, target: String) {
        let parts = URLParts(url)
        return ("\(parts.scheme)://\(parts.authority)", parts.rest.isEmpty ? "/" : String(parts.rest))
    }

    private static func form(_ fields: [Datum.Member]) -> String {
        fields.map { "\(escaped($0.key))=\(escaped($0.value.text ?? ""))" }.joined(separator: "&")
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
            return isPlain
                ? String(decoding: [byte], as: UTF8.self) : "%" + String(0x100 + Int(byte), radix: 16).dropFirst()
        }.joined()
    }

    private static let unixStart = Timestamp(milliseconds: 0)

    @Test(arguments: TwilioSignatureTests.vectors.filter { $0.form != nil })
    func `Twilio's forms`(vector: TwilioSignatureTests.Vector) throws {
        let (base, target) = Self.parts(of: vector.url)
        for (body, isValid) in [(Self.form(vector.form ?? []), vector.isValid), ("Extra=1", false)] {
            let request = HTTPRequest.form(
                body, to: target, headers: [HeaderField("X-Twilio-Signature", vector.expected)])
            let settings = ["account_sid": "AC1", "auth_token": vector.secret]
            #expect(try Self.isProved("twilio", settings, base: base, at: Self.unixStart, request) == isValid)
        }
    }

    @Test(arguments: SignatureVector.load("plivo-signatures", "plivo-v3"))
    func `Plivo's third version`(vector: SignatureVector) throws {
        let (base, target) = Self.parts(of: vector.url)
        // What Plivo signs of a GET stands in its query.
        let isGet = vector["method"] == "GET"
        let query = isGet ? (target.contains("?") ? "&" : "?") + Self.form(vector.fields) : ""
        let headers = [
            HeaderField("X-Plivo-Signature-V3", vector.expected),
            HeaderField("X-Plivo-Signature-V3-Nonce", vector["nonce"]),
        ]
        let request = HTTPRequest(
            method: vector["method"], target: target + query, headers: headers,
            body: isGet ? [] : Array(Self.form(vector.fields).utf8))
        let settings = ["auth_id": "MA1", "auth_token": vector.secret]
        #expect(try Self.isProved("plivo", settings, base: base, at: Self.unixStart, request) == vector.isValid)
        #expect(try !Self.isProved("plivo", settings, base: base + ".x", at: Self.unixStart, request))
    }

    @Test(arguments: SignatureVector.load("vonage-signatures", "vonage-sms-sig"))
    func `Vonage's fields`(vector: SignatureVector) throws {
        let fields = vector.fields + [Datum.Member("sig", .text(vector.expected))]
        let request = HTTPRequest(method: "GET", target: "/in/test/receive?" + Self.form(fields))
        let seconds = try #require(vector.all["params"]["timestamp"].text.flatMap { Int64($0) })
        let now = Timestamp(milliseconds: seconds * 1_000)
        let settings = [
            "api_key": "k", "api_secret": "s", "signature_secret": vector.secret,
            "signature_method": vector["algorithm"],
        ]
        // A secret that is empty proves nothing, though a digest can be made with it.
        #expect(try Self.isProved("vonage", settings, at: now, request) == (vector.isValid && !vector.secret.isEmpty))
        let late = Timestamp(milliseconds: (seconds + 301) * 1_000)
        #expect(try !Self.isProved("vonage", settings, at: late, request))
    }

    @Test(arguments: SignatureVector.load("messagebird-signatures", "messagebird-jwt"))
    func `MessageBird's token`(vector: SignatureVector) throws {
        let (base, target) = Self.parts(of: vector.url)
        let now = try #require(Timestamp(rfc3339: vector["now"]))
        let request = HTTPRequest(
            method: vector.body.isEmpty ? "GET" : "POST", target: target,
            headers: [HeaderField("MessageBird-Signature-JWT", vector["token"])], body: vector.body)
        let settings = ["access_key": "k", "signing_key": vector.secret]
        #expect(try Self.isProved("messagebird", settings, base: base, at: now, request) == vector.isValid)
    }

    @Test(arguments: [
        (
            "sinch-webhook", "sinch", "callback_secret", "x-sinch-webhook-signature",
            ["nonce": "x-sinch-webhook-signature-nonce", "timestamp": "x-sinch-webhook-signature-timestamp"]
        ),
        ("telnyx-ed25519", "telnyx", "public_key", "telnyx-signature-ed25519", ["timestamp": "telnyx-timestamp"]),
        ("capcom6-hmac", "sms-gate", "signing_key", "X-Signature", ["timestamp": "X-Timestamp"]),
    ])
    func `a signature over the body`(
        scheme: String, name: String, setting: String, signature: String, others: [String: String]
    ) throws {
        let vector = try #require(SignatureVector.load("webhook-signatures", scheme).first)
        let seconds = try #require(Int64(vector["timestamp"]))
        let key = setting == "public_key" ? vector["public_key_base64"] : vector.secret
        let headers = others.map { HeaderField($0.value, vector[$0.key]) }
        func isProved(_ body: [UInt8], after: Int64 = 0) throws -> Bool {
            let request = HTTPRequest(
                method: "POST", target: "/in/test/receive",
                headers: headers + [HeaderField(signature, vector.expected)], body: body)
            let now = Timestamp(milliseconds: (seconds + after) * 1_000)
            return try Self.isProved(name, [setting: key], at: now, request)
        }
        #expect(try isProved(vector.body) == vector.isValid)
        #expect(try !isProved(vector.body + [0x20]))
        #expect(try !isProved(vector.body, after: 301))
    }
}
