import Expressions
import Providers
import Telephony
import Testing

/// Requests that are made and signed by a provider file are those of the cloud providers' documents.
struct CloudSignatureTests {
    private static func request(
        _ scheme: String, _ vector: SignatureVector, _ key: String, url: String, rest: String, at: String,
        nonce: String = "n"
    ) throws -> ProviderRequest {
        let source = """
            adapter: x
            kind: sms
            config: {key: {type: string}, secret: {type: secret}}
            routes: {receive: {ignore: nothing}}
            send:
              request:
                method: \(vector["method"].isEmpty ? "POST" : vector["method"])
                url: \(url)
                sign: {scheme: \(scheme), key: "${cfg.key}", secret: "${cfg.secret}"}
            \(rest.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
            """
        let channel = try Channel.trying(source, settings: ["key": key, "secret": vector.secret])
        let message = OutgoingMessage(id: "1", to: try Address.parse("+8613800000001", in: nil), text: "x")
        let now = try #require(Timestamp(rfc3339: at))
        return try #require(channel.requests(for: message, at: now, nonce: nonce).first)
    }

    private static func map(_ value: Datum, without left: [String] = []) -> String {
        SignatureVector.fields(value).filter { !left.contains($0.key) }.map { field in
            let text = (field.value.text ?? "").replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return "  \(field.key): \"\(text)\""
        }.joined(separator: "\n")
    }

    @Test(arguments: SignatureVector.load("cloud-signatures", "aliyun-rpc-v1"))
    func `Alibaba's RPC requests are signed as published`(vector: SignatureVector) throws {
        let params = vector.all["params"]
        let added = ["AccessKeyId", "SignatureMethod", "SignatureVersion", "SignatureNonce", "Timestamp"]
        let request = try Self.request(
            "alibaba_rpc", vector, params["AccessKeyId"].text ?? "", url: "https://dysmsapi.aliyuncs.com/",
            rest: "query:\n" + Self.map(params, without: added), at: params["Timestamp"].text ?? "",
            nonce: params["SignatureNonce"].text ?? "")
        let escaped = vector.expected.replacing("+", with: "%2B").replacing("/", with: "%2F").replacing(
            "=", with: "%3D")
        #expect(request.url.hasSuffix("&Signature=" + escaped))
    }

    @Test(arguments: SignatureVector.load("cloud-signatures", "acs3-hmac-sha256"))
    func `Alibaba's ACS3 requests are signed as published`(vector: SignatureVector) throws {
        let request = try Self.request(
            "acs3", vector, vector["access_key_id"], url: "https://ecs.cn-shanghai.aliyuncs.com/",
            rest: "headers: {x-acs-action: RunInstances, x-acs-version: \"2014-05-26\"}\nquery:\n"
                + Self.map(vector.all["query"]),
            at: "2023-10-26T10:22:32Z", nonce: "3156853299f313e23d1673dc12e1703d")
        #expect(request.headers.value(of: "Authorization") == vector["authorization"])
    }

    @Test(arguments: SignatureVector.load("cloud-signatures", "tc3-hmac-sha256"))
    func `Tencent's requests are signed as published`(vector: SignatureVector) throws {
        let action = vector["signed_headers"].contains("x-tc-action") ? ", X-TC-Action: DescribeInstances" : ""
        let request = try Self.request(
            "tc3", vector, vector["secret_id"], url: "https://cvm.tencentcloudapi.com/",
            rest: "headers: {Content-Type: application/json; charset=utf-8\(action)}\nbody: '\(vector["body"])'",
            at: "2019-02-25T16:44:25Z")
        let line = try #require(request.headers.value(of: "Authorization"))
        #expect(line.hasSuffix("SignedHeaders=\(vector["signed_headers"]), Signature=\(vector.expected)"))
    }

    @Test(arguments: SignatureVector.load("cloud-signatures", "sdk-hmac-sha256"))
    func `Huawei's requests are signed as published`(vector: SignatureVector) throws {
        let body = vector["body"].isEmpty ? "" : "\nbody: '\(vector["body"])'"
        let request = try Self.request(
            "huawei", vector, "AccessKey", url: "https://service.endpoint.myhuaweicloud.com/resources",
            rest: "headers: {TEST_UNDERSCORE: TEST_VALUE}\nquery: {size: 1}" + body, at: "2020-06-08T02:39:00Z")
        #expect(request.headers.value(of: "Authorization") == vector["authorization"])
    }

    @Test(arguments: SignatureVector.load("cloud-signatures", "base64-hmac-sha1"))
    func `a keyed digest of a text is as published`(vector: SignatureVector) throws {
        let source = """
            adapter: x
            kind: sms
            config: {secret: {type: secret}, text: {type: string}}
            routes: {receive: {ignore: nothing}}
            send: {request: {url: "https://x.example/", body: "${cfg.text | hmac(sha1, cfg.secret) | base64}"}}
            """
        let channel = try Channel.trying(source, settings: ["secret": vector.secret, "text": vector["string_to_sign"]])
        let message = OutgoingMessage(id: "1", to: try Address.parse("+8613800000001", in: nil), text: "x")
        let request = try #require(channel.requests(for: message, at: .test, nonce: "n").first)
        #expect(request.body == Array(vector.expected.utf8))
    }
}
