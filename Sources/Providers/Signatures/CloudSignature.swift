import Crypto
import Expressions

/// The ways in which cloud providers sign the requests they take.
package enum CloudSignature: String, Hashable, Sendable, CaseIterable {
    /// Alibaba Cloud, "V3 request structure and signature".
    case acs3
    /// Alibaba Cloud, the signature of its RPC interfaces, version 1.0.
    case alibabaRPC = "alibaba_rpc"
    /// Tencent Cloud, "API 3.0 signature v3".
    case tc3
    /// Huawei Cloud, "AK/SK signing and authentication" (huaweicloud-sdk-python-v3 `signer.py`).
    case huawei
    /// Huawei Cloud MSGSMS, `X-WSSE` (OASIS Web Services Security, UsernameToken).
    case wsse

    /// A request with the signature added.
    ///
    /// - Parameters:
    ///   - key: The public half of the account's key.
    ///   - nonce: A text that is new for each request.
    func sign(_ draft: RequestDraft, key: String, secret: String, at now: Timestamp, nonce: String) -> RequestDraft {
        switch self {
        case .acs3: Self.acs3(draft, key, secret, now, nonce)
        case .alibabaRPC: Self.alibabaRPC(draft, key, secret, now, nonce)
        case .tc3: Self.tc3(draft, key, secret, now)
        case .huawei: Self.huawei(draft, key, secret, now)
        case .wsse: Self.wsse(draft, key, secret, now, nonce)
        }
    }

    private static func time(_ now: Timestamp, _ format: String) -> String {
        DateFormat(format)?.write(now, offset: 0) ?? ""
    }

    private static func acs3(
        _ draft: RequestDraft, _ key: String, _ secret: String, _ now: Timestamp, _ nonce: String
    ) -> RequestDraft {
        var signed = draft
        let digest = CanonicalRequest.digest(draft.body)
        signed.headers += [
            HeaderField("x-acs-content-sha256", digest), HeaderField("x-acs-date", time(now, "%Y-%m-%dT%H:%M:%SZ")),
            HeaderField("x-acs-signature-nonce", nonce),
        ]
        let covered = signed.headers.filter {
            let name = $0.name.lowercased()
            return name.hasPrefix("x-acs-") || name == "content-type"
        }
        let request = CanonicalRequest(
            method: draft.method, path: draft.path, query: draft.allQuery, headers: covered + [draft.host],
            payload: digest)
        let code = CanonicalRequest.code(for: "ACS3-HMAC-SHA256\n\(request.digest)", key: Array(secret.utf8))
        signed.headers.append(
            HeaderField(
                "Authorization",
                "ACS3-HMAC-SHA256 Credential=\(key),SignedHeaders=\(request.signedHeaders),"
                    + "Signature=\(Hexadecimal.encode(code))"))
        return signed
    }

    private static func alibabaRPC(
        _ draft: RequestDraft, _ key: String, _ secret: String, _ now: Timestamp, _ nonce: String
    ) -> RequestDraft {
        var signed = draft
        var fields = [
            "AccessKeyId": key, "SignatureMethod": "HMAC-SHA1", "SignatureNonce": nonce, "SignatureVersion": "1.0",
            "Timestamp": time(now, "%Y-%m-%dT%H:%M:%SZ"),
        ].map { Datum.Member($0.key, .text($0.value)) }.sortedByBytes
        let pairs = Form.encode((draft.allQuery + (draft.form ?? []) + fields).sortedByBytes)
        let text = "\(draft.method)&%2F&\(Percent.encode(pairs))"
        let code = DigestFilter.Algorithm.sha1.code(for: Array(text.utf8), key: Array("\(secret)&".utf8))
        fields.append(Datum.Member("Signature", .text(Base64.encode(code))))
        if let form = draft.form { signed.setForm(form + fields) } else { signed.query += fields }
        return signed
    }

    private static func tc3(_ draft: RequestDraft, _ key: String, _ secret: String, _ now: Timestamp) -> RequestDraft {
        var signed = draft
        let action = draft.headers.value(of: "X-TC-Action").map { HeaderField("x-tc-action", $0.lowercased()) }
        let covered =
            draft.headers.filter { $0.name.lowercased() == "content-type" } + [draft.host] + [action].compactMap(\.self)
        let request = CanonicalRequest(
            method: draft.method, path: draft.path, query: draft.allQuery, headers: covered,
            payload: CanonicalRequest.digest(draft.body))
        let (seconds, date) = (String(now.milliseconds / 1_000), time(now, "%Y-%m-%d"))
        let service = draft.host.value.prefix { $0 != "." }
        let span = "\(date)/\(service)/tc3_request"
        let text = "TC3-HMAC-SHA256\n\(seconds)\n\(span)\n\(request.digest)"
        var code = Array("TC3\(secret)".utf8)
        for step in [date, String(service), "tc3_request", text] { code = CanonicalRequest.code(for: step, key: code) }
        signed.headers += [
            HeaderField("X-TC-Timestamp", seconds),
            HeaderField(
                "Authorization",
                "TC3-HMAC-SHA256 Credential=\(key)/\(span), SignedHeaders=\(request.signedHeaders), "
                    + "Signature=\(Hexadecimal.encode(code))"),
        ]
        return signed
    }

    private static func huawei(_ draft: RequestDraft, _ key: String, _ secret: String, _ now: Timestamp) -> RequestDraft
    {
        var signed = draft
        signed.headers.append(HeaderField("X-Sdk-Date", time(now, "%Y%m%dT%H%M%SZ")))
        let covered = signed.headers.filter { !$0.name.contains("_") } + [draft.host]
        let (names, code) = huaweiCode(
            method: draft.method, path: draft.path, query: draft.allQuery, headers: covered, body: draft.body,
            date: time(now, "%Y%m%dT%H%M%SZ"), secret: secret)
        signed.headers.append(
            HeaderField("Authorization", "SDK-HMAC-SHA256 Access=\(key), SignedHeaders=\(names), Signature=\(code)"))
        return signed
    }

    /// The names of the headers that are signed, and the signature; a path is signed as if it ended in `/`.
    static func huaweiCode(
        method: String, path: String, query: [Datum.Member], headers: [HeaderField], body: [UInt8], date: String,
        secret: String
    ) -> (names: String, code: String) {
        let payload = headers.value(of: "X-Sdk-Content-Sha256") ?? CanonicalRequest.digest(body)
        let request = CanonicalRequest(
            method: method, path: path.hasSuffix("/") ? path : path + "/", query: query, headers: headers,
            payload: payload)
        let text = "SDK-HMAC-SHA256\n\(date)\n\(request.digest)"
        return (request.signedHeaders, Hexadecimal.encode(CanonicalRequest.code(for: text, key: Array(secret.utf8))))
    }

    private static func wsse(
        _ draft: RequestDraft, _ key: String, _ secret: String, _ now: Timestamp, _ nonce: String
    ) -> RequestDraft {
        var signed = draft
        let created = time(now, "%Y-%m-%dT%H:%M:%SZ")
        let digest = Base64.encode(Array(SHA256.hash(data: Array((nonce + created + secret).utf8))))
        signed.headers += [
            HeaderField("Authorization", "WSSE realm=\"SDP\",profile=\"UsernameToken\",type=\"Appkey\""),
            HeaderField(
                "X-WSSE",
                "UsernameToken Username=\"\(key)\",PasswordDigest=\"\(digest)\",Nonce=\"\(nonce)\",Created=\"\(created)\""
            ),
        ]
        return signed
    }
}
