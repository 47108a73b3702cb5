/// JSON Web Tokens in their compact form, signed with a shared secret (RFC 7519; RFC 7515, section 7.1; RFC 7518, section 3.2).
///
/// RS256 is not here: RSA is not among what swift-crypto's `Crypto` offers.
package enum WebToken {
    /// The keyed digests of RFC 7518; `none` is not one of them.
    package enum Algorithm: String, Hashable, Sendable, CaseIterable {
        case hs256 = "HS256"
        case hs384 = "HS384"
        case hs512 = "HS512"

        fileprivate var digest: DigestFilter.Algorithm {
            switch self {
            case .hs256: .sha256
            case .hs384: .sha384
            case .hs512: .sha512
            }
        }
    }

    /// The claims of a token whose signature fits; nil for any other, and for algorithms without a secret.
    package static func claims(of token: String, secret: String) -> Datum? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, !secret.isEmpty, let head = object(parts[0]), let claims = object(parts[1]),
            let algorithm = head["alg"].text.flatMap(Algorithm.init)
        else { return nil }
        let signed = Array("\(parts[0]).\(parts[1])".utf8)
        let code = algorithm.digest.code(for: signed, key: Array(secret.utf8))
        return Base64.encodeForURL(code).equalsInConstantTime(String(parts[2])) ? claims : nil
    }

    /// A token with some claims, which are JSON.
    static func signed(_ claims: [UInt8], _ algorithm: Algorithm, key: [UInt8]) -> String {
        let head = Array("{\"alg\":\"\(algorithm.rawValue)\",\"typ\":\"JWT\"}".utf8)
        let signed = Base64.encodeForURL(head) + "." + Base64.encodeForURL(claims)
        return signed + "." + Base64.encodeForURL(algorithm.digest.code(for: Array(signed.utf8), key: key))
    }

    private static func object(_ part: Substring) -> Datum? {
        guard let bytes = Base64.decodeForURL(part), case .object(let members) = JSON.read(bytes) else { return nil }
        return .object(members)
    }
}
