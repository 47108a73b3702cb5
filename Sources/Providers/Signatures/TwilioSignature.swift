import Crypto

/// Twilio's request signature: HMAC-SHA1 over the URL and the fields of a form, in base 64.
///
/// Source: Twilio, "Webhooks security", and the published tests of twilio-python, twilio-go and twilio-node.
package enum TwilioSignature {
    /// Whether a signature fits the request.
    ///
    /// - Parameters:
    ///   - url: The URL as the provider called it, query included.
    ///   - form: The fields of a form; nil when the body is no form. Then the query has to carry `bodySHA256`.
    ///   - body: The raw body.
    package static func isValid(
        _ signature: String, url: String, form: [Datum.Member]?, body: [UInt8], secret: String
    ) -> Bool {
        if form == nil, !body.isEmpty, !bodyDigestFits(url: url, body: body) { return false }
        let key = SymmetricKey(data: Array(secret.utf8))
        let fields = sortedFields(form ?? [])
        return code(for: url + fields, key).equalsInConstantTime(signature)
            || variants(of: url).contains { code(for: $0 + fields, key).equalsInConstantTime(signature) }
    }

    /// What is signed: the URL, then each field's name and value without anything between them.
    static func signedText(url: String, form: [Datum.Member]) -> String {
        url + sortedFields(form)
    }

    private static func code(for text: String, _ key: SymmetricKey) -> String {
        Base64.encode(Array(HMAC<Insecure.SHA1>.authenticationCode(for: Array(text.utf8), using: key)))
    }

    /// Fields sorted by name as bytes; a name with several values has each different value once, sorted.
    static func sortedFields(_ form: [Datum.Member]) -> String {
        let pairs = form.map { ($0.key, $0.value.text ?? "") }.sorted { left, right in
            left.0 == right.0
                ? left.1.utf8.lexicographicallyPrecedes(right.1.utf8)
                : left.0.utf8.lexicographicallyPrecedes(right.0.utf8)
        }
        var text = ""
        for (index, pair) in pairs.enumerated() where index == 0 || pair != pairs[index - 1] {
            text += pair.0
            text += pair.1
        }
        return text
    }

    /// The URL without its port, and with the port of its scheme: Twilio's own libraries accept them too, because what
    /// stands between Twilio and a server often changes the port.
    private static func variants(of url: String) -> [String] {
        let parts = URLParts(url)
        guard parts.isWeb else { return [] }
        let port = parts.scheme == "https" ? "443" : "80"
        return ["\(parts.origin)\(parts.rest)", "\(parts.origin):\(port)\(parts.rest)"]
    }

    private static func bodyDigestFits(url: String, body: [UInt8]) -> Bool {
        guard let mark = url.firstIndex(of: "?"),
            let expected = Form.fields(url[url.index(after: mark)...].utf8)?.last(where: { $0.key == "bodySHA256" })?
                .value.text
        else { return false }
        return Hexadecimal.encode(Array(SHA256.hash(data: body))).equalsInConstantTime(expected.lowercased())
    }
}
