import Crypto

/// A request in the one form that both sides of a cloud provider's signature write down.
struct CanonicalRequest {
    let method: String
    let path: String
    let query: [Datum.Member]
    /// The headers that are signed.
    let headers: [HeaderField]
    /// What stands for the body: usually its digest.
    let payload: String

    /// The names of the signed headers, sorted.
    var signedHeaders: String { sorted.map(\.0).joined(separator: ";") }

    /// The request's lines, and the digest that a signature covers.
    var text: String {
        let pairs = query.sortedByBytes.map {
            Percent.encode($0.key) + "=" + Percent.encode($0.value.text ?? "")
        }.joined(separator: "&")
        let lines = sorted.map { "\($0.0):\($0.1)\n" }.joined()
        return "\(method)\n\(path)\n\(pairs)\n\(lines)\n\(signedHeaders)\n\(payload)"
    }

    var digest: String { Self.digest(Array(text.utf8)) }

    private var sorted: [(String, String)] {
        headers.map { ($0.name.lowercased(), $0.value.trimmed) }.sorted { $0.0 < $1.0 }
    }

    /// SHA-256 in small hexadecimal digits.
    static func digest(_ bytes: [UInt8]) -> String { Hexadecimal.encode(Array(SHA256.hash(data: bytes))) }

    /// HMAC-SHA256 of a text.
    static func code(for text: String, key: [UInt8]) -> [UInt8] {
        DigestFilter.Algorithm.sha256.code(for: Array(text.utf8), key: key)
    }
}
