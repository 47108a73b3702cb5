/// The signature that Huawei Cloud puts on what it pushes, when the account asks for it: `Authorization:
/// SDK-HMAC-SHA256 Access=..., SignedHeaders=..., Signature=...`.
///
/// It covers headers of the connection, so a proxy that changes them breaks it.
enum HuaweiProof {
    /// Whether the request carries the signature of an account.
    static func isValid(_ request: HTTPRequest, url: String, key: String, secret: String) -> Bool {
        guard let line = request.headers.value(of: "Authorization"), line.hasPrefix("SDK-HMAC-SHA256 "),
            let date = request.headers.value(of: "X-Sdk-Date")
        else { return false }
        let parts = fields(line.dropFirst("SDK-HMAC-SHA256 ".count))
        guard parts["Access"]?.equalsInConstantTime(key) == true, let names = parts["SignedHeaders"],
            let signature = parts["Signature"]
        else {
            return false
        }
        // Who checks a signature believes the body only: a digest of another body could stand in the header.
        let digest = CanonicalRequest.digest(request.body)
        if let told = request.headers.value(of: "X-Sdk-Content-Sha256"), !told.equalsInConstantTime(digest) {
            return false
        }
        let headers = names.split(separator: ";").compactMap { name in
            request.headers.value(of: String(name)).map { HeaderField(String(name), $0) }
        }
        let (_, code) = CloudSignature.huaweiCode(
            method: request.method, path: String(URLParts(url).rest.prefix { $0 != "?" }),
            query: Form.fields(request.query.utf8) ?? [], headers: headers, body: request.body, date: date,
            secret: secret)
        return code.equalsInConstantTime(signature)
    }

    private static func fields(_ line: Substring) -> [String: String] {
        let pairs = line.split(separator: ",").compactMap { part -> (String, String)? in
            guard let mark = part.firstIndex(of: "=") else { return nil }
            return (part[..<mark].trimmed, part[part.index(after: mark)...].trimmed)
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
