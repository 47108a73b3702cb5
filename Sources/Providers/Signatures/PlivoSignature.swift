/// Plivo's third request signature: HMAC-SHA256 over the URL, the fields and a nonce, in base 64.
///
/// Source: plivo-python `signature_v3.py` and the tests of plivo-go, plivo-node and plivo-php.
package enum PlivoSignature {
    /// Whether one of the signatures, which stand beside each other with commas between them, fits the request.
    ///
    /// - Parameters:
    ///   - url: The URL as the provider called it, query included.
    ///   - form: The fields of the body.
    package static func isValid(
        _ signatures: String, method: String, url: String, form: [Datum.Member], nonce: String, secret: String
    ) -> Bool {
        let text = signedText(method: method, url: url, form: form) + "." + nonce
        let code = Base64.encode(DigestFilter.Algorithm.sha256.code(for: Array(text.utf8), key: Array(secret.utf8)))
        return signatures.split(separator: ",").contains { code.equalsInConstantTime($0.trimmed) }
    }

    private static func signedText(method: String, url: String, form: [Datum.Member]) -> String {
        let mark = url.firstIndex(of: "?") ?? url.endIndex
        let base = String(url[..<mark])
        let query = Form.fields(url[mark...].dropFirst().utf8) ?? []
        if method == "GET" { return "\(base)?\(pairs(query + form))" }
        if query.isEmpty, form.isEmpty { return base }
        let fields = form.sortedByBytes.map { $0.key + ($0.value.text ?? "") }.joined()
        return "\(base)?\(pairs(query))" + (query.isEmpty || form.isEmpty ? "" : ".") + fields
    }

    private static func pairs(_ fields: [Datum.Member]) -> String {
        fields.sortedByBytes.map { "\($0.key)=\($0.value.text ?? "")" }.joined(separator: "&")
    }
}
