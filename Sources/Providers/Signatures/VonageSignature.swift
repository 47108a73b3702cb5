import Crypto

/// Vonage's `sig`: a digest over the fields of an SMS API request, sorted by name.
///
/// Source: Vonage, "Signing messages", and the tests of its Python, PHP and Java libraries.
package enum VonageSignature {
    /// The ways that an account can sign: `md5hash` is a plain digest of the fields and the secret, the others are
    /// keyed digests.
    package enum Method: String, Hashable, Sendable, CaseIterable {
        case md5hash, md5, sha1, sha256, sha512
    }

    /// Whether a signature fits the fields, with or without the blank ones: Vonage's own libraries differ there.
    package static func isValid(_ signature: String, fields: [Datum.Member], method: Method, secret: String) -> Bool {
        let given = signature.lowercased()
        let full = fields.filter { !($0.value.text ?? "").isEmpty }
        return [fields, full].contains { code(for: $0, method: method, secret: secret).equalsInConstantTime(given) }
    }

    /// The signature in small hexadecimal digits.
    package static func code(for fields: [Datum.Member], method: Method, secret: String) -> String {
        let text = signedText(fields)
        let algorithm: DigestFilter.Algorithm
        switch method {
        case .md5hash: return Hexadecimal.encode(Array(Insecure.MD5.hash(data: Array((text + secret).utf8))))
        case .md5: algorithm = .md5
        case .sha1: algorithm = .sha1
        case .sha256: algorithm = .sha256
        case .sha512: algorithm = .sha512
        }
        return Hexadecimal.encode(algorithm.code(for: Array(text.utf8), key: Array(secret.utf8)))
    }

    /// `&name=value` for each field but `sig`, with `&` and `=` in values written `_`.
    private static func signedText(_ fields: [Datum.Member]) -> String {
        fields.filter { $0.key != "sig" }.sortedByBytes.map { field in
            let value = (field.value.text ?? "").map { $0 == "&" || $0 == "=" ? "_" : $0 }
            return "&\(field.key)=" + String(value)
        }.joined()
    }
}
